package dev.fastjava.schema;

/**
 * Turns a JSON Schema into a {@link Validator}, once, at boot.
 *
 * <p>Reference: Validation-and-Serialization, Validator Compiler.
 */
@FunctionalInterface
public interface ValidatorCompiler {
  /**
   * Compiles the schema of one part of a route.
   *
   * @param schema the schema and where it belongs
   * @return the validator, called from any thread
   * @throws Exception when the schema cannot be compiled; boot then fails with {@code
   *     FST_ERR_SCH_VALIDATION_BUILD}
   */
  Validator compile(RequestSchema schema) throws Exception;
}
