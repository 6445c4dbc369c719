package dev.fastjava.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a type is written in a url, and called in the words of a JSON Schema.
 *
 * @param keyword the keyword of JSON Schema that comes closest, for errors
 * @param kind its value
 * @param example what a text of the type looks like; null when its name says it
 * @param parser makes a value, or throws any runtime exception
 */
public record TextForm(
    String keyword, String kind, @Nullable String example, Function<String, Object> parser) {
  private static final Map<Class<?>, TextForm> FORMS = new HashMap<>();

  static {
    type("integer", Integer.class, text -> Integer.valueOf(NumberText.integer(text)));
    type("integer", Long.class, text -> Long.valueOf(NumberText.integer(text)));
    type("integer", Short.class, text -> Short.valueOf(NumberText.integer(text)));
    type("integer", Byte.class, text -> Byte.valueOf(NumberText.integer(text)));
    type("integer", BigInteger.class, text -> new BigInteger(NumberText.integer(text)));
    type("number", Double.class, NumberText::toDouble);
    type("number", Float.class, NumberText::toFloat);
    type("number", BigDecimal.class, NumberText::toDecimal);
    type("number", Number.class, NumberText::toNumber);
    type("boolean", Boolean.class, TextForm::flag);
    type("string", Character.class, TextForm::character);
    type("string", String.class, text -> text);
    format("uuid", UUID.class, "123e4567-e89b-12d3-a456-426614174000", TextForm::uuid);
    format("uri", URI.class, "https://example.com/a", URI::create);
    format("locale", Locale.class, "en-GB", TextForm::locale);
    format("currency", Currency.class, "EUR", Currency::getInstance);
    format("date-time", Instant.class, "2026-11-27T10:00:00Z", Instant::parse);
    format("date-time", OffsetDateTime.class, "2026-11-27T10:00:00+01:00", OffsetDateTime::parse);
    format(
        "date-time",
        ZonedDateTime.class,
        "2026-11-27T10:00:00+01:00[Europe/Paris]",
        ZonedDateTime::parse);
    format("date-time", LocalDateTime.class, "2026-11-27T10:00:00", LocalDateTime::parse);
    format("date", LocalDate.class, "2026-11-27", LocalDate::parse);
    format("time", LocalTime.class, "10:00:00", LocalTime::parse);
    format("time", OffsetTime.class, "10:00:00+01:00", OffsetTime::parse);
    format("year", Year.class, "2026", TextForm::year);
    format("year-month", YearMonth.class, "2026-11", YearMonth::parse);
    format("month-day", MonthDay.class, "--11-27", MonthDay::parse);
    // Jackson would take the number of a month, in the digits of any script.
    format("month", Month.class, "MAY", Month::valueOf);
    format("day-of-week", DayOfWeek.class, "MONDAY", DayOfWeek::valueOf);
    format("duration", Duration.class, "PT1H30M", Duration::parse);
    format("duration", Period.class, "P1Y2M3D", Period::parse);
    format("time-zone", ZoneId.class, "Europe/Paris", ZoneId::of);
    format("time-zone", ZoneOffset.class, "+01:00", ZoneOffset::of);
  }

  private static void type(String kind, Class<?> type, Function<String, Object> parser) {
    FORMS.put(type, new TextForm("type", kind, null, parser));
  }

  private static void format(
      String kind, Class<?> type, String example, Function<String, Object> parser) {
    FORMS.put(type, new TextForm("format", kind, example, parser));
  }

  /** Returns the form of a type, or null when it has none. */
  public static @Nullable TextForm of(Class<?> type) {
    return FORMS.get(type);
  }

  /** Makes a value of a text, or throws any runtime exception. */
  public Object parse(String text) {
    return parser.apply(text);
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Character character(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException();
    }
    return text.charAt(0);
  }

  /** {@code UUID.fromString} takes groups of any length, and would read {@code 1-1-1-1-1}. */
  private static UUID uuid(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException();
    }
    UUID value = UUID.fromString(text);
    if (!value.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException();
    }
    return value;
  }

  /** As in a date: {@code Year.parse} takes years of less than four digits, and a sign for each. */
  private static Year year(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int digits = signed ? text.length() - 1 : text.length();
    if (digits < 4 || (text.startsWith("+") && digits == 4)) {
      throw new IllegalArgumentException();
    }
    return Year.parse(text);
  }

  /** A language tag; {@code Locale.forLanguageTag} makes something of every text. */
  private static Locale locale(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException();
    }
    return new Locale.Builder().setLanguageTag(text).build();
  }
}
