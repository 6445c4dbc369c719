package dev.fastjava.internal.validation.library;

import com.networknt.schema.InvalidSchemaException;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.BasicDialectRegistry;
import dev.fastjava.internal.json.TokenValidator;
import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.FormattedSchema;
import dev.fastjava.internal.validation.HeaderSchemas;
import dev.fastjava.internal.validation.IdleMessages;
import dev.fastjava.internal.validation.check.OwnErrorMessages;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.internal.validation.format.Formats;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SchemaErrors;
import dev.fastjava.schema.SchemaKeyword;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Dialect;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compiles schemas with json-schema-validator. Nothing is ever fetched: what a schema refers to is
 * part of it, a shared schema, or a meta-schema.
 */
final class LibraryCompiler implements ValidatorCompiler {
  /** Reads and writes schemas, which are plain JSON; no setting of an application changes them. */
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Logger LOG = LoggerFactory.getLogger("dev.fastjava.schema");

  /** Where schemas stand that have no absolute identifier, so that they can name each other. */
  private static final String BASE = "https://schemas.fastjava.invalid/";

  /** The library's registry keeps every schema; handlers may bring one after the other. */
  private static final int REGISTRY_SIZE = 100;

  /** Keywords whose value is any JSON, and no schema. */
  private static final Set<String> VALUES = Set.of("const", "default", "enum", "examples");

  private final Map<String, Object> sharedSchemas = new LinkedHashMap<>();
  private final ValidationOptions options;
  private final BoundedExpressions expressions;
  private final Set<String> ownKeywords;
  private SchemaRegistry registry;
  private int compiled;

  LibraryCompiler(Map<String, Object> sharedSchemas, ValidationOptions options) {
    this.options = options;
    this.expressions = new BoundedExpressions(options);
    this.ownKeywords =
        options.keywords().stream().map(SchemaKeyword::name).collect(Collectors.toSet());
    sharedSchemas.forEach(
        (id, schema) -> {
          this.sharedSchemas.put(withoutFragment(id), schema);
          check(schema);
        });
    registry = newRegistry();
  }

