package dev.fastjava.logging;

import dev.fastjava.schema.Utf8Output;
import java.io.File;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns any object into a JSON value, one level deep: null, a text, a number, a boolean, a map or a
 * collection, whose elements may again be any object.
 */
final class LogValues {
  /** Records and beans that take more are not written. */
  private static final int MAX_BEAN_BYTES = 1 << 20;

  private LogValues() {}

  static @Nullable Object simplify(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Map
        || value instanceof Collection) {
      return value;
    }
    if (value instanceof Throwable error) {
      return ErrorSerializer.describe(error);
    }
    if (value instanceof Optional<?> optional) {
      return simplify(optional.orElse(null));
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Date date) {
      return date.toInstant().toString();
    }
    if (value.getClass().isArray()) {
      return elementsOf(value);
    }
    return isKnownByItsText(value) ? value.toString() : mapped(value);
  }

  /** Applies a serializer; its failure is told in place of the value. */
  static @Nullable Object serialized(@Nullable LogSerializer serializer, @Nullable Object value) {
    if (serializer == null) {
      return value;
    }
    try {
      return serializer.serialize(value);
    } catch (Throwable failure) {
      // Whatever it is, the request must not fail for its log line.
      return "[serializer failed: " + failure.getClass().getName() + "]";
    }
  }

  static String unwritable(@Nullable Object value) {
    return "[unable to serialize " + (value == null ? "null" : value.getClass().getName()) + "]";
  }

  /** The text of any object, whose {@code toString} may fail, or never end for a container. */
  static String textOf(@Nullable Object value) {
    try {
      if (value instanceof Map || value instanceof Collection) {
        Utf8Output out = new Utf8Output();
        JsonValues.write(out, value, null, Ancestors.NONE);
        return out.toText();
      }
      return String.valueOf(value);
    } catch (Throwable failure) {
      return unwritable(value);
    }
  }

  private static boolean isKnownByItsText(Object value) {
    return value instanceof CharSequence
        || value instanceof Character
        || value instanceof Temporal
        || value instanceof UUID
        || value instanceof Path
        || value instanceof File
        || value instanceof java.net.URI
        || value instanceof URL
        || value instanceof InetAddress
        || value instanceof Charset
        || value instanceof Locale
        || value instanceof Class
        || value instanceof Thread;
  }

  private static Object elementsOf(Object array) {
    if (array instanceof Object[] elements) {
      return Arrays.asList(elements);
    }
    if (array instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (array instanceof int[] ints) {
      return IntStream.of(ints).boxed().toList();
    }
    if (array instanceof long[] longs) {
      return LongStream.of(longs).boxed().toList();
    }
    if (array instanceof double[] doubles) {
      return DoubleStream.of(doubles).boxed().toList();
    }
    if (array instanceof char[] chars) {
      return new String(chars);
    }
    Object plain = mapped(array);
    return plain == null ? "" : plain;
  }

  private static @Nullable Object mapped(Object value) {
    try {
      // A bean may lead to a whole database: it is measured before it is taken into memory.
      Beans.MAPPER.writeValue(new Measure(MAX_BEAN_BYTES), value);
      Object plain = Beans.MAPPER.convertValue(value, Object.class);
      return plain == null
              || plain instanceof String
              || plain instanceof Number
              || plain instanceof Boolean
              || plain instanceof Map
              || plain instanceof Collection
          ? plain
          : plain.toString();
    } catch (Throwable failure) {
      // A getter may throw anything.
      return unwritable(value);
    }
  }

  /** Counts bytes and ends what writes too many of them. */
  private static final class Measure extends OutputStream {
    private long left;

    Measure(long max) {
      this.left = max;
    }

    @Override
    public void write(int value) {
      take(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      take(length);
    }

    private void take(int count) {
      left -= count;
      if (left < 0) {
        throw new IllegalStateException("too large to be logged");
      }
    }
  }

  /** Loaded when the first record or bean is logged. */
  private static final class Beans {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
  }
}
