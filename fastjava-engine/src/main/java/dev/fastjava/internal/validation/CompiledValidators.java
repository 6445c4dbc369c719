package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.Limits;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.TypeSchema;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.schema.ValidatorFactory;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    private final Map<Coercion, SchemaRegistry> discriminating = new EnumMap<>(Coercion.class);

    Compiler(Map<String, Object> sharedSchemas, ValidationOptions options) {
      this.sharedSchemas = new LinkedHashMap<>(sharedSchemas);
      this.options =
          sharedSchemas.values().stream().anyMatch(Compiler::isDiscriminated)
              ? options.with(changes -> changes.discriminator(true))
              : options;
      this.metaSchemas = MetaSchemas.of(options);
      // Bad shared schemas are found here, not when something refers to them.
      registry(options.coercion(null), this.options, registries);
    }

    /** Whether a schema came from a type with alternatives, which has a discriminator. */
    private static boolean isDiscriminated(@Nullable Object schema) {
      if (schema instanceof Map<?, ?> keywords) {
        return (keywords.containsKey("discriminator")
                && TypeSchema.DISCRIMINATED.equals(keywords.get("$comment")))
            || keywords.values().stream().anyMatch(Compiler::isDiscriminated);
      }
      return schema instanceof List<?> list && list.stream().anyMatch(Compiler::isDiscriminated);
    }

    private SchemaRegistry registry(Object schema, Coercion coercion) {
      return options.discriminator() || !isDiscriminated(schema)
          ? registry(coercion, options, registries)
          : registry(
              coercion, options.with(changes -> changes.discriminator(true)), discriminating);
    }

    private SchemaRegistry registry(
        Coercion coercion, ValidationOptions own, Map<Coercion, SchemaRegistry> known) {
      return known.computeIfAbsent(
          coercion,
          mode -> {
            SchemaRegistry registry = new SchemaRegistry(new Settings(own, mode, metaSchemas));
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
        SchemaUnit unit = registry(schema, options.coercion(part)).compile(schema);
        return new CompiledValidator(
            Objects.requireNonNull(unit.check()), unit.isRecursive(), Limits.of(options));
      } catch (IllegalArgumentException e) {
        throw new SchemaBuildException(String.valueOf(e.getMessage()), "#");
      }
    }
  }
}
