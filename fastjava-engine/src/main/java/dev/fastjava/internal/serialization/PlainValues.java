package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriterTemporals;
import dev.fastjava.internal.serialization.BeanShapes.BeanShape;
import dev.fastjava.schema.SerializationException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Values in the form that validators take: maps, lists, texts, numbers, booleans and null. */
final class PlainValues {
  private final Conversions conversions;
  private final BeanShapes shapes;

  PlainValues(Conversions conversions, BeanShapes shapes) {
    this.conversions = conversions;
    this.shapes = shapes;
  }

  /** Somewhere inside of a value is a stream or an iterator, which can be read but once. */
  static final class OneTimeValueException extends SerializationException {
    private static final long serialVersionUID = 1L;

    OneTimeValueException() {
      super("A stream inside of a value cannot be validated: collect it to a list before");
    }
  }

  /** Returns a value that can be read more than once: streams and iterators as lists. */
  @Nullable Object toLasting(@Nullable Object value) {
    return isOneTime(value) ? conversions.simplify(value) : value;
  }

  private static boolean isOneTime(@Nullable Object value) {
    return value instanceof BaseStream || value instanceof Iterator;
  }

  /** Returns what an optional holds; anything else as it is. */
  @Nullable Object held(@Nullable Object value) {
    return conversions.unwrapped(value);
  }

  /** Returns a value in plain form; the value itself when it is plain already. */
  @Nullable Object toPlain(@Nullable Object value) {
    return toPlain(value, null);
  }

  /** The same, with what Jackson has written of the values of Java types, by {@link JavaPlaces}. */
  @Nullable Object toPlain(@Nullable Object value, @Nullable Object written) {
    return toPlain(value, 0, written);
  }

  private @Nullable Object toPlain(@Nullable Object value, int depth, @Nullable Object written) {
    if (written instanceof JavaPlaces.Written place) {
      return place.value();
    }
    if (isOneTime(value)) {
      throw new OneTimeValueException();
    }
    Object simple = conversions.simplify(conversions.jackson().asked(value));
    if (simple instanceof Map<?, ?> map) {
      return plainMap(conversions.withTextKeys(map), Node.nested(depth), written);
    }
    if (simple instanceof List<?> list) {
      return plainList(list, Node.nested(depth), written);
    }
    if (simple == null
        || simple instanceof String
        || simple instanceof Number
        || simple instanceof Boolean) {
      return simple;
    }
    if (JsonWriterTemporals.isPointInTime(simple)) {
      return DateStandIn.INSTANCE;
    }
    return JsonWriterTemporals.isTemporal(simple)
        ? conversions.toText(simple)
        : plainBean(simple, Node.nested(depth), written);
  }

  private Map<String, @Nullable Object> plainMap(
      Map<String, @Nullable Object> map, int depth, @Nullable Object written) {
    Map<String, @Nullable Object> copy = null;
    for (Map.Entry<String, @Nullable Object> entry : map.entrySet()) {
      Object plain = toPlain(entry.getValue(), depth, JavaPlaces.inside(written, entry.getKey()));
      if (plain != entry.getValue()) {
        if (copy == null) {
          copy = new LinkedHashMap<>(map);
        }
        copy.put(entry.getKey(), plain);
      }
    }
    return copy == null ? map : copy;
  }

  private List<?> plainList(List<?> list, int depth, @Nullable Object written) {
    List<@Nullable Object> copy = null;
    int index = 0;
    for (Object item : list) {
      Object plain = toPlain(item, depth, JavaPlaces.inside(written, index));
      if (plain != item) {
        if (copy == null) {
          copy = new ArrayList<>(list);
        }
        copy.set(index, plain);
      }
      index++;
    }
    return copy == null ? list : copy;
  }

  private Map<String, @Nullable Object> plainBean(
      Object bean, int depth, @Nullable Object written) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    BeanShape shape = shapes.of(bean.getClass());
    if (shape.readable() != null) {
      for (BeanProperty property : shape.readable()) {
        Object value = property.value(bean);
        String name = property.name();
        if (!property.omits(value)) {
          map.put(name, toPlain(value, depth, JavaPlaces.inside(written, name)));
        }
      }
    }
    return map;
  }
}
