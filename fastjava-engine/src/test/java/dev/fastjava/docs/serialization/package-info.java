/** The examples of the page on serialization, compiled and run. */
@NullMarked
package dev.fastjava.docs.serialization;

import org.jspecify.annotations.NullMarked;
