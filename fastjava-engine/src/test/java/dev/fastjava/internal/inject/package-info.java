/** Tests. */
@NullMarked
package dev.fastjava.internal.inject;

import org.jspecify.annotations.NullMarked;
