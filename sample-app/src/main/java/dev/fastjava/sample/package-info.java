/** A small service built with the FastJava starter. */
@NullMarked
package dev.fastjava.sample;

import org.jspecify.annotations.NullMarked;
