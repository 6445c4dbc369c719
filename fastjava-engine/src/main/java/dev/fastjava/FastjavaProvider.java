package dev.fastjava;

/** Makes servers: how the API finds the engine. Found by {@link java.util.ServiceLoader}. */
public interface FastjavaProvider {
  /**
   * Makes a server that is not booted.
   *
   * @param options its options; copied
   * @return the root instance
   */
  Fastjava create(FastjavaOptions options);
}
