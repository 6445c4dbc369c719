package dev.fastjava.internal.json;

import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import java.lang.reflect.Array;
import java.util.AbstractCollection;
import java.util.AbstractSequentialList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.RandomAccess;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes any value as JSON without a schema: maps, collections, arrays, texts, numbers and dates by
 * itself, with the results of {@code JSON.stringify}; records, beans and Jackson nodes through
 * Jackson. Immutable and thread-safe.
 */
public final class JsonWriter implements Serializer {
  /** Deeper than any sensible reply, and shallow enough for the smallest stack. */
  static final int MAX_RECURSION = 500;

  private static final int SHORT_LIST = 50;

  private static final EncodedText NULL = EncodedText.of("null");
  private static final EncodedText TRUE = EncodedText.of("true");
  private static final EncodedText FALSE = EncodedText.of("false");

  private final boolean plain;

  /** From here on, even the maps and lists that most replies have are looked at closely. */
  private final int usualDepth;

  private final PlainMapper mapper;
  private final JsonWriterScalars scalars;
  private final JsonWriterBeans beans;

  /** Creates a writer with Jackson's default settings. */
  public JsonWriter() {
    this(JsonMapper.builder().build());
  }

  /**
   * Creates a writer that hands records and beans to a mapper; everything, when the mapper does not
   * write maps, lists and numbers in the usual way.
   */
  public JsonWriter(ObjectMapper mapper) {
    this(mapper, new PlainMapper(mapper));
  }

  /** Creates a writer for a mapper that has been asked already how it writes. */
  public JsonWriter(ObjectMapper mapper, PlainMapper plain) {
    this.plain = plain.writesPlainly();
    this.usualDepth = plain.areUsualPlain() ? MAX_RECURSION : 0;
    this.mapper = plain;
    this.scalars = new JsonWriterScalars(mapper, plain);
    this.beans = new JsonWriterBeans(mapper);
  }

  @Override
  public void serialize(@Nullable Object value, Utf8Output out) {
    try {
      write(value, out, 0);
    } catch (RuntimeException e) {
      throw Unwritable.of(e);
    }
  }

  /** Writes a value that is nested in others already written. */
  public void write(@Nullable Object value, Utf8Output out, int depth) {
    if (plain) {
      writePlainly(value, out, depth);
    } else {
      beans.write(value, out);
    }
  }

  private void writePlainly(@Nullable Object value, Utf8Output out, int depth) {
    if (value instanceof String text) {
      out.writeJsonString(text);
    } else if (value == null) {
      out.write(NULL);
    } else if (value instanceof Number number) {
      writeNumber(number, out);
    } else if (value instanceof Boolean flag) {
      out.write(flag ? TRUE : FALSE);
    } else if (depth < usualDepth && value.getClass() == LinkedHashMap.class) {
      writeMap((LinkedHashMap<?, ?>) value, out, depth + 1);
    } else if (depth < usualDepth && value.getClass() == ArrayList.class) {
      writeList((ArrayList<?>) value, out, depth + 1);
    } else {
      writeContainer(value, out, depth);
    }
  }

  private void writeContainer(Object value, Utf8Output out, int depth) {
    if (isForJackson(value)) {
      beans.write(value, out);
    } else if (depth >= MAX_RECURSION && JsonWriterStack.isContainer(value)) {
      new JsonWriterStack(this, scalars, out).write(value);
    } else if (!(value instanceof AbstractCollection) && value instanceof Map<?, ?> map) {
      writeMap(map, out, depth + 1);
    } else if (value instanceof List<?> list && isIndexed(list)) {
      writeList(list, out, depth + 1);
    } else if (value instanceof Collection<?> collection) {
      writeAll(collection.iterator(), out, depth + 1);
    } else {
      writeOther(value, out, depth);
    }
  }

  private void writeNumber(Number number, Utf8Output out) {
    if (number instanceof Integer integer) {
      out.writeInt(integer);
    } else if (number instanceof Double real) {
      out.writeDouble(real);
    } else if (number instanceof Long integer) {
      out.writeLong(integer);
    } else {
      writeOtherNumber(number, out);
    }
  }

