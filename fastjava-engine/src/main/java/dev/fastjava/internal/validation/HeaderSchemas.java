package dev.fastjava.internal.validation;

import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.validation.check.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the names of headers in a schema to lower case, which is how a request has them.
 *
 * <p>Patterns stay as they are; so do schemas referred to outside of this one, which other parts of
 * requests may share.
 */
public final class HeaderSchemas {
  private static final Set<String> SCHEMAS =
      Set.of(
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else",
          "items",
          "additionalItems",
          "additionalProperties",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contains",
          "contentSchema");

  private HeaderSchemas() {}

  /** The schema with lower-case names. */
  public static Object lowerCase(Object schema) {
    Object lower = lowerCase(schema, false);
    return lower == null ? schema : lower;
  }

  /** Goes through a schema; {@code names} tells that the values it describes are header names. */
  private static @Nullable Object lowerCase(@Nullable Object schema, boolean names) {
    if (schema instanceof List<?> list) {
      List<@Nullable Object> lower = new ArrayList<>();
      list.forEach(item -> lower.add(lowerCase(item, names)));
      return lower;
    }
    if (!(schema instanceof Map<?, ?>)) {
      return schema;
    }
    // What was derived from a type stays that: its numbers are converted with all their digits.
    Map<String, @Nullable Object> lower = DerivedNode.blankOf(schema);
    if (lower instanceof DerivedNode derived) {
      derived.rename(name -> name, HeaderSchemas::lower);
    }
    Values.object(schema).forEach((key, value) -> lower.put(key, keyword(key, value, names)));
    return lower;
  }

  private static @Nullable Object keyword(String keyword, @Nullable Object value, boolean names) {
    return switch (keyword) {
      case "properties", "dependentSchemas" -> entries(value, true, names);
      case "dependencies", "dependentRequired" -> dependencies(value, names);
      case "definitions", "$defs", "patternProperties" -> entries(value, false, names);
      case "errorMessage" -> messages(value);
      case "required" -> texts(value);
      case "propertyNames" -> lowerCase(value, true);
      case "enum" -> names ? texts(value) : value;
      case "const" -> names ? text(value) : value;
      default -> SCHEMAS.contains(keyword) ? lowerCase(value, names) : value;
    };
  }

  private static @Nullable Object entries(
      @Nullable Object value, boolean lowerKeys, boolean names) {
    if (!(value instanceof Map<?, ?>)) {
      return value;
    }
    Map<String, @Nullable Object> lower = DerivedNode.blankOf(value);
    Values.object(value)
        .forEach(
            (key, schema) -> lower.put(lowerKeys ? lower(key) : key, lowerCase(schema, names)));
    return lower;
  }

  /** Messages by property are by its name, too. */
  private static @Nullable Object messages(@Nullable Object value) {
    if (!(value instanceof Map<?, ?>)) {
      return value;
    }
    Map<String, @Nullable Object> lower = new LinkedHashMap<>();
    Values.object(value).forEach((key, each) -> lower.put(key, entries(each, true, false)));
    return lower;
  }

  private static @Nullable Object dependencies(@Nullable Object value, boolean names) {
    if (!(value instanceof Map<?, ?>)) {
      return value;
    }
    Map<String, @Nullable Object> lower = new LinkedHashMap<>();
    Values.object(value)
        .forEach(
            (key, needed) ->
                lower.put(
                    lower(key),
                    needed instanceof List<?> ? texts(needed) : lowerCase(needed, names)));
    return lower;
  }

  private static @Nullable Object texts(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return value;
    }
    List<@Nullable Object> lower = new ArrayList<>();
    list.forEach(item -> lower.add(text(item)));
    return lower;
  }

  private static @Nullable Object text(@Nullable Object value) {
    return value instanceof String text ? lower(text) : value;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
