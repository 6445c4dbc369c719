package dev.fastjava.spring.boot;

import dev.fastjava.FastjavaOptions;

/**
 * A bean that changes the options of the server before it is made, after the properties {@code
 * fastjava.*} were applied. Customizers run in the order of {@code @Order} and {@code Ordered}.
 */
@FunctionalInterface
public interface FastjavaOptionsCustomizer {
  /**
   * Changes the options.
   *
   * @param options sets them; {@code snapshot()} has them as they are so far
   */
  void customize(FastjavaOptions.Builder options);
}
