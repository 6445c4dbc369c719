package dev.fastjava.schema;

import java.util.Map;

/**
 * Builds the {@link ValidatorCompiler} of an encapsulation context from the schemas shared in it.
 *
 * <p>Reference: Server, {@code schemaController.compilersFactory.buildValidator}.
 */
@FunctionalInterface
public interface ValidatorFactory {
  /**
   * Builds a compiler. Called at boot, once for each set of shared schemas.
   *
   * @param sharedSchemas schemas by {@code $id}, in the order they were added
   * @param options the server's validation options
   * @return the compiler
   */
  ValidatorCompiler build(Map<String, Object> sharedSchemas, ValidationOptions options);

  /**
   * Returns the factory a server uses unless it is given another one; {@link
   * ValidationOptions#engine()} and the dialects of schemas choose what validates.
   *
   * @return the engine's factory
   */
  static ValidatorFactory standard() {
    return SchemaEngine.validators();
  }
}
