package dev.fastjava.internal.boot;

import dev.fastjava.internal.json.HeaderLists;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.DerivedSchema;
import dev.fastjava.internal.types.PartialSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the properties of a type the names of the headers they are bound from. */
final class HeaderTypes {
  private HeaderTypes() {}

  /** The schema of headers; another one only when it was derived from a type. */
  static Object named(Object schema, JsonBinder binder) {
    if (schema instanceof DerivedSchema derived) {
      return named(derived, derived.blank(), binder.headerNames(derived.type()));
    }
    return schema instanceof PartialSchema part
        ? named(part, part.blank(), binder.headerNames(part.type()))
        : schema;
  }

  /** The headers of which a schema wants the lines: where a type stands, and it is a list there. */
  static HeaderLists lists(@Nullable Object schema, JsonBinder binder) {
    if (schema instanceof DerivedSchema derived) {
      return binder.headerLists(derived.type());
    }
    if (schema instanceof PartialSchema part) {
      return binder.headerLists(part.type());
    }
    HeaderLists lists = HeaderLists.NONE;
    if (schema instanceof Map<?, ?> own) {
      if (own.get("properties") instanceof Map<?, ?> properties) {
        Set<String> names = new HashSet<>();
        properties.forEach(
            (name, each) -> {
              if (each instanceof DerivedNode type && "array".equals(type.get("type"))) {
                names.add(String.valueOf(name).toLowerCase(Locale.ROOT));
              }
            });
        lists = new HeaderLists(false, names);
      }
      if (own.get("allOf") instanceof List<?> all) {
        for (Object each : all) {
          lists = lists.and(lists(each, binder));
        }
      }
    }
    return lists;
  }

  private static Object named(DerivedNode derived, DerivedNode named, Map<String, String> names) {
    derived.forEach((keyword, value) -> named.put(keyword, renamed(keyword, value, names)));
    named.rename(name -> name(name, names), name -> name);
    return named;
  }

  private static @Nullable Object renamed(
      String keyword, @Nullable Object value, Map<String, String> names) {
    if (keyword.equals("properties") && value instanceof Map<?, ?> properties) {
      Map<String, @Nullable Object> all = DerivedNode.like(properties);
      properties.forEach((name, each) -> all.put(name(name, names), each));
      return all;
    }
    return keyword.equals("required") && value instanceof List<?> required
        ? required.stream().map(name -> name(name, names)).toList()
        : value;
  }

  private static String name(Object name, Map<String, String> names) {
    String text = String.valueOf(name);
    return names.getOrDefault(text, text);
  }
}
