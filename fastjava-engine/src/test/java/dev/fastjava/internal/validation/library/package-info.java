/** Tests of the validators for every dialect. */
@NullMarked
package dev.fastjava.internal.validation.library;

import org.jspecify.annotations.NullMarked;
