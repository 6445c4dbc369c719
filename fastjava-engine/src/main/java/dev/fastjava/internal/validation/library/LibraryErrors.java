package dev.fastjava.internal.validation.library;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.validation.check.ErrorDetails;
import dev.fastjava.internal.validation.check.JsNumbers;
import dev.fastjava.internal.validation.check.UniqueItems;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.internal.validation.library.LibraryMessages.Traced;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the library's errors into those of the reference. */
final class LibraryErrors {
  private final String base;
  private final String id;
  private final OriginalSchema original;
  private final boolean messages;
  private final boolean allErrors;
  private final LibraryMessages own;
  private final @Nullable ErrorDetails details;

  LibraryErrors(
      Object schema,
      Map<String, Object> sharedSchemas,
      String location,
      ValidationOptions options) {
    this.base = location;
    this.original = new OriginalSchema(schema, sharedSchemas);
    this.id =
        schema instanceof Map<?, ?> map && map.get("$id") instanceof String given
            ? given
            : location;
    this.messages = options.messages();
    this.allErrors = options.allErrors();
    this.details = options.verbose() ? new ErrorDetails(schema, sharedSchemas) : null;
    this.own = new LibraryMessages(original, options.errorMessages());
  }

  /**
   * The errors, each followed by those of the keywords around that it makes fail.
   *
   * @param root the whole document
   */
  List<ValidationError> of(List<Error> errors, @Nullable Object root) {
    List<Error> ordered = allErrors ? ErrorOrder.of(errors, original, root) : errors;
    List<ValidationError> told = own.replace(traced(ordered), root);
    return details == null ? told : details.addTo(told, root);
  }

  private List<Traced> traced(List<Error> errors) {
    List<Traced> all = new ArrayList<>(errors.size());
    for (int i = 0; i < errors.size(); i++) {
      Error error = errors.get(i);
      List<Composite> around = around(error);
      if (i + 1 < errors.size() && comesAgain(error, errors.get(i + 1))) {
        continue;
      }
      NodePath way = error.getEvaluationPath();
      all.add(new Traced(of(error, around), way == null ? List.of() : OriginalSchema.names(way)));
      List<Composite> next = i + 1 < errors.size() ? around(errors.get(i + 1)) : List.of();
      for (int j = around.size() - 1; j >= 0; j--) {
        Composite composite = around.get(j);
        if (!next.contains(composite)) {
          all.add(
              new Traced(
                  composite.error(path(composite.schemaLocation()), messages), composite.way()));
        }
      }
      if (!allErrors && (around.isEmpty() || !next.contains(around.get(0)))) {
        break;
      }
    }
    return all;
  }

  /** With all errors, the library tells of {@code oneOf} before what is inside of it. */
  private boolean comesAgain(Error error, Error next) {
    return "oneOf".equals(error.getKeyword())
        && error.getEvaluationPath() != null
        && around(next).stream()
            .anyMatch(each -> each.evaluationPath().equals(error.getEvaluationPath().toString()));
  }

  /** A condition is told of only where errors are collected, as with the reference. */
  private List<Composite> around(Error error) {
    List<Composite> around = Composite.around(error, original);
    if (!allErrors) {
      around.removeIf(each -> each.keyword().equals("then") || each.keyword().equals("else"));
    }
    return around;
  }

  private ValidationError of(Error error, List<Composite> around) {
    String keyword = error.getKeyword() == null ? "false schema" : error.getKeyword();
    Described described = describe(keyword, error);
    String location = error.getSchemaLocation().toString();
    if (described.keyword().equals("false schema")) {
      location =
          (location.endsWith("/false") ? location.substring(0, location.length() - 6) : location)
              + "/false schema";
    }
    String instance = error.getInstanceLocation().toString();
    // What is wrong with a name is told of the object that has it.
    boolean name =
        !around.isEmpty() && around.get(around.size() - 1).keyword().equals("propertyNames");
    String ownMessage = ownMessage(error, described);
    boolean missing = ownMessage != null && described.keyword().equals("required");
    if (missing) {
      // As with the other engine: what has a message for it is told of itself.
      String property = String.valueOf(described.params().get("missingProperty"));
      instance = instance + '/' + property.replace("~", "~0").replace("/", "~1");
    }
    ValidationError told =
        new ValidationError(
            name ? around.get(around.size() - 1).instancePath() : instance,
            path(location),
            described.keyword(),
            described.params(),
            messages ? described.message() : null);
    if (ownMessage == null) {
      return told;
    }
    ValidationError own = told.withOwnMessage(messages ? ownMessage : null);
    return missing ? own.about(instance) : own;
  }

