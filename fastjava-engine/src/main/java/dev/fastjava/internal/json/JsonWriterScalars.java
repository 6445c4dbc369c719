package dev.fastjava.internal.json;

import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.Base64;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** Values that are neither objects nor arrays: numbers, and the texts of everything else. */
public final class JsonWriterScalars {
  private final ObjectMapper mapper;
  private final PlainMapper plain;

  /** Texts of enum constants, as Jackson's annotations and settings make them; empty for others. */
  private final Map<Enum<?>, Optional<String>> enumTexts = new ConcurrentHashMap<>();

  /** What Jackson calls properties whose keys are constants. */
  private final Map<Enum<?>, String> enumKeys = new ConcurrentHashMap<>();

  /** Creates the writer; the mapper names enum constants. */
  public JsonWriterScalars(ObjectMapper mapper, PlainMapper plain) {
    this.mapper = mapper;
    this.plain = plain;
  }

  /** Tells whether a class is one of those that nearly all numbers have. */
  public static boolean isBasicNumber(Class<?> type) {
    return type == Integer.class
        || type == Long.class
        || type == Double.class
        || type == BigDecimal.class
        || type == Float.class
        || type == BigInteger.class
        || type == Short.class
        || type == Byte.class;
  }

  /** Writes a number with all its digits; doubles as JavaScript writes them. */
  public static void writeNumber(Number number, Utf8Output out) {
    if (number instanceof Integer integer) {
      out.writeInt(integer);
    } else if (number instanceof Long integer) {
      out.writeLong(integer);
    } else if (number instanceof Double real) {
      out.writeDouble(real);
    } else if (number instanceof BigDecimal || number instanceof BigInteger) {
      out.writeAscii(number.toString());
    } else if (number instanceof Float real) {
      out.writeFloat(real);
    } else if (isIntegral(number)) {
      out.writeLong(number.longValue());
    } else {
      out.writeDouble(number.doubleValue());
    }
  }

  private static boolean isIntegral(Number number) {
    // Short, Byte, AtomicInteger, LongAdder and the like
    return number.doubleValue() == number.longValue();
  }

  /**
   * Returns the text of a value that JSON knows as a string.
   *
   * @return null when the value is none of those, or is a number or a boolean, or is written in
   *     another way by the application's mapper
   */
  public @Nullable String textOf(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Enum<?> constant) {
      return enumText(constant);
    }
    if (value instanceof CharSequence || value instanceof Character || value instanceof char[]) {
      return plain.isPlain(value.getClass()) ? plainText(value) : null;
    }
    String text = knownText(value);
    return text != null && plain.writesAsAlways(value) ? text : null;
  }

  private static String plainText(Object value) {
    return value instanceof char[] letters ? String.valueOf(letters) : value.toString();
  }

  private static @Nullable String knownText(Object value) {
    if (JsonWriterTemporals.isTemporal(value)) {
      return JsonWriterTemporals.isoText(value);
    }
    if (value instanceof Pattern pattern) {
      return pattern.pattern();
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof Locale locale) {
      return locale.toLanguageTag();
    }
    if (value instanceof InetAddress address) {
      return address.getHostAddress();
    }
    return writesItself(value) ? value.toString() : null;
  }

  /** Returns the name of the property that a map's key becomes. */
  public String keyText(@Nullable Object key) {
    if (key instanceof String text) {
      return text;
    }
    if (key == null) {
      throw new SerializationException("A map with a null key cannot be written as JSON");
    }
    if (key instanceof Enum<?> constant) {
      return enumKeys.computeIfAbsent(constant, plain::keyText);
    }
    String text = plain.isPlainKey(key.getClass()) ? textOf(key) : null;
    return text != null ? text : plain.keyText(key);
  }

  /** Tells whether {@code toString} of a value is how it is written. */
  public static boolean writesItself(Object value) {
    return value instanceof UUID
        || value instanceof URI
        || value instanceof URL
        || value instanceof TemporalAmount
        || value instanceof Period
        || value instanceof ZoneId
        || value instanceof Currency
        || value instanceof Path;
  }

  /** Returns the value of a holder of a boolean; null for anything else. */
  public @Nullable Boolean booleanOf(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    return (value instanceof AtomicBoolean flag && plain.isPlain(value.getClass()))
        ? (Boolean) flag.get()
        : null;
  }

  private @Nullable String enumText(Enum<?> constant) {
    Optional<String> text = enumTexts.get(constant);
    if (text == null) {
      Object converted = mapper.convertValue(constant, Object.class);
      text = converted instanceof String name ? Optional.of(name) : Optional.empty();
      enumTexts.put(constant, text);
    }
    return text.orElse(null);
  }
}
