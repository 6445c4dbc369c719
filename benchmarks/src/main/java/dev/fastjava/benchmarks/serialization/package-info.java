/** Compares ways to write the same reply as JSON. */
@NullMarked
package dev.fastjava.benchmarks.serialization;

import org.jspecify.annotations.NullMarked;