  /** The message that a type has for an error; null when it has none. */
  private @Nullable String ownMessage(Error error, Described described) {
    NodePath way = error.getEvaluationPath();
    if (way == null
        || way.getNameCount() == 0
        || !(original.at(way, way.getNameCount() - 1) instanceof DerivedNode schema)) {
      return null;
    }
    String keyword = described.keyword();
    if (keyword.equals("required")) {
      return schema.get("properties") instanceof Map<?, ?> properties
              && properties.get(described.params().get("missingProperty")) instanceof DerivedNode of
          ? of.message(keyword)
          : null;
    }
    boolean isNull = error.getInstanceNode() == null || error.getInstanceNode().isNull();
    String ofNull = keyword.equals("type") && isNull ? schema.message("required") : null;
    return ofNull == null ? schema.message(keyword) : ofNull;
  }

  /** Inside the schema itself a fragment, as in the reference; else with the other's identifier. */
  private String path(String location) {
    int fragment = location.indexOf('#');
    String document = fragment < 0 ? location : location.substring(0, fragment);
    String pointer = fragment < 0 ? "" : location.substring(fragment + 1);
    boolean own =
        document.isEmpty()
            || document.equals(base)
            || document.equals(id)
            || document.endsWith('/' + id);
    return (own ? "#" : document + '#') + pointer;
  }

  private record Described(String keyword, Map<String, Object> params, String message) {}

  private Described describe(String keyword, Error error) {
    Object schema = PlainNodes.plain(error.getSchemaNode());
    String property = error.getProperty();
    return switch (keyword) {
      case "type" -> {
        schema = ofType(error, schema);
        String types = schema instanceof List<?> list ? join(list) : String.valueOf(schema);
        yield one(keyword, "type", schema, "must be " + types);
      }
      case "minimum" -> comparison(keyword, ">=", schema);
      case "maximum" -> comparison(keyword, "<=", schema);
      case "exclusiveMinimum" -> comparison(keyword, ">", schema);
      case "exclusiveMaximum" -> comparison(keyword, "<", schema);
      case "multipleOf" -> one(keyword, keyword, schema, "must be multiple of " + number(schema));
      case "minLength" -> size(keyword, "fewer", "characters", schema);
      case "maxLength" -> size(keyword, "more", "characters", schema);
      case "minItems" -> size(keyword, "fewer", "items", schema);
      case "maxItems" -> size(keyword, "more", "items", schema);
      case "minProperties" -> size(keyword, "fewer", "properties", schema);
      case "maxProperties" -> size(keyword, "more", "properties", schema);
      case "pattern" -> one(keyword, keyword, schema, "must match pattern \"" + schema + '"');
      case "format" -> one(keyword, keyword, schema, "must match format \"" + schema + '"');
      case "enum" ->
          one(keyword, "allowedValues", schema, "must be equal to one of the allowed values");
      case "const" -> one(keyword, "allowedValue", schema, "must be equal to constant");
      case "required" ->
          one(
              keyword,
              "missingProperty",
              property,
              "must have required property '" + property + '\'');
      case "additionalProperties" ->
          one(keyword, "additionalProperty", property, "must NOT have additional properties");
      case "unevaluatedProperties" ->
          one(keyword, "unevaluatedProperty", property, "must NOT have unevaluated properties");
      case "unevaluatedItems", "additionalItems" -> {
        int length = error.getIndex() == null ? 0 : error.getIndex();
        yield one(keyword, "limit", length, "must NOT have more than " + length + " items");
      }
      case "uniqueItems" -> duplicates(keyword, error);
      case "contains", "minContains", "maxContains" -> contains(error);
      case "dependentRequired", "dependencies" -> dependency(keyword, error, schema);
      case "propertyNames" -> one(keyword, "propertyName", property, "property name must be valid");
      case "not" -> none(keyword, "must NOT be valid");
      case "anyOf" -> none(keyword, "must match a schema in anyOf");
      case "oneOf" ->
          one(keyword, "passingSchemas", passing(error), "must match exactly one schema in oneOf");
      case "if" -> none(keyword, "must match \"then\" or \"else\" schema");
      case "false", "false schema" -> none("false schema", "boolean schema is false");
      default -> own(keyword, error);
    };
  }

  /** The type as it was given: {@code nullable} is no part of it. */
  private @Nullable Object ofType(Error error, @Nullable Object type) {
    NodePath path = error.getEvaluationPath();
    Object given = path == null ? null : original.at(path, path.getNameCount());
    return given instanceof String && type instanceof List ? given : type;
  }

