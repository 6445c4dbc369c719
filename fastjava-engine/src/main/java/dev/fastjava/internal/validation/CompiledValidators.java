package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.Limits;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.schema.ValidatorFactory;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Compiles schemas of draft-07 with the semantics of Ajv 8 as Fastify configures it.
 *
 * <p>The compilers it builds may be used by several threads.
 */
public final class CompiledValidators implements ValidatorFactory {
  @Override
  public ValidatorCompiler build(Map<String, Object> sharedSchemas, ValidationOptions options) {
    return new Compiler(sharedSchemas, options);
  }

  private static final class Compiler implements ValidatorCompiler {
    private final Map<String, Object> sharedSchemas;
    private final ValidationOptions options;
    private final MetaSchemas metaSchemas;
    private final Map<Coercion, SchemaRegistry> registries = new EnumMap<>(Coercion.class);

    Compiler(Map<String, Object> sharedSchemas, ValidationOptions options) {
      this.sharedSchemas = new LinkedHashMap<>(sharedSchemas);
      this.options = options;
      this.metaSchemas = MetaSchemas.of(options);
      // Bad shared schemas are found here, not when something refers to them.
      registry(options.coercion(null));
    }

    private SchemaRegistry registry(Coercion coercion) {
      return registries.computeIfAbsent(
          coercion,
          mode -> {
            SchemaRegistry registry = new SchemaRegistry(new Settings(options, mode, metaSchemas));
            metaSchemas.addTo(registry);
            sharedSchemas.forEach((id, schema) -> registry.add(schema, id));
            return registry;
          });
    }

    @Override
    public synchronized Validator compile(RequestSchema request) {
      HttpPart part = request.httpPart();
      Object schema =
          part == HttpPart.HEADERS && request.schema() instanceof Map
              ? HeaderSchemas.lowerCase(request.schema())
              : request.schema();
      try {
        SchemaUnit unit = registry(options.coercion(part)).compile(schema);
        return new CompiledValidator(
            Objects.requireNonNull(unit.check()), unit.isRecursive(), Limits.of(options));
      } catch (IllegalArgumentException e) {
        throw new SchemaBuildException(String.valueOf(e.getMessage()), "#");
      }
    }
  }
}
