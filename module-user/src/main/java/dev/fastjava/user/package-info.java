/** A shop that uses every public type of the engine. */
@NullMarked
package dev.fastjava.user;

import org.jspecify.annotations.NullMarked;
