/**
 * Constraints of Jakarta Validation, for applications which have it on their class path. Start at
 * {@link dev.fastjava.jakarta.JakartaConstraints}; nothing else in the engine refers to this
 * package.
 */
@NullMarked
package dev.fastjava.jakarta;

import org.jspecify.annotations.NullMarked;
