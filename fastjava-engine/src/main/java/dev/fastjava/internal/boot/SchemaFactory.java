package dev.fastjava.internal.boot;

import dev.fastjava.internal.types.TypeSchemas;
import dev.fastjava.internal.validation.library.StandardValidators;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.ValidatorFactory;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Serves the API of schemas with what this engine has. The API reaches it by its name. */
public final class SchemaFactory
    implements Supplier<ValidatorFactory>, Function<JsonSchema, Object> {
  /** A schema that stands alone knows no server, and so no mapper of an application. */
  private final TypeSchemas types = new TypeSchemas(JsonMapper.builder().build());

  /** For the API. */
  public SchemaFactory() {}

  @Override
  public ValidatorFactory get() {
    return new StandardValidators();
  }

  @Override
  public Object apply(JsonSchema schema) {
    return Objects.requireNonNull(types.resolve(schema));
  }
}
