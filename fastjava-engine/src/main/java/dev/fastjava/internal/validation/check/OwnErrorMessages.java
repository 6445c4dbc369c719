package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.schema.ValidationError;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code errorMessage}: what is told of a value in place of the errors that keywords
 * beside it, and below it, have found. Made at boot.
 */
public final class OwnErrorMessages {
  /** The keyword. */
  public static final String KEYWORD = "errorMessage";

  /** Keywords whose messages may be by property, and the parameter that names it. */
  private static final Map<String, String> BY_PROPERTY =
      Map.of(
          "required", "missingProperty",
          "dependencies", "property",
          "dependentRequired", "property");

  /** Keywords whose schemas may have something to say of the properties and items of a value. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "$ref",
          "$dynamicRef",
          "$recursiveRef",
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "if",
          "patternProperties",
          "dependencies",
          "dependentSchemas",
          "unevaluatedProperties",
          "unevaluatedItems");

  private static final Set<String> INTO_ITEMS =
      Set.of("items", "prefixItems", "additionalItems", "contains");

  private final Map<String, MessageTemplate> keywords = new LinkedHashMap<>();
  private final Map<String, Map<String, MessageTemplate>> byProperty = new LinkedHashMap<>();
  private final Map<String, MessageTemplate> properties = new LinkedHashMap<>();
  private final List<MessageTemplate> items = new ArrayList<>();
  private final @Nullable MessageTemplate all;

  /**
   * Reads the value of the keyword.
   *
   * @throws IllegalArgumentException when it is not as it should be
   */
  public OwnErrorMessages(@Nullable Object value) {
    if (value instanceof String text) {
      all = new MessageTemplate(text);
      return;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("must be string or object");
    }
    MessageTemplate rest = null;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = String.valueOf(entry.getKey());
      Object given = entry.getValue();
      if (name.equals("_")) {
        rest = template(name, given);
      } else if (name.equals("properties")) {
        properties.putAll(templates(name, given));
      } else if (name.equals("items")) {
        if (!(given instanceof List<?> list)) {
          throw new IllegalArgumentException("items must be array");
        }
        list.forEach(each -> items.add(template(name, each)));
      } else if (given instanceof Map && BY_PROPERTY.containsKey(name)) {
        byProperty.put(name, templates(name, given));
      } else {
        keywords.put(name, template(name, given));
      }
    }
    all = rest;
  }

  /**
   * Finds the messages that are for nothing: of keywords that do not stand beside them, and of
   * properties and items that the schema does not have.
   *
   * @param value the value of the keyword, well-formed or not
   * @param schema the schema that it is in
   * @return what they are for
   */
  public static List<String> idle(@Nullable Object value, Map<?, ?> schema) {
    List<String> idle = new ArrayList<>();
    if (!(value instanceof Map<?, ?> map)) {
      return idle;
    }
    boolean looksElsewhere = ELSEWHERE.stream().anyMatch(schema::containsKey);
    map.forEach(
        (key, given) -> {
          String name = String.valueOf(key);
          switch (name) {
            case "_" -> {}
            case "properties" -> {
              if (!looksElsewhere && !(schema.get("additionalProperties") instanceof Map)) {
                unnamed(name, given, schema.get(name), idle);
              }
            }
            case "items" -> {
              if (!looksElsewhere && INTO_ITEMS.stream().noneMatch(schema::containsKey)) {
                idle.add(name);
              }
            }
            default -> {
              if (!schema.containsKey(name)) {
                idle.add(name);
              } else if (BY_PROPERTY.containsKey(name)) {
                unnamed(name, given, schema.get(name), idle);
              }
            }
          }
        });
    return idle;
  }

  private static void unnamed(
      String keyword, @Nullable Object messages, @Nullable Object present, List<String> idle) {
    if (messages instanceof Map<?, ?> byName) {
      for (Object name : byName.keySet()) {
        boolean there =
            present instanceof Map<?, ?> map
                ? map.containsKey(name)
                : present instanceof List<?> list && list.contains(name);
        if (!there) {
          idle.add(keyword + '/' + name);
        }
      }
    }
  }

  private static MessageTemplate template(String name, @Nullable Object given) {
    if (given instanceof String text) {
      return new MessageTemplate(text);
    }
    throw new IllegalArgumentException(name + " must be string");
  }

  private static Map<String, MessageTemplate> templates(String name, @Nullable Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(name + " must be object");
    }
    Map<String, MessageTemplate> templates = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            templates.put(String.valueOf(key), template(name + '/' + String.valueOf(key), value)));
    return templates;
  }

  /**
   * Puts the messages in the place of errors.
   *
   * @param errors what was found by the schema that the keyword is in; the result is kept there
   * @param direct tells which errors are of keywords beside this one
   * @param path the pointer to the value
   * @param schemaPath where the schema stands
   * @param root the whole document
   */
  public void replace(
      List<ValidationError> errors,
      Predicate<ValidationError> direct,
      String path,
      String schemaPath,
      @Nullable Object root) {
    Replacement replacement = new Replacement(errors, path, schemaPath, root);
    keywords.forEach(
        (keyword, message) ->
            replacement.replace(
                message, path, error -> error.keyword().equals(keyword) && direct.test(error)));
    byProperty.forEach(
        (keyword, names) ->
            names.forEach(
                (name, message) ->
                    replacement.replace(
                        message,
                        path,
                        error ->
                            error.keyword().equals(keyword)
                                && name.equals(error.params().get(BY_PROPERTY.get(keyword)))
                                && direct.test(error))));
    properties.forEach((name, message) -> replacement.replaceInside(message, name));
    for (int i = 0; i < items.size(); i++) {
      replacement.replaceInside(items.get(i), Integer.toString(i));
    }
    if (all != null) {
      replacement.replace(all, path, error -> true);
    }
    replacement.finish();
  }

  /** The errors of one value while they are replaced. */
  private static final class Replacement {
    private final List<ValidationError> errors;
    private final String path;
    private final String schemaPath;
    private final @Nullable Object root;
    private final IdentityHashMap<ValidationError, Boolean> used = new IdentityHashMap<>();
    private final List<ValidationError> added = new ArrayList<>();

    Replacement(
        List<ValidationError> errors, String path, String schemaPath, @Nullable Object root) {
      this.errors = errors;
      this.path = path;
      this.schemaPath = schemaPath;
      this.root = root;
    }

    void replaceInside(MessageTemplate message, String name) {
      String place = path + '/' + JsonPointers.escape(name);
      replace(
          message,
          place,
          error ->
              error.instancePath().equals(place) || error.instancePath().startsWith(place + '/'));
    }

    void replace(MessageTemplate message, String place, Predicate<ValidationError> which) {
      List<ValidationError> replaced = new ArrayList<>();
      for (ValidationError error : errors) {
        if (!error.keyword().equals(KEYWORD) && !used.containsKey(error) && which.test(error)) {
          replaced.add(error);
          used.put(error, true);
        }
      }
      if (!replaced.isEmpty()) {
        added.add(
            new ValidationError(
                place,
                schemaPath + '/' + KEYWORD,
                KEYWORD,
                Map.of("errors", List.copyOf(replaced)),
                message.fill(root, path)));
      }
    }

    void finish() {
      errors.removeIf(used::containsKey);
      errors.addAll(added);
    }
  }
}
