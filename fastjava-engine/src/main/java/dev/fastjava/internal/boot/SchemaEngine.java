package dev.fastjava.internal.boot;

import dev.fastjava.internal.types.TypeSchemas;
import dev.fastjava.internal.validation.library.StandardValidators;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SchemaProvider;
import dev.fastjava.schema.ValidatorFactory;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Serves the API of schemas with what this engine has. */
public final class SchemaEngine implements SchemaProvider {
  /** A schema that stands alone knows no server, and so no mapper of an application. */
  private final TypeSchemas types = new TypeSchemas(JsonMapper.builder().build());

  /** For {@link java.util.ServiceLoader}. */
  public SchemaEngine() {}

  @Override
  public ValidatorFactory validators() {
    return new StandardValidators();
  }

  @Override
  public Object schemaOf(JsonSchema schema) {
    return Objects.requireNonNull(types.resolve(schema));
  }
}
