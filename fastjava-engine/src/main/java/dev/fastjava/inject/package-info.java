/**
 * Requests without a network, for tests and tools.
 *
 * <p>Reference: Testing.
 */
@NullMarked
package dev.fastjava.inject;

import org.jspecify.annotations.NullMarked;
