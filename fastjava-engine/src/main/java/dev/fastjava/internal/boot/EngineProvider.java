package dev.fastjava.internal.boot;

import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.FastjavaProvider;

/** Makes servers of this engine. */
public final class EngineProvider implements FastjavaProvider {
  /** For {@link java.util.ServiceLoader}. */
  public EngineProvider() {}

  @Override
  public Fastjava create(FastjavaOptions options) {
    return new Server(options).root();
  }
}
