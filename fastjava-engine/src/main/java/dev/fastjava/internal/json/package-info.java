/** Reading and writing JSON as plain values, and binding values to Java types. */
@NullMarked
package dev.fastjava.internal.json;

import org.jspecify.annotations.NullMarked;
