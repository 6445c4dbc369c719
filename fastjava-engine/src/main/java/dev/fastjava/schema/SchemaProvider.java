package dev.fastjava.schema;

import java.util.ServiceLoader;

/**
 * Does the work behind this package: how the API of schemas finds the engine. Found by {@link
 * ServiceLoader}.
 */
public interface SchemaProvider {
  /**
   * Returns the validators of the engine.
   *
   * @return a factory without state
   */
  ValidatorFactory validators();

  /**
   * Puts schemas in the place of Java types.
   *
   * @param schema a schema that may have types in it
   * @return plain values: a {@code Map} or a {@code Boolean}
   */
  Object schemaOf(JsonSchema schema);

  /**
   * Returns the provider.
   *
   * @return the engine's
   * @throws IllegalStateException when there is none on the class path
   */
  static SchemaProvider get() {
    return ServiceLoader.load(SchemaProvider.class, SchemaProvider.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("fastjava-engine is not on the class path"));
  }
}
