/**
 * The in-memory transport: turns an {@link dev.fastjava.InjectRequest} into an exchange for the
 * lifecycle and collects what the lifecycle writes into an {@link dev.fastjava.InjectResponse}.
 */
@NullMarked
package dev.fastjava.internal.inject;

import org.jspecify.annotations.NullMarked;
