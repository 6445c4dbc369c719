package dev.fastjava.internal.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/**
 * The headers of which a type wants a list, an array or a set: each of their lines is an item,
 * where others are one text. Immutable.
 *
 * @param all whether it is all headers, in a map of lists
 * @param names in lower case
 */
public record HeaderLists(boolean all, Set<String> names) {
  /** No header at all. */
  public static final HeaderLists NONE = new HeaderLists(false, Set.of());

  /** Those of a type, by the mapper of headers. */
  static HeaderLists of(JavaType type, JsonMapper mapper) {
    if (type.isMapLikeType()) {
      return new HeaderLists(isList(type.getContentType()), Set.of());
    }
    Set<String> names = new HashSet<>();
    for (BeanPropertyDefinition each : Introspection.ofReading(mapper, type).findProperties()) {
      if (isList(each.getPrimaryType())) {
        names.add(each.getName().toLowerCase(Locale.ROOT));
        for (PropertyName alias : each.findAliases()) {
          names.add(alias.getSimpleName().toLowerCase(Locale.ROOT));
        }
      }
    }
    return new HeaderLists(false, names);
  }

  private static boolean isList(JavaType type) {
    if (type.isReferenceType()) {
      return isList(type.getContentType());
    }
    Class<?> raw = type.getRawClass();
    return type.isCollectionLikeType()
        || raw == Iterable.class
        || (raw.isArray() && raw != byte[].class && raw != char[].class);
  }

  /** Those of two types. */
  public HeaderLists and(HeaderLists other) {
    Set<String> both = new HashSet<>(names);
    both.addAll(other.names);
    return new HeaderLists(all || other.all, both);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return !all && names.isEmpty();
  }

  /**
   * Puts the lines of headers that came several times in the place of the text they are joined to.
   *
   * @param lines knows the lines of a header
   */
  public void putInto(Map<String, Object> headers, Function<String, List<String>> lines) {
    for (String name : all ? List.copyOf(headers.keySet()) : names) {
      List<String> each = headers.get(name) instanceof String ? lines.apply(name) : List.of();
      if (each.size() > 1) {
        headers.put(name, new ArrayList<Object>(each));
      }
    }
  }
}