  /** A keyword of the user's own brings its text and details. */
  private static Described own(String keyword, Error error) {
    Map<String, Object> details = error.getDetails();
    Object[] arguments = error.getArguments();
    String text =
        arguments != null && arguments.length == 1
            ? String.valueOf(arguments[0])
            : "must pass \"" + keyword + "\" keyword validation";
    return new Described(keyword, details == null ? Map.of() : details, text);
  }

  private static Described duplicates(String keyword, Error error) {
    Object items = PlainNodes.plain(error.getInstanceNode());
    int[] pair = UniqueItems.equalItems(Values.array(items));
    if (pair == null) {
      return none(keyword, "must NOT have duplicate items");
    }
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("i", pair[1]);
    params.put("j", pair[0]);
    return new Described(
        keyword,
        params,
        "must NOT have duplicate items (items ## "
            + pair[0]
            + " and "
            + pair[1]
            + " are identical)");
  }

  /** The first two alternatives that fit; null when none does. */
  private static @Nullable List<Object> passing(Error error) {
    List<Object> indexes = new ArrayList<>();
    for (Object argument : error.getArguments() == null ? new Object[0] : error.getArguments()) {
      if (argument instanceof List<?> list) {
        list.forEach(each -> indexes.add(Integer.parseInt(String.valueOf(each))));
      } else if (String.valueOf(argument).matches("\\[?\\d+(, \\d+)+\\]?")) {
        for (String each : String.valueOf(argument).replaceAll("[\\[\\]]", "").split(", ", -1)) {
          indexes.add(Integer.parseInt(each));
        }
      }
    }
    return indexes.size() < 2 ? null : indexes.subList(0, 2);
  }

  private static Described contains(Error error) {
    Map<String, Object> params = new LinkedHashMap<>();
    Object[] arguments = error.getArguments();
    int least = 1;
    if ("minContains".equals(error.getKeyword()) && arguments != null && arguments.length > 0) {
      least = Integer.parseInt(String.valueOf(arguments[0]));
    }
    params.put("minContains", least);
    if ("maxContains".equals(error.getKeyword()) && arguments != null && arguments.length > 0) {
      params.put("maxContains", Integer.parseInt(String.valueOf(arguments[0])));
      return new Described(
          "contains",
          params,
          "must contain at least 1 and no more than " + arguments[0] + " valid item(s)");
    }
    return new Described("contains", params, "must contain at least " + least + " valid item(s)");
  }

  private static Described dependency(String keyword, Error error, @Nullable Object schema) {
    String property = null;
    String missing = error.getProperty();
    List<?> names = List.of();
    if (schema instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (entry.getValue() instanceof List<?> list
            && error.getInstanceNode() != null
            && error.getInstanceNode().has(String.valueOf(entry.getKey()))
            && list.stream().anyMatch(name -> !error.getInstanceNode().has(String.valueOf(name)))) {
          property = String.valueOf(entry.getKey());
          names = list;
          missing =
              list.stream()
                  .map(String::valueOf)
                  .filter(name -> !error.getInstanceNode().has(name))
                  .findFirst()
                  .orElse(missing);
          break;
        }
      }
    }
    String all = String.join(", ", names.stream().map(String::valueOf).toList());
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("property", String.valueOf(property));
    params.put("missingProperty", String.valueOf(missing));
    params.put("depsCount", names.size());
    params.put("deps", all);
    return new Described(
        keyword,
        params,
        "must have "
            + (names.size() == 1 ? "property " : "properties ")
            + all
            + " when property "
            + property
            + " is present");
  }

  private static String join(List<?> list) {
    return String.join(",", list.stream().map(String::valueOf).toList());
  }

  private static String number(@Nullable Object value) {
    return value instanceof Number number ? JsNumbers.text(number) : String.valueOf(value);
  }

  private static Described comparison(String keyword, String comparison, @Nullable Object limit) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("comparison", comparison);
    params.put("limit", limit == null ? 0 : limit);
    return new Described(keyword, params, "must be " + comparison + ' ' + number(limit));
  }

  private static Described size(
      String keyword, String comparison, String noun, @Nullable Object limit) {
    return one(
        keyword,
        "limit",
        limit,
        "must NOT have " + comparison + " than " + number(limit) + ' ' + noun);
  }

  @SuppressWarnings("NullAway") // a constant may be null, and the error says so
  private static Described one(
      String keyword, String name, @Nullable Object value, String message) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put(name, value);
    return new Described(keyword, params, message);
  }

  private static Described none(String keyword, String message) {
    return new Described(keyword, Map.of(), message);
  }
}
