/**
 * The way of a request through its route: hooks, body, validation, handler, reply. Knows no
 * transport and nothing of boot. To be read from {@link
 * dev.fastjava.internal.lifecycle.Dispatcher}.
 */
@NullMarked
package dev.fastjava.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
