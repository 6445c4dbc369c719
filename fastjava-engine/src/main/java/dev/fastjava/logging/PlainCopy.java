package dev.fastjava.logging;

import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies a value into maps, lists and scalars, with what is hidden hidden. For loggers whose
 * backend formats values itself: a backend that knows JSON finds maps and lists, one that calls
 * {@code toString} gets JSON text on one line.
 */
final class PlainCopy {
  private PlainCopy() {}

  static @Nullable Object of(LoggedValue field) {
    try {
      Object copy = copy(field.value(), field.hidden(), field.way());
      // A text at the top is what line-oriented layouts print as it is.
      return copy instanceof String text ? LogText.oneLine(text) : copy;
    } catch (RuntimeException | StackOverflowError failure) {
      Object value = field.value();
      return value == null ? null : LogValues.unwritable(value);
    }
  }

  private static @Nullable Object copy(
      @Nullable Object value, @Nullable RedactionNode hidden, Ancestors way) {
    Object simple = LogValues.simplify(value);
    if (simple instanceof Map<?, ?> map) {
      return way.contains(map)
          ? "[Circular]"
          : way.isTooDeep() ? "[Object]" : entries(map, hidden, way);
    }
    if (simple instanceof Collection<?> elements) {
      return way.contains(elements)
          ? "[Circular]"
          : way.isTooDeep() ? "[Array]" : elements(elements, hidden, way);
    }
    return simple;
  }

  private static Map<String, @Nullable Object> entries(
      Map<?, ?> map, @Nullable RedactionNode hidden, Ancestors way) {
    Map<String, @Nullable Object> copy = new JsonTextMap(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      RedactionNode node = hidden == null ? null : hidden.at(key);
      if (node == null || !node.isHidden()) {
        copy.put(key, copy(entry.getValue(), node, way.entry(map, key)));
      } else if (!node.removes()) {
        copy.put(key, node.censored(entry.getValue(), way.entry(map, key).path()));
      }
    }
    return copy;
  }

  private static List<@Nullable Object> elements(
      Collection<?> elements, @Nullable RedactionNode hidden, Ancestors way) {
    List<@Nullable Object> copy = new JsonTextList(elements.size());
    int index = 0;
    for (Object element : elements) {
      RedactionNode node = hidden == null ? null : hidden.at(index);
      Ancestors elementWay = way.element(elements, index);
      copy.add(
          node != null && node.isHidden()
              ? node.censored(element, elementWay.path())
              : copy(element, node, elementWay));
      index++;
    }
    return copy;
  }

  private static String json(Object value) {
    Utf8Output out = new Utf8Output();
    JsonValues.write(out, value, null, Ancestors.NONE);
    return out.toText();
  }

  @SuppressWarnings("serial") // never serialised: it lives as long as one log event
  private static final class JsonTextMap extends LinkedHashMap<String, @Nullable Object> {
    JsonTextMap(int expected) {
      super(Math.max(4, expected * 2));
    }

    @Override
    public String toString() {
      return json(this);
    }
  }

  @SuppressWarnings("serial") // never serialised: it lives as long as one log event
  private static final class JsonTextList extends ArrayList<@Nullable Object> {
    JsonTextList(int expected) {
      super(expected);
    }

    @Override
    public String toString() {
      return json(this);
    }
  }
}
