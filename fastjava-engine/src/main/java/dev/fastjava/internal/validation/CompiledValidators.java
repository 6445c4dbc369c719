package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.ErrorDetails;
import dev.fastjava.internal.validation.check.Limits;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorFactory;
import java.util.LinkedHashMap;
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
  public OnceCompiler build(Map<String, Object> sharedSchemas, ValidationOptions options) {
    return new Compiler(sharedSchemas, options);
  }

  /** The meta-schema of draft-07, which nobody changes. */
  public static Map<String, @Nullable Object> draft07() {
    return MetaSchemas.SCHEMA;
  }

  private static final class Compiler implements OnceCompiler {
    private final ValidationOptions options;
    private final Map<String, Object> sharedSchemas;

    /** The first is that of boot; the others are for handlers that compile at the same time. */
    private final Workshop[] workshops =
        new Workshop[Math.max(1, Runtime.getRuntime().availableProcessors())];

    Compiler(Map<String, Object> sharedSchemas, ValidationOptions options) {
      this.options =
          sharedSchemas.values().stream().anyMatch(Workshop::isDiscriminated)
              ? options.with(changes -> changes.discriminator(true))
              : options;
      this.sharedSchemas = new LinkedHashMap<>(sharedSchemas);
      Map<String, Object> schemas = new LinkedHashMap<>(sharedSchemas);
      MetaSchemas metaSchemas = MetaSchemas.of(options);
      for (int i = 0; i < workshops.length; i++) {
        workshops[i] = new Workshop(schemas, this.options, metaSchemas);
      }
      // Bad shared schemas are found here, not when something refers to them.
      workshops[0].prepare();
    }

    @Override
    public Validator compile(RequestSchema request) {
      workshops[0].lock();
      return compileIn(workshops[0], request, false);
    }

    @Override
    public Validator compileOnce(RequestSchema request) {
      return compileIn(lockAny(), request, true);
    }

    private Workshop lockAny() {
      // Only the first knows the schemas that stay because they were compiled.
      if (!options.addUsedSchema()) {
        for (Workshop workshop : workshops) {
          if (workshop.tryLock()) {
            return workshop;
          }
        }
      }
      workshops[0].lock();
      return workshops[0];
    }

    private Validator compileIn(Workshop workshop, RequestSchema request, boolean once) {
      try {
        SchemaUnit unit = workshop.compile(request, once);
        return new CompiledValidator(
            Objects.requireNonNull(unit.check()),
            unit.counts(),
            Limits.of(options),
            options.verbose() ? new ErrorDetails(unit.schema(), sharedSchemas) : null);
      } catch (IllegalArgumentException e) {
        throw new SchemaBuildException(String.valueOf(e.getMessage()), "#");
      } finally {
        workshop.unlock();
      }
    }
  }
}
