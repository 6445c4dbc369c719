/** Benchmarks of single parts of the engine; the only ones that may use its internals. */
@NullMarked
package dev.fastjava.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
