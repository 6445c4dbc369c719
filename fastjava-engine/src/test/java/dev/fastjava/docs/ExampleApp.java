package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import java.util.function.Consumer;

/** Applications made of the examples of a page. */
final class ExampleApp {
  /** An example of a page. */
  @FunctionalInterface
  interface Example {
    void declareOn(Fastjava app) throws Exception;
  }

  private ExampleApp() {}

  static Fastjava of(Example... examples) throws Exception {
    return with(options -> {}, examples);
  }

  static Fastjava with(Consumer<FastjavaOptions.Builder> options, Example... examples)
      throws Exception {
    Fastjava app = Fastjava.create(options);
    for (Example example : examples) {
      example.declareOn(app);
    }
    return app;
  }
}