  private SchemaRegistry newRegistry() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(options.validateFormats())
            .regularExpressionFactory(expressions)
            // The message is made from the keyword and its parameters, as the reference has it.
            .messageSource((key, fallback, locale, arguments) -> "")
            .build();
    LibraryDialects dialects = new LibraryDialects(options, expressions);
    return SchemaRegistry.builder()
        .defaultDialectId(SchemaDialects.id(options.dialect()))
        .dialectRegistry(new BasicDialectRegistry(dialects.all()))
        .schemaRegistryConfig(config)
        .schemas(this::sharedSchema)
        .schemaLoader(loader -> loader.fetchRemoteResources(false))
        .build();
  }

  private static String withoutFragment(String id) {
    return id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
  }

  private @Nullable String sharedSchema(String iri) {
    String id = withoutFragment(iri);
    Object schema = sharedSchemas.get(id);
    if (schema == null && id.startsWith(BASE)) {
      schema = sharedSchemas.get(id.substring(BASE.length()));
    }
    return schema == null ? null : JSON.writeValueAsString(prepared(schema));
  }

  @Override
  public synchronized Validator compile(RequestSchema request) throws Exception {
    HttpPart part = request.httpPart();
    Object schema =
        part == HttpPart.HEADERS ? HeaderSchemas.lowerCase(request.schema()) : request.schema();
    check(schema);
    JsonNode node = PlainNodes.node(prepared(schema));
    String location = BASE + "schema-" + compiled++;
    if (compiled % REGISTRY_SIZE == 0) {
      registry = newRegistry();
    }
    Schema library;
    try {
      library = registry.getSchema(SchemaLocation.of(location), node);
      library.initializeValidators();
    } catch (InvalidSchemaException e) {
      throw new SchemaBuildException(text(e), "#");
    } catch (SchemaException e) {
      throw new SchemaBuildException(text(e), "#");
    }
    TokenValidator conversions = LibraryConversions.of(schema, sharedSchemas, options, part);
    return new LibraryValidator(
        library,
        conversions,
        new LibraryErrors(schema, sharedSchemas, location, options),
        expressions,
        options);
  }

  /**
   * Returns a schema as the library understands it: it knows only the text of a Java type's format,
   * which is for binding to check, and it does not know {@code nullable}.
   */
  private static @Nullable Object prepared(@Nullable Object schema) {
    if (schema instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(each -> copy.add(prepared(each)));
      return copy;
    }
    if (!(schema instanceof Map<?, ?> map)) {
      return schema;
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (DialectKeywords.MAPS.contains(name) && value instanceof Map<?, ?> byName) {
            Map<String, @Nullable Object> schemas = new LinkedHashMap<>();
            byName.forEach((each, inner) -> schemas.put(String.valueOf(each), prepared(inner)));
            copy.put(name, schemas);
          } else {
            copy.put(name, VALUES.contains(name) ? value : prepared(value));
          }
        });
    copy.remove(OwnErrorMessages.KEYWORD);
    if (schema instanceof FormattedSchema) {
      copy.remove("format");
    }
    if (Boolean.TRUE.equals(map.get("nullable"))) {
      copy.remove("nullable");
      if (map.get("type") instanceof String type && !type.equals("null")) {
        copy.put("type", List.of(type, "null"));
      } else if (map.get("type") instanceof List<?> types && !types.contains("null")) {
        List<@Nullable Object> all = new ArrayList<>(types);
        all.add("null");
        copy.put("type", all);
      }
    }
    return copy;
  }

  private static String text(SchemaException failure) {
    return failure.getError() == null
        ? String.valueOf(failure.getMessage())
        : failure.getError().getKeyword() + " cannot be compiled: " + failure.getMessage();
  }

  /** Does what the compiler of draft-07 does before: the meta-schema, strict mode. */
  private void check(Object schema) {
    if (options.validateSchema() != Strictness.OFF) {
      checkAgainstMetaSchema(schema);
    }
    DialectKeywords.walk(
        schema,
        "#",
        (keywords, pointer) -> {
          for (Object keyword : keywords.keySet()) {
            String name = String.valueOf(keyword);
            boolean messages =
                name.equals(OwnErrorMessages.KEYWORD)
                    && (options.errorMessages() || keywords instanceof DerivedNode);
            if (messages) {
              checkMessages(keywords.get(keyword), pointer);
              IdleMessages.find(
                  Values.object(keywords),
                  each -> DialectKeywords.isKnown(each) || ownKeywords.contains(each),
                  fault -> strict("strict mode: " + fault, pointer));
            } else if (!DialectKeywords.isKnown(name) && !ownKeywords.contains(name)) {
              strict("strict mode: unknown keyword: \"" + name + '"', pointer);
            }
          }
          if (keywords.get("pattern") instanceof String pattern) {
            BoundedExpressions.check(pattern, pointer, options);
          }
          if (keywords.get("patternProperties") instanceof Map<?, ?> patterns) {
            patterns
                .keySet()
                .forEach(each -> BoundedExpressions.check(String.valueOf(each), pointer, options));
          }
          if (options.validateFormats()
              && keywords.get("format") instanceof String format
              && !options.formats().containsKey(format)
              && Formats.find(format) == null) {
            strict(
                "unknown format \"" + format + "\" ignored in schema at path \"" + pointer + '"',
                pointer);
          }
        });
  }

  private static void checkMessages(@Nullable Object value, String pointer) {
    try {
      new OwnErrorMessages(value);
    } catch (IllegalArgumentException e) {
      throw new SchemaBuildException(
          "keyword \"errorMessage\" value is invalid at path \""
              + pointer
              + "\": "
              + e.getMessage(),
          pointer);
    }
  }

  private void strict(String message, String pointer) {
    if (options.strictSchema() == Strictness.ON) {
      throw new SchemaBuildException(message, pointer);
    }
    if (options.strictSchema() == Strictness.LOG) {
      LOG.warn(message);
    }
  }

  private void checkAgainstMetaSchema(Object schema) {
    Dialect dialect = SchemaDialects.of(schema, options.dialect());
    List<ValidationError> errors = MetaSchema.of(dialect).errors(schema);
    if (errors.isEmpty()) {
      return;
    }
    String message = "schema is invalid: " + SchemaErrors.message(errors, "data");
    if (options.validateSchema() == Strictness.ON) {
      throw new SchemaBuildException(message, '#' + errors.get(0).instancePath());
    }
    LOG.warn(message);
  }
}
