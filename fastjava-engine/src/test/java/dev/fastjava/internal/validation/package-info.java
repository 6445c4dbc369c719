/** Tests of the compiler of schemas. */
@NullMarked
package dev.fastjava.internal.validation;

import org.jspecify.annotations.NullMarked;
