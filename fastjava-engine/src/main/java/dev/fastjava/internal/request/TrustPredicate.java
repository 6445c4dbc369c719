package dev.fastjava.internal.request;

import org.jspecify.annotations.Nullable;

/** Says which peers are proxies whose headers are believed. */
@FunctionalInterface
interface TrustPredicate {

  /**
   * Whether the peer at an address is a proxy of ours.
   *
   * @param address the address; null when the connection has none
   * @param hop how many hops it is away, 0 being the peer of the connection
   */
  boolean trusts(@Nullable String address, int hop);
}
