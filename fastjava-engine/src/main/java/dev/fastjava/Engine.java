package dev.fastjava;

import java.util.function.Function;

/**
 * The engine behind the API. The API may not refer to it, or packages would have cycles; there is
 * only one, so it is reached by its name, once, and not looked for among services.
 */
final class Engine {
  private static final String NAME = "dev.fastjava.internal.boot.EngineFactory";

  /** Makes servers of their options. */
  static final Function<FastjavaOptions, Fastjava> FACTORY = factory();

  private Engine() {}

  @SuppressWarnings("unchecked") // it is ours
  private static Function<FastjavaOptions, Fastjava> factory() {
    try {
      return (Function<FastjavaOptions, Fastjava>)
          Class.forName(NAME).asSubclass(Function.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("fastjava-engine is not complete: " + NAME, e);
    }
  }
}
