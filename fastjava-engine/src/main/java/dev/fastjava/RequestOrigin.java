package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, and for whom it is: as far as {@code trustProxy} lets those in
 * between tell it.
 *
 * <p>Reference: Request; Server, trustProxy.
 */
@ProvidedByEngine
public interface RequestOrigin {
  /**
   * Returns the address of the client, see {@code trustProxy}.
   *
   * @return an IP address
   */
  @Nullable String ip();

  /**
   * Returns the addresses from the nearest to the furthest trusted one.
   *
   * @return the addresses; null without {@code trustProxy}
   */
  @Nullable List<String> ips();

  /**
   * Returns the host the client asked for, see {@code trustProxy}.
   *
   * @return with its port; empty when unknown
   */
  String host();

  /**
   * Returns the host without its port.
   *
   * @return the name
   */
  String hostname();

  /**
   * Returns the port of the host.
   *
   * @return the port; null when the host has none
   */
  @Nullable Integer port();

  /**
   * Returns the protocol of the client, see {@code trustProxy}.
   *
   * @return {@code http} or {@code https}
   */
  String protocol();
}
