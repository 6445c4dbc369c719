package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.json.JsonWriterScalars;
import dev.fastjava.internal.json.JsonWriterTemporals;
import dev.fastjava.internal.json.PlainMapper;
import dev.fastjava.internal.validation.check.JsNumbers;
import dev.fastjava.schema.Utf8Output;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns values into what a schema asks for, by JavaScript's rules, which the reference follows.
 *
 * <p>The many Java types are first brought down to a few: texts, numbers, booleans, dates, lists,
 * and objects (maps, records and beans).
 */
final class Conversions {
  private static final String OBJECT_TEXT = "[object Object]";

  private final JacksonValues jackson;
  private final JsonWriterScalars scalars;
  private final BeanShapes beans;
  private final PlainMapper plain;

  Conversions(
      JacksonValues jackson, JsonWriterScalars scalars, BeanShapes beans, PlainMapper plain) {
    this.jackson = jackson;
    this.plain = plain;
    this.scalars = scalars;
    this.beans = beans;
  }

  /** What Jackson writes. */
  JacksonValues jackson() {
    return jackson;
  }

  /**
   * Returns a value as one of null, {@code String}, {@code Number}, {@code Boolean}, a date or
   * time, {@code List}, {@code Map}, or a record or bean with properties.
   *
   * <p>What the mapper has a serializer of its own for, or was told something about, is what
   * Jackson writes. Not so texts, booleans and usual numbers, of which {@link AskedNode} asks.
   */
  @Nullable Object simplify(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number || JsonWriterTemporals.isTemporal(value)) {
      return isItself(value) ? value : simplifyOther(value);
    }
    if (value instanceof Map || value instanceof Collection) {
      if (!isPlainContainer(value.getClass())) {
        return jackson.of(value);
      }
      return value instanceof Map || value instanceof List
          ? value
          : new ArrayList<>((Collection<?>) value);
    }
    Boolean flag = scalars.booleanOf(value);
    if (flag != null) {
      return flag;
    }
    String text = scalars.textOf(value);
    if (text != null) {
      return text;
    }
    return simplifyOther(value);
  }

  /** Tells whether a map, collection or array is its entries or items and nothing else. */
  boolean isPlainContainer(Class<?> type) {
    return plain.isPlain(type) || JacksonValues.isOfTree(type);
  }

  /** Returns what an optional holds, if it is what is written of it; anything else as it is. */
  @Nullable Object unwrapped(@Nullable Object value) {
    return value != null && JsonWriter.isOptional(value) && plain.isPlain(value.getClass())
        ? JsonWriter.unwrap(value)
        : value;
  }

  /** Tells whether a number or a date is for the schema to write: nobody else says how. */
  boolean isItself(Object value) {
    return JsonWriterScalars.isBasicNumber(value.getClass()) || plain.isPlain(value.getClass());
  }

  /** Tells whether usual lists are their items and nothing else. */
  boolean areListsPlain() {
    return plain.areUsualPlain();
  }

  private @Nullable Object simplifyOther(Object value) {
    if (value instanceof JsonNode node) {
      return jackson.ofNode(node);
    }
    if (JsonWriter.holdsOthers(value) && plain.isPlain(value.getClass())) {
      return simplifyHolder(value);
    }
    if (beans.of(value.getClass()).hasProperties()) {
      return value;
    }
    return isScalar(value) ? jackson.ofScalar(value) : jackson.of(value);
  }

  private static boolean isScalar(Object value) {
    return value instanceof Number
        || value instanceof CharSequence
        || value instanceof byte[]
        || JsonWriterTemporals.isTemporal(value)
        || JsonWriterScalars.writesItself(value);
  }

  private @Nullable Object simplifyHolder(Object value) {
    if (JsonWriter.isOptional(value)) {
      return simplify(jackson.asked(JsonWriter.unwrap(value)));
    }
    if (value instanceof BaseStream<?, ?> stream) {
      return collect(stream.iterator());
    }
    if (value instanceof Iterator<?> items) {
      return collect(items);
    }
    return value instanceof Object[] array ? Arrays.asList(array) : boxed(value);
  }

  static List<@Nullable Object> boxed(Object array) {
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0, length = Array.getLength(array); i < length; i++) {
      items.add(Array.get(array, i));
    }
    return items;
  }

  private static List<@Nullable Object> collect(Iterator<?> iterator) {
    List<@Nullable Object> items = new ArrayList<>();
    iterator.forEachRemaining(items::add);
    return items;
  }

  /** Tells whether a value is a record or bean whose properties can be read one by one. */
  boolean isBean(Object value) {
    return !(value instanceof Map) && beans.of(value.getClass()).hasProperties();
  }

  /** Returns a map whose keys are all texts: the given one, or a copy. */
  @SuppressWarnings("unchecked") // every key was seen to be a text
  Map<String, @Nullable Object> withTextKeys(Map<?, ?> map) {
    for (Object key : map.keySet()) {
      if (!(key instanceof String)) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((each, value) -> copy.put(scalars.keyText(each), value));
        return copy;
      }
    }
    return (Map<String, @Nullable Object>) map;
  }

  /** Returns the text of a simplified value. */
  String toText(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value == null || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      return number.toString();
    }
    if (value instanceof Number number) {
      Utf8Output text = new Utf8Output(32, 32);
      JsonWriterScalars.writeNumber(number, text);
      return text.toText();
    }
    if (value instanceof List<?> list) {
      List<String> texts = new ArrayList<>();
      for (Object item : list) {
        Object simple = simplify(jackson.asked(item));
        texts.add(simple == null ? "" : toText(simple));
      }
      return String.join(",", texts);
    }
    if (value instanceof ErrorFields error) {
      return error.text();
    }
    if (JsonWriterTemporals.isTemporal(value)) {
      return JsonWriterTemporals.isoText(value);
    }
    String text = scalars.textOf(value);
    return text == null ? OBJECT_TEXT : text;
  }

  /** Returns the number a simplified value stands for; {@code NaN} when it stands for none. */
  double toNumber(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (JsonWriterTemporals.isPointInTime(value)) {
      return JsonWriterTemporals.toEpochMillis(value);
    }
    return value instanceof String || value instanceof List ? numberOf(toText(value)) : Double.NaN;
  }

  private static double numberOf(String text) {
    Number number = JsNumbers.parse(text);
    return number == null ? Double.NaN : number.doubleValue();
  }

  /** Tells whether a simplified value counts as true. */
  static boolean isTrue(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof Number number) {
      double real = number.doubleValue();
      return real != 0 && !Double.isNaN(real);
    }
    return !value.equals("");
  }
}
