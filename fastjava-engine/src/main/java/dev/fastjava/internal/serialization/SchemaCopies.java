package dev.fastjava.internal.serialization;

import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.DerivedSchema;
import dev.fastjava.internal.types.FormattedSchema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas as plain values: copies and comparisons. */
final class SchemaCopies {
  /** How deep schemas may be nested. Each level takes up to two levels of values. */
  static final int MAX_DEPTH = 100;

  private final String name;
  private final IdentityHashMap<Object, @Nullable Object> copies = new IdentityHashMap<>();

  private SchemaCopies(String name) {
    this.name = name;
  }

  /** Tells whether a value is a schema that is an object, and so may hold keywords. */
  @SuppressWarnings("unchecked") // the keys of a schema are strings
  static @Nullable Map<String, @Nullable Object> asObject(@Nullable Object schema) {
    return schema instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
  }

  /**
   * Copies a schema so that the compiler may change it. A part used twice stays one part.
   *
   * @param name what messages call it, empty for the schema of a reply
   * @throws IllegalArgumentException when it is nested too deep or contains itself
   */
  static @Nullable Object copy(@Nullable Object schema, String name) {
    return new SchemaCopies(name).copyOf(schema, 0);
  }

  private @Nullable Object copyOf(@Nullable Object value, int depth) {
    if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
      return value;
    }
    if (depth > MAX_DEPTH * 2) {
      throw new IllegalArgumentException(
          (name.isEmpty() ? "" : '"' + name + "\" ")
              + "schema exceeds maximum depth of "
              + MAX_DEPTH);
    }
    if (copies.containsKey(value)) {
      Object copy = copies.get(value);
      if (copy == null) {
        throw new IllegalArgumentException(
            "schema contains a circular object reference; use $ref instead");
      }
      return copy;
    }
    copies.put(value, null);
    Object copy;
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> members = like(map);
      map.forEach((key, member) -> members.put(String.valueOf(key), copyOf(member, depth + 1)));
      copy = members;
    } else {
      List<@Nullable Object> items = new ArrayList<>();
      ((List<?>) value).forEach(item -> items.add(copyOf(item, depth + 1)));
      copy = items;
    }
    copies.put(value, copy);
    return copy;
  }

  /**
   * Returns an empty map for a copy of a schema: one that remembers the type it was derived from.
   */
  static Map<String, @Nullable Object> like(Map<?, ?> schema) {
    return schema instanceof DerivedNode && !isRemembered(schema)
        ? DerivedNode.like(schema)
        : blank(schema);
  }

  private static boolean isRemembered(Map<?, ?> schema) {
    return schema instanceof DerivedSchema || schema instanceof FormattedSchema;
  }

  /** Returns the same for a copy in which only whole types are known. */
  static Map<String, @Nullable Object> blank(Map<?, ?> schema) {
    return schema instanceof DerivedSchema derived
        ? derived.blank()
        : schema instanceof FormattedSchema formatted ? formatted.blank() : new LinkedHashMap<>();
  }
}
