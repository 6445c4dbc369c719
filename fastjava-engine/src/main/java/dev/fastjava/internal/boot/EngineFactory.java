package dev.fastjava.internal.boot;

import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import java.util.function.Function;

/** Makes servers of this engine. The API reaches it by its name. */
public final class EngineFactory implements Function<FastjavaOptions, Fastjava> {
  /** For the API. */
  public EngineFactory() {}

  @Override
  public Fastjava apply(FastjavaOptions options) {
    return new Server(options).root;
  }
}
