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
  /** Further entries and elements are left out. */
  private static final int MAX_VALUES = 10_000;

  private int values;

  private PlainCopy() {}

  static @Nullable Object of(LoggedValue field) {
    try {
      Object copy = new PlainCopy().copy(field.value(), field.hidden(), field.way());
      // A text at the top is what line-oriented layouts print as it is.
      return copy instanceof String text ? LogText.oneLine(text) : copy;
    } catch (Throwable failure) {
      return LogValues.unwritable(field.value());
    }
  }

  private @Nullable Object copy(
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
    // Numbers of the application's own print themselves as they like.
    return simple instanceof Number number && !isPlain(number)
        ? LogText.oneLine(LogValues.textOf(number))
        : simple;
  }

  private static boolean isPlain(Number number) {
    return number.getClass().getName().startsWith("java.");
  }

  private Map<String, @Nullable Object> entries(
      Map<?, ?> map, @Nullable RedactionNode hidden, Ancestors way) {
    Map<String, @Nullable Object> copy = new JsonTextMap();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (++values > MAX_VALUES) {
        break;
      }
      String key = LogValues.textOf(entry.getKey());
      RedactionNode node = hidden == null ? null : hidden.at(key);
      if (node == null || !node.isHidden()) {
        copy.put(key, copy(entry.getValue(), node, way.entry(map, key)));
      } else if (!node.removes()) {
        copy.put(key, node.censored(entry.getValue(), way.entry(map, key).path()));
      }
    }
    return copy;
  }

  private List<@Nullable Object> elements(
      Collection<?> elements, @Nullable RedactionNode hidden, Ancestors way) {
    List<@Nullable Object> copy = new JsonTextList();
    int index = 0;
    for (Object element : elements) {
      if (++values > MAX_VALUES) {
        break;
      }
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
    @Override
    public String toString() {
      return json(this);
    }
  }

  @SuppressWarnings("serial") // never serialised: it lives as long as one log event
  private static final class JsonTextList extends ArrayList<@Nullable Object> {
    @Override
    public String toString() {
      return json(this);
    }
  }
}
