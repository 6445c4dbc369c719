/** Regular expressions in JavaScript syntax, as they stand in the paths of routes. */
@NullMarked
package dev.fastjava.internal.regex;

import org.jspecify.annotations.NullMarked;
