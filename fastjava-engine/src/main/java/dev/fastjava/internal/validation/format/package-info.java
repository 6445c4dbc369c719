/** The values of the keyword {@code format} that are known without further ado. */
@NullMarked
package dev.fastjava.internal.validation.format;

import org.jspecify.annotations.NullMarked;
