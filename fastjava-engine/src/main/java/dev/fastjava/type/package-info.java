/** Types as values: references to generic types, and typed keys. */
@NullMarked
package dev.fastjava.type;

import org.jspecify.annotations.NullMarked;
