/**
 * The in-memory transport: turns an {@link dev.fastjava.inject.InjectRequest} into an exchange for
 * the lifecycle and collects what the lifecycle writes into an {@link
 * dev.fastjava.inject.InjectResponse}.
 */
@NullMarked
package dev.fastjava.internal.inject;

import org.jspecify.annotations.NullMarked;
