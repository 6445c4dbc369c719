/**
 * The transport: HTTP over sockets, on Netty. A connection decodes requests, hands each to the
 * dispatcher as an exchange, and writes its response. No buffer of Netty leaves this package.
 */
@NullMarked
package dev.fastjava.internal.netty;

import org.jspecify.annotations.NullMarked;
