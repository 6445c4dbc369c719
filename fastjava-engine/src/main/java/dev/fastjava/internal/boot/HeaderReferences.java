package dev.fastjava.internal.boot;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * References in the schema of headers whose targets keep the letters of their names, so that they
 * may not fit the headers of a request, which are in lower case. Reference: Warnings, FSTSEC002 and
 * FSTSEC003.
 */
final class HeaderReferences {
  private HeaderReferences() {}

  /** The first reference to another schema; null when there is none. */
  static @Nullable String toOthers(@Nullable Object schema) {
    return first(schema, map -> reference(map, false));
  }

  /** The first reference that is a rule for names, within the schema; null when there is none. */
  static @Nullable String ofNames(@Nullable Object schema) {
    return first(schema, map -> first(map.get("propertyNames"), rule -> reference(rule, true)));
  }

  private static @Nullable String reference(Map<?, ?> schema, boolean within) {
    return schema.get("$ref") instanceof String reference && reference.startsWith("#") == within
        ? reference
        : null;
  }

  /** What is found first in a schema, or in a part of it. */
  private static @Nullable String first(
      @Nullable Object schema, Function<Map<?, ?>, @Nullable String> look) {
    String found = schema instanceof Map<?, ?> map ? look.apply(map) : null;
    Collection<?> parts =
        schema instanceof Map<?, ?> map
            ? map.values()
            : schema instanceof List<?> list ? list : List.of();
    for (Iterator<?> each = parts.iterator(); found == null && each.hasNext(); ) {
      found = first(each.next(), look);
    }
    return found;
  }
}
