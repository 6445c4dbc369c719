/**
 * Errors with a status and a code: those of the engine, and those that applications make.
 *
 * <p>Reference: Errors.
 */
@NullMarked
package dev.fastjava.error;

import org.jspecify.annotations.NullMarked;
