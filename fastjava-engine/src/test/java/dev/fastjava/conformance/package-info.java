/** Replays recorded behaviour of the reference implementation against this one. */
@NullMarked
package dev.fastjava.conformance;

import org.jspecify.annotations.NullMarked;
