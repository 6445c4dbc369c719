package dev.fastjava.spring.boot;

import dev.fastjava.Fastjava;

/**
 * A server beside the application's own, with an instance, a port and beans of its own. A bean of
 * this type, made by {@link FastjavaServers}, is booted, listens and is closed with the context.
 *
 * @see OnServer
 */
public interface FastjavaServer {
  /**
   * Returns the name that {@link OnServer} refers to.
   *
   * @return the name of the bean
   */
  String name();

  /**
   * Returns the instance. It is booted with the context; what is declared on it before counts.
   *
   * @return the instance; not to be closed by the application
   */
  Fastjava app();

  /**
   * Returns the port it listens on, also known as property {@code local.fastjava.NAME.port}.
   *
   * @return the port; -1 when it does not listen
   */
  int port();
}
