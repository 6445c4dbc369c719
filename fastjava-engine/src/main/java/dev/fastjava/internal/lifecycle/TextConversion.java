package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorCode;
import dev.fastjava.HttpException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Converts parameters and query values to the types handlers ask for. */
final class TextConversion {
  private static final Map<Class<?>, Function<String, Object>> CONVERTERS =
      Map.ofEntries(
          Map.entry(String.class, text -> text),
          Map.entry(Integer.class, Integer::valueOf),
          Map.entry(Long.class, Long::valueOf),
          Map.entry(Short.class, Short::valueOf),
          Map.entry(Byte.class, Byte::valueOf),
          Map.entry(Double.class, TextConversion::decimal),
          Map.entry(Float.class, text -> decimal(text).floatValue()),
          Map.entry(BigInteger.class, BigInteger::new),
          Map.entry(BigDecimal.class, BigDecimal::new),
          Map.entry(Boolean.class, TextConversion::flag),
          Map.entry(UUID.class, UUID::fromString),
          Map.entry(Instant.class, Instant::parse),
          Map.entry(LocalDate.class, LocalDate::parse),
          Map.entry(LocalTime.class, LocalTime::parse),
          Map.entry(LocalDateTime.class, LocalDateTime::parse),
          Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
          Map.entry(Duration.class, Duration::parse));

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          int.class, Integer.class,
          long.class, Long.class,
          short.class, Short.class,
          byte.class, Byte.class,
          double.class, Double.class,
          float.class, Float.class,
          boolean.class, Boolean.class);

  private TextConversion() {}

  /**
   * Converts a value.
   *
   * @param value a text, or what validation has made of one
   * @param place what the value is, for the message
   */
  @SuppressWarnings("unchecked") // primitive classes are boxed: Class<T>.cast would refuse
  static <T> T convert(Object value, Class<T> type, String place) {
    Class<?> target = BOXES.getOrDefault(type, type);
    if (target.isInstance(value)) {
      return (T) value;
    }
    String text = String.valueOf(value);
    Function<String, Object> converter = CONVERTERS.get(target);
    try {
      if (converter != null) {
        return (T) converter.apply(text);
      }
      if (target.isEnum()) {
        return (T) constant(target, text);
      }
    } catch (RuntimeException e) {
      String message =
          place + " must be a valid " + target.getSimpleName() + ", not \"" + text + "\"";
      throw new HttpException(400, message, e).code(ErrorCode.FST_ERR_VALIDATION.name());
    }
    throw new IllegalArgumentException("Texts cannot be converted to " + type.getName());
  }

  /** A number as JSON has them: {@code Double.valueOf} takes NaN, blanks and suffixes as well. */
  private static Double decimal(String text) {
    double value = new BigDecimal(text).doubleValue();
    if (Double.isInfinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Object constant(Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(text);
  }
}
