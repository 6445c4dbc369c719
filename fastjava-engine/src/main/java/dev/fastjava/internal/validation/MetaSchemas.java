package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.Limits;
import dev.fastjava.internal.validation.check.Run;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SchemaErrors;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Checks schemas against the meta-schema of draft-07, or against the one they name. */
final class MetaSchemas {
  /** The identifier of the meta-schema. */
  static final String DRAFT_07 = "http://json-schema.org/draft-07/schema";

  private static final String LATEST = "http://json-schema.org/schema";
  private static final String DATA_REFERENCE = "https://fastjava.dev/schemas/data-reference.json";

  /** The keywords whose value may come from the document. */
  private static final Set<String> DATA_KEYWORDS =
      Set.of(
          "multipleOf",
          "maximum",
          "exclusiveMaximum",
          "minimum",
          "exclusiveMinimum",
          "maxLength",
          "minLength",
          "pattern",
          "maxItems",
          "minItems",
          "uniqueItems",
          "maxProperties",
          "minProperties",
          "required",
          "const",
          "enum",
          "format");

  /** The meta-schema as it is published. */
  static final Map<String, @Nullable Object> SCHEMA = read();

  /** What nearly everybody needs, compiled once for all. */
  private static final MetaSchemas USUAL = new MetaSchemas(false, false);

  private final Settings settings;
  private final Check check;

  private MetaSchemas(boolean allErrors, boolean dataReferences) {
    ValidationOptions own =
        ValidationOptions.of(
            v ->
                v.coercion(Coercion.OFF)
                    .useDefaults(UseDefaults.OFF)
                    .removeAdditional(RemoveAdditional.OFF)
                    .allErrors(allErrors)
                    .validateFormats(false)
                    .validateSchema(Strictness.OFF)
                    .strict(Strictness.OFF));
    settings = new Settings(own, Coercion.OFF, this);
    KnownSchemas registry = new KnownSchemas(settings);
    registry.add(dataReferences ? withDataReferences() : SCHEMA, DRAFT_07);
    registry.add(dataReference(), DATA_REFERENCE);
    SchemaUnit unit = registry.compiled(Objects.requireNonNull(registry.find(DRAFT_07)));
    check = Objects.requireNonNull(unit.check());
  }

  /** The meta-schemas for some options. */
  static MetaSchemas of(ValidationOptions options) {
    return options.allErrors() || options.dataReferences()
        ? new MetaSchemas(options.allErrors(), options.dataReferences())
        : USUAL;
  }

  private static Map<String, @Nullable Object> read() {
    try (InputStream in = MetaSchemas.class.getResourceAsStream("draft-07.json")) {
      return Values.object(
          new JsonMapper().readValue(Objects.requireNonNull(in), LinkedHashMap.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, @Nullable Object> withDataReferences() {
    Map<String, @Nullable Object> schema = Values.object(Values.copy(SCHEMA));
    Values.object(schema.get("properties"))
        .replaceAll((name, value) -> DATA_KEYWORDS.contains(name) ? orData(value) : value);
    return schema;
  }

  private static Object orData(@Nullable Object schema) {
    return Map.of(
        "anyOf", List.of(Objects.requireNonNull(schema), Map.of("$ref", DATA_REFERENCE + '#')));
  }

  private static Map<String, Object> dataReference() {
    return Map.of(
        "type",
        "object",
        "required",
        List.of("$data"),
        "properties",
        Map.of("$data", Map.of("type", "string")),
        "additionalProperties",
        false);
  }

  /** Makes the meta-schema available to references. */
  void addTo(KnownSchemas other) {
    other.addMeta(SCHEMA, DRAFT_07, settings);
    other.alias(LATEST, DRAFT_07);
  }

  /** Checks a schema against the meta-schema it names. */
  void validate(Object schema, Settings caller, KnownSchemas schemas) {
    if (schema instanceof Boolean) {
      return;
    }
    Check metaSchema = metaSchema(Values.object(schema).get("$schema"), schemas);
    List<ValidationError> errors = errors(metaSchema, schema);
    if (errors.isEmpty()) {
      return;
    }
    String message = "schema is invalid: " + SchemaErrors.message(errors, "data");
    if (caller.options().validateSchema() == Strictness.LOG) {
      caller.warn(message);
      return;
    }
    throw new SchemaBuildException(message, '#' + errors.get(0).instancePath());
  }

  private Check metaSchema(@Nullable Object named, KnownSchemas schemas) {
    if (named != null && !(named instanceof String)) {
      throw new SchemaBuildException("$schema must be a string", "#/$schema");
    }
    String id = named == null || named.equals("") ? DRAFT_07 : (String) named;
    String normal = SchemaUris.normalizeId(id);
    if (normal.equals(DRAFT_07) || normal.equals(LATEST)) {
      return check;
    }
    SchemaUnit own = schemas.find(id);
    if (own == null) {
      throw new SchemaBuildException("no schema with key or ref \"" + id + '"', "#/$schema");
    }
    return Objects.requireNonNull(schemas.compiled(own).check());
  }

  /** What is wrong with a value, by a schema for it. */
  List<ValidationError> errors(Object metaSchema, @Nullable Object value) {
    KnownSchemas own = new KnownSchemas(settings);
    return errors(Objects.requireNonNull(own.compile(metaSchema).check()), value);
  }

  private List<ValidationError> errors(Check metaSchema, @Nullable Object value) {
    Run run = new Run(value, Limits.of(settings.options()));
    metaSchema.check(value, run);
    return List.copyOf(run.errors());
  }
}
