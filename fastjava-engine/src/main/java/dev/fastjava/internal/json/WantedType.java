package dev.fastjava.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in the words of a JSON Schema what a Java type wants. */
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
          BigInteger.class);

  private static final Set<Class<?>> NUMBERS =
      Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class, Number.class);

  private static final Set<Class<?>> STRINGS =
      Set.of(String.class, CharSequence.class, char.class, Character.class);

  private static final Map<Class<?>, String> FORMATS =
      Map.of(
          Instant.class, "date-time",
          OffsetDateTime.class, "date-time",
          ZonedDateTime.class, "date-time",
          LocalDateTime.class, "date-time",
          Date.class, "date-time",
          LocalDate.class, "date",
          LocalTime.class, "time",
          UUID.class, "uuid",
          URI.class, "uri");

  private WantedType() {}

  static String describe(Class<?> type) {
    String format = FORMATS.get(type);
    if (format != null) {
      return "must match format \"" + format + '"';
    }
    if (type.isEnum()) {
      return "must be equal to one of the allowed values: "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    return "must be " + kind(type);
  }

  private static String kind(Class<?> type) {
    if (INTEGERS.contains(type)) {
      return "integer";
    }
    if (NUMBERS.contains(type)) {
      return "number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (STRINGS.contains(type)) {
      return "string";
    }
    return type.isArray() || Collection.class.isAssignableFrom(type) ? "array" : "object";
  }
}