  private void writeOtherNumber(Number number, Utf8Output out) {
    Class<?> type = number.getClass();
    if (JsonWriterScalars.isBasicNumber(type) || mapper.isPlain(type)) {
      JsonWriterScalars.writeNumber(number, out);
    } else {
      beans.write(number, out);
    }
  }

  /** Tells whether a map, collection or array is more, or less, than its entries or items. */
  boolean isForJackson(Object value) {
    return JsonWriterStack.isContainer(value) && !mapper.isPlain(value.getClass());
  }

  /**
   * Tells whether a list is better read by index than by an iterator. Not by asking for {@code
   * RandomAccess}, as long as the list is short: until JDK 23, asking an object for one interface
   * after another is slow, and the slower the more threads do it.
   */
  public static boolean isIndexed(List<?> list) {
    return list instanceof ArrayList
        || (!(list instanceof AbstractSequentialList)
            && (list.size() < SHORT_LIST || list instanceof RandomAccess));
  }

  private void writeMap(Map<?, ?> map, Utf8Output out, int depth) {
    int start = out.size();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeByte(',');
      out.writeJsonString(scalars.keyText(entry.getKey()));
      out.writeByte(':');
      writePlainly(entry.getValue(), out, depth);
    }
    close(start, '{', '}', out);
  }

  private void writeList(List<?> list, Utf8Output out, int depth) {
    int start = out.size();
    for (int i = 0, size = list.size(); i < size; i++) {
      out.writeByte(',');
      writePlainly(list.get(i), out, depth);
    }
    close(start, '[', ']', out);
  }

  private void writeAll(Iterator<?> items, Utf8Output out, int depth) {
    int start = out.size();
    while (items.hasNext()) {
      out.writeByte(',');
      writePlainly(items.next(), out, depth);
    }
    close(start, '[', ']', out);
  }

  /** Turns the comma before the first member into the opening bracket, and closes it. */
  public static void close(int start, char open, char close, Utf8Output out) {
    if (out.size() == start) {
      out.writeByte(open);
    } else {
      out.array()[start] = (byte) open;
    }
    out.writeByte(close);
  }

  private void writeOther(Object value, Utf8Output out, int depth) {
    Boolean flag = scalars.booleanOf(value);
    if (flag != null) {
      out.write(flag ? TRUE : FALSE);
      return;
    }
    String text = value instanceof char[] ? null : scalars.textOf(value);
    if (text != null) {
      out.writeJsonString(text);
    } else if (!holdsOthers(value) || !mapper.isPlain(value.getClass())) {
      beans.write(value, out);
    } else if (value instanceof BaseStream<?, ?> stream) {
      writeAll(stream.iterator(), out, depth + 1);
    } else if (value instanceof Iterator<?> items) {
      writeAll(items, out, depth + 1);
    } else if (isOptional(value)) {
      writePlainly(unwrap(value), out, depth);
    } else {
      writeArray(value, out, depth + 1);
    }
  }

  /** Tells whether a value is an array, a stream, an iterator or an optional. */
  public static boolean holdsOthers(Object value) {
    return value.getClass().isArray()
        ? !(value instanceof byte[] || value instanceof char[])
        : value instanceof BaseStream || value instanceof Iterator || isOptional(value);
  }

  private void writeArray(Object array, Utf8Output out, int depth) {
    int start = out.size();
    for (int i = 0, length = Array.getLength(array); i < length; i++) {
      out.writeByte(',');
      writePlainly(Array.get(array, i), out, depth);
    }
    close(start, '[', ']', out);
  }

  /** Tells whether a value is one of the four optional types. */
  public static boolean isOptional(@Nullable Object value) {
    return value instanceof Optional
        || value instanceof OptionalInt
        || value instanceof OptionalLong
        || value instanceof OptionalDouble;
  }

  /** Returns the value inside of an optional one; null when it is empty. */
  public static @Nullable Object unwrap(Object optional) {
    if (optional instanceof OptionalInt number) {
      return number.isPresent() ? number.getAsInt() : null;
    }
    if (optional instanceof OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }
    if (optional instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
    return ((Optional<?>) optional).orElse(null);
  }
}
