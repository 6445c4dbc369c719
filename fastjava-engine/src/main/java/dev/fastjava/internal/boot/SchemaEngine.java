package dev.fastjava.internal.boot;

import dev.fastjava.internal.types.TypeSchemas;
import dev.fastjava.internal.validation.library.StandardValidators;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SchemaProvider;
import dev.fastjava.schema.ValidatorFactory;
import java.util.Objects;

/** Serves the API of schemas with what this engine has. */
public final class SchemaEngine implements SchemaProvider {
  /** For {@link java.util.ServiceLoader}. */
  public SchemaEngine() {}

  @Override
  public ValidatorFactory validators() {
    return new StandardValidators();
  }

  @Override
  public Object schemaOf(JsonSchema schema) {
    return Objects.requireNonNull(TypeSchemas.resolve(schema));
  }
}
