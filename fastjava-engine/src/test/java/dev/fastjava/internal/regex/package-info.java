/** Tests. */
@NullMarked
package dev.fastjava.internal.regex;

import org.jspecify.annotations.NullMarked;
