package dev.fastjava.internal.json;

import dev.fastjava.schema.ValidationError;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells in the words of a JSON Schema what a Java type wants. */
final class WantedType {
  private static final Set<Class<?>> INTEGERS =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          short.class,
          Short.class,
          byte.class,
          Byte.class,
          BigInteger.class,
          OptionalInt.class,
          OptionalLong.class,
          AtomicInteger.class,
          AtomicLong.class);

  private static final Set<Class<?>> NUMBERS =
      Set.of(
          double.class,
          Double.class,
          float.class,
          Float.class,
          BigDecimal.class,
          Number.class,
          OptionalDouble.class);

  private static final Set<Class<?>> STRINGS =
      Set.of(
          String.class,
          CharSequence.class,
          StringBuilder.class,
          StringBuffer.class,
          char.class,
          Character.class,
          char[].class);

  /** Those that are read from texts of which no format of a schema tells. */
  private static final Set<Class<?>> TEXTS =
      Set.of(
          Charset.class,
          Class.class,
          File.class,
          InetAddress.class,
          InetSocketAddress.class,
          Path.class,
          Pattern.class);

  private static final Map<Class<?>, String> FORMATS =
      Map.ofEntries(
          Map.entry(Instant.class, "date-time"),
          Map.entry(OffsetDateTime.class, "date-time"),
          Map.entry(ZonedDateTime.class, "date-time"),
          Map.entry(LocalDateTime.class, "date-time"),
          Map.entry(Date.class, "date-time"),
          Map.entry(Calendar.class, "date-time"),
          Map.entry(GregorianCalendar.class, "date-time"),
          Map.entry(LocalDate.class, "date"),
          Map.entry(LocalTime.class, "time"),
          Map.entry(OffsetTime.class, "time"),
          Map.entry(Duration.class, "duration"),
          Map.entry(Period.class, "duration"),
          Map.entry(Year.class, "year"),
          Map.entry(YearMonth.class, "year-month"),
          Map.entry(MonthDay.class, "month-day"),
          Map.entry(ZoneId.class, "time-zone"),
          Map.entry(ZoneOffset.class, "time-zone"),
          Map.entry(TimeZone.class, "time-zone"),
          Map.entry(Locale.class, "locale"),
          Map.entry(Currency.class, "currency"),
          Map.entry(UUID.class, "uuid"),
          Map.entry(URI.class, "uri"),
          Map.entry(URL.class, "uri"),
          Map.entry(byte[].class, "byte"));

  private WantedType() {}

  /**
   * Returns the violation of a value that is not of a type.
   *
   * @param value what was found there
   */
  static ValidationError violation(String path, Class<?> type, @Nullable Object value) {
    if (TEXTS.contains(type)) {
      return value instanceof String
          ? notValid(path)
          : violation(path, "type", Map.of("type", "string"), "must be string");
    }
    return violation(path, type);
  }

  private static ValidationError violation(String path, Class<?> type) {
    String format = FORMATS.get(type);
    if (format != null) {
      return violation(
          path, "format", Map.of("format", format), "must match format \"" + format + '"');
    }
    String kind = kind(type);
    return violation(path, "type", Map.of("type", kind), "must be " + kind);
  }

  /** Returns the violation of a value that is none of a few. */
  static ValidationError oneOf(String path, List<String> allowed) {
    return violation(
        path,
        "enum",
        Map.of("allowedValues", allowed),
        "must be equal to one of the allowed values: " + String.join(", ", allowed));
  }

  /**
   * Returns the violation of a name in an object that is the key of a map; the place is that of the
   * object, as it is of {@code propertyNames}.
   *
   * @param allowed the keys there are; null when they are told by their type
   */
  static ValidationError ofKey(
      String path, String key, @Nullable List<String> allowed, Class<?> type) {
    boolean open =
        allowed == null && (isObject(type) || TEXTS.contains(type) || kind(type).equals("array"));
    ValidationError own =
        open ? notValid(path) : allowed == null ? violation(path, type) : oneOf(path, allowed);
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("propertyName", key);
    params.putAll(own.params());
    return violation(path, "propertyNames", params, "property name '" + key + "' " + own.message());
  }

  /** Returns the violation of an object without a property. */
  static ValidationError missing(String path, String name) {
    return violation(
        path,
        "required",
        Map.of("missingProperty", name),
        "must have required property '" + name + '\'');
  }

  /** Returns the violation of a property that its object does not know. */
  static ValidationError unknown(String path, String name) {
    return violation(
        path,
        "additionalProperties",
        Map.of("additionalProperty", name),
        "is not a known property");
  }

  /** Whether a type wants an object, as far as its class tells. */
  static boolean isObject(Class<?> type) {
    return !FORMATS.containsKey(type)
        && !TEXTS.contains(type)
        && !type.isEnum()
        && kind(type).equals("object");
  }

  /** Whether a class is one of the JDK. */
  static boolean isOfJdk(String name) {
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.");
  }

  /** Returns the violation of a value of which no more can be said. */
  static ValidationError notValid(String path) {
    return violation(path, "valid", Map.of(), "is not valid");
  }

  /** Returns a violation; there is no schema that it could point to. */
  static ValidationError violation(
      String path, String keyword, Map<String, Object> params, String message) {
    return new ValidationError(path, "", keyword, params, message);
  }

  private static String kind(Class<?> type) {
    if (INTEGERS.contains(type)) {
      return "integer";
    }
    if (NUMBERS.contains(type)) {
      return "number";
    }
    if (type == boolean.class || type == Boolean.class || type == AtomicBoolean.class) {
      return "boolean";
    }
    if (STRINGS.contains(type)) {
      return "string";
    }
    return type.isArray() || Collection.class.isAssignableFrom(type) ? "array" : "object";
  }
}
