package dev.fastjava.schema;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does the work behind this package. The API may not refer to the engine, or packages would have
 * cycles; there is only one, so it is reached by its name, once, and not looked for among services.
 */
final class SchemaEngine {
  private static final String NAME = "dev.fastjava.internal.boot.SchemaFactory";
  private static final Object ENGINE = engine();

  private SchemaEngine() {}

  /** Makes a factory without state of the validators of the engine. */
  @SuppressWarnings("unchecked") // it is ours
  static ValidatorFactory validators() {
    return ((Supplier<ValidatorFactory>) ENGINE).get();
  }

  /** Puts schemas in the place of Java types: a map or a boolean. */
  @SuppressWarnings("unchecked") // it is ours
  static Object schemaOf(JsonSchema schema) {
    return ((Function<JsonSchema, Object>) ENGINE).apply(schema);
  }

  private static Object engine() {
    try {
      return Class.forName(NAME).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("fastjava-engine is not complete: " + NAME, e);
    }
  }
}
