package dev.fastjava.internal.serialization;

import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.DerivedSchema;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaKeyword;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.schema.ValidatorFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checks that choose between the schemas of one build. */
final class SchemaChecks {
  /** Says that an object is a date, which passes as a string whatever else is asked of strings. */
  private static final String DATE_KEYWORD = "fastjavaDate";

  /** Says that a text may stand for a number that JSON has no digits for, as Jackson writes it. */
  private static final String INFINITE_KEYWORD = "fastjavaInfinite";

  private static final Set<String> INFINITE = Set.of("NaN", "Infinity", "-Infinity");

  private static final String MUST_BE = "must be ";
  private static final String OR_OBJECT = ",object";
  private static final String OR_STRING = ",string";

  /** Values are taken as they are and never changed, and nothing about a schema is refused. */
  static final ValidationOptions OPTIONS =
      ValidationOptions.defaults()
          .with(
              o ->
                  o.coercion(Coercion.OFF)
                      .removeAdditional(RemoveAdditional.OFF)
                      .useDefaults(UseDefaults.OFF)
                      .strict(Strictness.OFF)
                      .strictNumbers(true)
                      .validateSchema(Strictness.OFF)
                      .allowUnionTypes(true)
                      .messages(false)
                      .keyword(
                          SchemaKeyword.of(
                              DATE_KEYWORD,
                              k ->
                                  k.types("object")
                                      .validate((schema, value) -> value instanceof DateStandIn)))
                      .keyword(
                          SchemaKeyword.of(
                              INFINITE_KEYWORD,
                              k ->
                                  k.types("string")
                                      .validate((schema, value) -> INFINITE.contains(value)))));

  private static final Set<String> NO_SCHEMAS =
      Set.of("propertyNames", "const", "enum", "default", "examples");

  private final SchemaStore store;
  private final ValidatorFactory validators;
  private final List<ChoiceCheck> checks = new ArrayList<>();

  /** Lists of types with an object that the user wrote. */
  private final Set<String> written = new HashSet<>();

  SchemaChecks(SchemaStore store, ValidatorFactory validators) {
    this.store = store;
    this.validators = validators;
  }

  /** Returns a check for the schema at a place. */
  ChoiceCheck at(SchemaLocation location) {
    ChoiceCheck check = new ChoiceCheck(escape(location.ref()));
    checks.add(check);
    return check;
  }

  /** Makes all checks ready, once every schema is in the store. */
  void complete() {
    if (checks.isEmpty()) {
      return;
    }
    ValidatorCompiler compiler = validators.build(converted(false), OPTIONS);
    for (ChoiceCheck check : checks) {
      try {
        check.complete(
            compiler.compile(new RequestSchema(Map.of("$ref", check.ref()), "", "", null)));
      } catch (Exception e) {
        check.fail(e);
      }
    }
  }

  /**
   * Returns what names every violation of a schema. It fills in defaults and removes what is not
   * admitted, as the serializer does.
   */
  Validator strict(SchemaLocation location) throws Exception {
    ValidationOptions options =
        OPTIONS.with(
            o ->
                o.removeAdditional(RemoveAdditional.ON)
                    .useDefaults(UseDefaults.ON)
                    .allErrors(true)
                    .messages(true));
    Validator validator =
        validators
            .build(converted(true), options)
            .compile(new RequestSchema(Map.of("$ref", escape(location.ref())), "", "", null));
    return value -> asWritten(validator.validate(value));
  }

  /**
   * Copies all schemas.
   *
   * @param written whether what Jackson writes of types is to be valid, null and NaN included
   */
  private Map<String, Object> converted(boolean written) {
    Map<String, Object> schemas = new LinkedHashMap<>();
    store
        .roots()
        .forEach((id, schema) -> schemas.put(id, withId(id, convert(schema, id, written))));
    return schemas;
  }

  /**
   * Returns the message of a violation in the words of the schema that the user wrote: without the
   * objects that dates are.
   */
  private ValidationError asWritten(ValidationError error) {
    String message = error.message();
    boolean widened =
        message != null
            && message.startsWith(MUST_BE)
            && message.endsWith(OR_OBJECT)
            && error.keyword().equals("type")
            && !written.contains(message.substring(MUST_BE.length()));
    if (error.keyword().equals(DATE_KEYWORD)) {
      message = MUST_BE + "string";
    } else if (error.keyword().equals(INFINITE_KEYWORD)
        || (MUST_BE + "number" + OR_STRING).equals(message)) {
      message = MUST_BE + "number";
    } else if (message != null && widened) {
      message = message.substring(0, message.length() - OR_OBJECT.length());
    }
    return new ValidationError(
        error.instancePath(), error.schemaPath(), error.keyword(), error.params(), message);
  }

  private ValidationResult asWritten(ValidationResult result) {
    return result.isValid()
        ? result
        : ValidationResult.invalid(result.errors().stream().map(this::asWritten).toList());
  }

  private static String joined(List<?> types) {
    return types.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static Object withId(String id, @Nullable Object schema) {
    Map<String, @Nullable Object> object = SchemaCopies.asObject(schema);
    if (object != null && !object.containsKey("$id")) {
      object.put("$id", id);
    }
    return object == null ? Boolean.TRUE.equals(schema) : object;
  }

  /** Copies a schema so that dates are strings, and that literal references stay literal. */
  private @Nullable Object convert(@Nullable Object value, String id, boolean asWritten) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(convert(item, id, asWritten)));
      return items;
    }
    Map<String, @Nullable Object> schema = SchemaCopies.asObject(value);
    if (schema == null) {
      return value;
    }
    Map<String, @Nullable Object> copy = SchemaCopies.blank(schema);
    schema.forEach(
        (keyword, part) ->
            copy.put(keyword, NO_SCHEMAS.contains(keyword) ? part : convert(part, id, asWritten)));
    Object type = schema.get("type");
    if ("string".equals(type)) {
      copy.put("type", List.of("string", "object"));
      copy.put(DATE_KEYWORD, true);
    } else if (type instanceof List<?> types
        && types.contains("string")
        && !types.contains("object")) {
      List<@Nullable Object> more = new ArrayList<>(types);
      more.add("object");
      copy.put("type", more);
      copy.put(DATE_KEYWORD, true);
    } else if (type instanceof List<?> types) {
      written.add(joined(types));
    } else if (asWritten && "number".equals(type) && schema instanceof DerivedNode) {
      copy.put("type", List.of("number", "string"));
      copy.put(INFINITE_KEYWORD, true);
    }
    if (schema.get("$ref") instanceof String ref && leadsSomewhere(ref, id)) {
      copy.put("$ref", escape(ref));
    }
    return asWritten && schema instanceof DerivedSchema ? DerivedNode.admittingNull(copy) : copy;
  }

  private boolean leadsSomewhere(String ref, String id) {
    int hash = ref.indexOf('#');
    String target = hash > 0 ? ref.substring(0, hash) : id;
    return hash >= 0 && store.has(target) && store.find(target, ref.substring(hash)) != null;
  }

  /** Validators decode the fragment of a reference, the rest of this package takes it literally. */
  private static String escape(String ref) {
    int hash = ref.indexOf('#');
    return hash < 0 ? ref : ref.substring(0, hash) + ref.substring(hash).replace("%", "%25");
  }
}
