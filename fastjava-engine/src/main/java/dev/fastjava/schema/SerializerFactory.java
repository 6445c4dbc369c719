package dev.fastjava.schema;

import java.util.Map;

/**
 * Builds the {@link SerializerCompiler} of an encapsulation context from the schemas shared in it.
 *
 * <p>Reference: Server, {@code schemaController.compilersFactory.buildSerializer}.
 */
@FunctionalInterface
public interface SerializerFactory {
  /**
   * Builds a compiler. Called at boot, once for each set of shared schemas.
   *
   * @param sharedSchemas schemas by {@code $id}, in the order they were added
   * @param options the server's serialization options
   * @return the compiler
   */
  SerializerCompiler build(Map<String, Object> sharedSchemas, SerializationOptions options);
}
