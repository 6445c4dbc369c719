/** What a transport and the lifecycle agree on: one request and its response. */
@NullMarked
package dev.fastjava.internal.exchange;

import org.jspecify.annotations.NullMarked;
