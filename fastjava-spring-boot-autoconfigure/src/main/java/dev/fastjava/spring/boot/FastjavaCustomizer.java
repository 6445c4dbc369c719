package dev.fastjava.spring.boot;

import dev.fastjava.Fastjava;

/**
 * A bean that declares things on the server: decorators, schemas, parsers, a not-found handler. It
 * is called at start, before the beans that are hooks, plugins and routes are registered.
 * Customizers run in the order of {@code @Order} and {@code Ordered}.
 *
 * <p>What has to be known before the server is made goes into a {@link FastjavaOptionsCustomizer}.
 */
@FunctionalInterface
public interface FastjavaCustomizer {
  /**
   * Declares things.
   *
   * @param app the root instance, not booted
   * @throws Exception stops the start of the application
   */
  void customize(Fastjava app) throws Exception;
}
