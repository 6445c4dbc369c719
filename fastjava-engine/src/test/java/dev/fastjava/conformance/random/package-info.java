/**
 * Random applications and requests to them, in the form of the recorded scenarios. See
 * CONTRIBUTING.md for how to run and replay them.
 */
@NullMarked
package dev.fastjava.conformance.random;

import org.jspecify.annotations.NullMarked;
