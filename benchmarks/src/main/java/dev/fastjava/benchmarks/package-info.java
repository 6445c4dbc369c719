/** Micro benchmarks of the engine and the server for load tests. */
@NullMarked
package dev.fastjava.benchmarks;

import org.jspecify.annotations.NullMarked;
