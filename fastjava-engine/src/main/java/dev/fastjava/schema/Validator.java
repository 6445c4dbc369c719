package dev.fastjava.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks one value against a compiled schema. Instances are immutable and thread-safe. */
@FunctionalInterface
public interface Validator {
  /**
   * Validates a value. Maps and lists inside it may be changed in place (coercion, defaults,
   * removed properties); a replaced root value is in the result.
   *
   * @param value a JSON value as plain Java values
   * @return the outcome; {@link ValidationResult#valid()} when it is valid and the root is
   *     unchanged
   * @throws Exception when the check itself fails; handled like an error of a hook
   */
  ValidationResult validate(@Nullable Object value) throws Exception;

  /**
   * Compiles a schema for use outside of routes.
   *
   * @param schema the schema
   * @param options how to compile it
   * @return a validator
   * @throws SchemaBuildException when the schema cannot be compiled
   */
  static Validator of(JsonSchema schema, ValidationOptions options) {
    try {
      return ValidatorFactory.standard()
          .build(Map.of(), options)
          .compile(new RequestSchema(schema.toValue(), "", "", null));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
