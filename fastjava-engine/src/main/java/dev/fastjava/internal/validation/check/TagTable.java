package dev.fastjava.internal.validation.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Alternatives that are told apart by one property: each wants another text in it. A look then
 * needs to look at one alternative only, for the property refuses all others.
 */
record TagTable(String property, Map<String, Check> alternatives) {
  /**
   * The texts an alternative wants in a property.
   *
   * @param property the property, which is looked at before anything could be changed
   * @param texts the texts; every other text is refused
   */
  record Tag(String property, List<String> texts) {}

  /** Makes the table; null when the alternatives are not told apart in this way. */
  static @Nullable TagTable of(List<Check> schemas) {
    String property = null;
    Map<String, Check> alternatives = new HashMap<>();
    for (Check schema : schemas) {
      Tag tag = schema.tag();
      if (tag == null || (property != null && !property.equals(tag.property()))) {
        return null;
      }
      property = tag.property();
      for (String text : tag.texts()) {
        if (alternatives.put(text, schema) != null) {
          return null;
        }
      }
    }
    return property == null ? null : new TagTable(property, alternatives);
  }

  /** Whether the value has a text in the property, so that the table can tell. */
  boolean applies(@Nullable Object value) {
    return value instanceof Map<?, ?> object && object.get(property) instanceof String;
  }

  /** Looks at the alternative for the value, and so at it alone. */
  Verdict check(@Nullable Object value, Run look) {
    Object text = Values.object(value).get(property);
    Check alternative = text instanceof String ? alternatives.get(text) : null;
    return alternative == null ? Verdict.INVALID : alternative.check(value, look);
  }
}
