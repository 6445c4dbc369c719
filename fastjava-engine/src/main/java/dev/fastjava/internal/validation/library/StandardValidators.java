package dev.fastjava.internal.validation.library;

import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.internal.validation.OnceCompiler;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Dialect;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.schema.ValidatorFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a schema with what suits its dialect and the options. The compilers it builds may be
 * used by several threads.
 */
public final class StandardValidators implements ValidatorFactory {
  @Override
  public ValidatorCompiler build(Map<String, Object> sharedSchemas, ValidationOptions options) {
    return new Compiler(sharedSchemas, options);
  }

  private static final class Compiler implements OnceCompiler {
    private final Map<String, Object> sharedSchemas;
    private final ValidationOptions options;
    private volatile @Nullable OnceCompiler compiled;
    private volatile @Nullable ValidatorCompiler library;

    Compiler(Map<String, Object> sharedSchemas, ValidationOptions options) {
      this.sharedSchemas = new LinkedHashMap<>(sharedSchemas);
      this.options = options;
      if (!usesLibrary(Map.of())) {
        // Bad shared schemas are found here, not when something refers to them.
        compiled();
      }
    }

    @Override
    public Validator compile(RequestSchema request) throws Exception {
      return (usesLibrary(request.schema()) ? library() : compiled()).compile(request);
    }

    @Override
    public Validator compileOnce(RequestSchema request) throws Exception {
      return usesLibrary(request.schema())
          ? library().compile(request)
          : compiled().compileOnce(request);
    }

    private boolean usesLibrary(Object schema) {
      return options.engine() == Engine.LIBRARY
          || SchemaDialects.of(schema, options.dialect()) != Dialect.DRAFT_07;
    }

    private OnceCompiler compiled() {
      OnceCompiler present = compiled;
      return present == null ? makeCompiled() : present;
    }

    private synchronized OnceCompiler makeCompiled() {
      OnceCompiler present = compiled;
      if (present == null) {
        Map<String, Object> own = new LinkedHashMap<>(sharedSchemas);
        own.values()
            .removeIf(schema -> SchemaDialects.of(schema, Dialect.DRAFT_07) != Dialect.DRAFT_07);
        present = new CompiledValidators().build(own, options);
        compiled = present;
      }
      return present;
    }

    private ValidatorCompiler library() {
      ValidatorCompiler present = library;
      return present == null ? makeLibrary() : present;
    }

    private synchronized ValidatorCompiler makeLibrary() {
      ValidatorCompiler present = library;
      if (present == null) {
        try {
          present = new LibraryCompiler(sharedSchemas, options);
        } catch (LinkageError e) {
          throw new SchemaBuildException(
              "schemas of 2019-09 and 2020-12 need com.networknt:json-schema-validator on the class"
                  + " path",
              "#/$schema");
        }
        library = present;
      }
      return present;
    }
  }
}
