package dev.fastjava.internal.boot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    if (schema instanceof Map<?, ?> map
        && map.get("$ref") instanceof String reference
        && !reference.startsWith("#")) {
      return reference;
    }
    for (Object each : parts(schema)) {
      String found = toOthers(each);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The first reference that is a rule for names, within the schema; null when there is none. */
  static @Nullable String ofNames(@Nullable Object schema) {
    if (schema instanceof Map<?, ?> map && map.containsKey("propertyNames")) {
      String found = within(map.get("propertyNames"));
      if (found != null) {
        return found;
      }
    }
    for (Object each : parts(schema)) {
      String found = ofNames(each);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String within(@Nullable Object schema) {
    if (schema instanceof Map<?, ?> map
        && map.get("$ref") instanceof String reference
        && reference.startsWith("#")) {
      return reference;
    }
    for (Object each : parts(schema)) {
      String found = within(each);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Collection<?> parts(@Nullable Object schema) {
    return schema instanceof Map<?, ?> map
        ? map.values()
        : schema instanceof List<?> list ? list : List.of();
  }
}
