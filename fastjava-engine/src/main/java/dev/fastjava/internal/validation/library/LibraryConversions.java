package dev.fastjava.internal.validation.library;

import dev.fastjava.internal.json.TokenValidator;
import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.PartialSchema;
import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the library does not do: coercion, defaults, removal of properties.
 *
 * <p>The part of a schema that tells types, properties, items and defaults means the same in all
 * dialects. So a schema of draft-07 that has only these is compiled, and run before the library;
 * its errors are dropped, for the library judges. Alternatives ({@code anyOf}, {@code oneOf},
 * {@code if}) are left out: which of them applies is the library's to say.
 */
final class LibraryConversions {
  private static final Set<String> KEPT =
      Set.of("$anchor", "$id", "default", "nullable", "type", "additionalProperties");

  private LibraryConversions() {}

  /** The conversions that a schema asks for; null when the options want none. */
  static @Nullable TokenValidator of(
      Object schema,
      Map<String, Object> sharedSchemas,
      ValidationOptions options,
      @Nullable HttpPart part)
      throws Exception {
    boolean none =
        options.coercion(part) == Coercion.OFF
            && options.useDefaults() == UseDefaults.OFF
            && options.removeAdditional() == RemoveAdditional.OFF;
    if ((none && !isDerived(schema)) || !(schema instanceof Map<?, ?>)) {
      return null;
    }
    Map<String, Object> shared = new LinkedHashMap<>();
    sharedSchemas.forEach((id, each) -> shared.put(id, projected(each)));
    ValidationOptions own =
        ValidationOptions.of(
            o ->
                o.coercion(options.coercion(part))
                    .useDefaults(options.useDefaults())
                    .removeAdditional(options.removeAdditional())
                    // A wrong value must not keep those after it from being converted.
                    .allErrors(true)
                    .strict(Strictness.OFF)
                    .validateSchema(Strictness.OFF)
                    .validateFormats(false)
                    .messages(false)
                    .addUsedSchema(true)
                    .maxDepth(options.maxDepth())
                    .maxReferences(options.maxReferences()));
    return (TokenValidator)
        new CompiledValidators()
            .build(shared, own)
            .compile(new RequestSchema(projected(schema), "", "", part));
  }

  /** What a part leaves out would stay where nothing is removed, so that has to be told. */
  private static Object projected(Object schema) {
    if (reached(schema) < parts(schema)) {
      throw new IllegalArgumentException(
          "only and without of a type stand in a schema of an alternative, such as anyOf, where"
              + " Engine.LIBRARY and newer dialects remove nothing: use Engine.COMPILED and"
              + " draft-07");
    }
    return project(schema);
  }

  /** How many parts of types there are. */
  private static long parts(@Nullable Object schema) {
    if (schema instanceof List<?> list) {
      return list.stream().mapToLong(LibraryConversions::parts).sum();
    }
    return schema instanceof Map<?, ?> map
        ? (schema instanceof PartialSchema ? 1 : 0)
            + map.values().stream().mapToLong(LibraryConversions::parts).sum()
        : 0;
  }

  /** How many of them a projection has. */
  private static long reached(@Nullable Object schema) {
    if (schema instanceof List<?> list) {
      return list.stream().mapToLong(LibraryConversions::reached).sum();
    }
    if (!(schema instanceof Map<?, ?> map)) {
      return 0;
    }
    long count = schema instanceof PartialSchema ? 1 : 0;
    for (Map.Entry<?, ?> each : map.entrySet()) {
      count +=
          switch (String.valueOf(each.getKey())) {
            case "properties", "patternProperties", "$defs", "definitions" ->
                each.getValue() instanceof Map<?, ?> named
                    ? named.values().stream().mapToLong(LibraryConversions::reached).sum()
                    : 0;
            case "allOf", "items", "additionalItems", "prefixItems", "additionalProperties" ->
                reached(each.getValue());
            case "else" -> admitsNullOnly(map) ? reached(each.getValue()) : 0;
            default -> 0;
          };
    }
    return count;
  }

  private static boolean admitsNullOnly(Map<?, ?> schema) {
    return schema instanceof DerivedNode derived && derived.admitsNullOnly();
  }

  /**
   * Whether a schema has a Java type in it, whose whole numbers have no fraction, or a part of one,
   * of which the rest is removed: whatever the options are.
   */
  private static boolean isDerived(@Nullable Object schema) {
    if (schema instanceof List<?> list) {
      return list.stream().anyMatch(LibraryConversions::isDerived);
    }
    return schema instanceof Map<?, ?> map
        && (schema instanceof DerivedNode
            || map.values().stream().anyMatch(LibraryConversions::isDerived));
  }

  private static Object project(@Nullable Object schema) {
    if (!(schema instanceof Map<?, ?> keywords)) {
      return true;
    }
    Map<String, @Nullable Object> projected = DerivedNode.like(keywords);
    keywords.forEach((name, value) -> project(String.valueOf(name), value, projected));
    if (keywords.get("prefixItems") instanceof List<?> first) {
      projected.put("items", all(first));
      if (keywords.get("items") instanceof Map<?, ?> rest) {
        projected.put("additionalItems", project(rest));
      }
    }
    if (admitsNullOnly(keywords) && parts(keywords.get("else")) > 0) {
      projected.put("if", keywords.get("if"));
      projected.put("else", project(keywords.get("else")));
    }
    return projected;
  }

  private static void project(
      String keyword, @Nullable Object value, Map<String, @Nullable Object> projected) {
    switch (keyword) {
      case "properties", "patternProperties", "$defs", "definitions" -> {
        if (value instanceof Map<?, ?> map) {
          Map<String, Object> schemas = new LinkedHashMap<>();
          map.forEach((name, part) -> schemas.put(String.valueOf(name), project(part)));
          projected.put(keyword, schemas);
        }
      }
      case "allOf" -> {
        if (value instanceof List<?> list) {
          projected.put(keyword, all(list));
        }
      }
      case "items", "additionalItems" -> {
        if (value instanceof List<?> list) {
          projected.put(keyword, all(list));
        } else if (value instanceof Map<?, ?>) {
          projected.put(keyword, project(value));
        }
      }
      case "$ref" -> {
        if (value != null) {
          projected.put(keyword, value);
        }
      }
      default -> {
        if (KEPT.contains(keyword) && value != null) {
          projected.put(keyword, value instanceof Map<?, ?> map ? keep(keyword, map) : value);
        }
      }
    }
  }

  private static Object keep(String keyword, Map<?, ?> value) {
    return keyword.equals("additionalProperties") ? project(value) : value;
  }

  private static List<Object> all(List<?> schemas) {
    List<Object> projected = new ArrayList<>();
    schemas.forEach(each -> projected.add(project(each)));
    return projected;
  }
}
