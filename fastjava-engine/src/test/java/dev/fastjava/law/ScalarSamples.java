package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;

/** Types that are one JSON value each. */
@SuppressWarnings({
  "UnusedVariable",
  "UnusedMethod",
  "EffectivelyPrivate",
  "ArrayRecordComponent",
  "StringSplitter",
  "JavaUtilDate",
  "NullOptional",
  "UnnecessaryStringBuilder",
  "FloatingPointLiteralPrecision"
}) // types as applications have them, read by reflection
@NullUnmarked
final class ScalarSamples {
  private ScalarSamples() {}

  enum Plain {
    ONE,
    TWO
  }

  enum Renamed {
    @JsonProperty("first")
    ONE,
    TWO
  }

  @JsonFormat(shape = JsonFormat.Shape.NUMBER)
  enum Numbered {
    ONE,
    TWO
  }

  enum Valued {
    ONE("1st"),
    TWO("2nd");
    private final String text;

    Valued(String text) {
      this.text = text;
    }

    @JsonValue
    String text() {
      return text;
    }

    @JsonCreator
    static Valued of(String text) {
      return text.equals("1st") ? ONE : TWO;
    }
  }

  @JsonFormat(shape = JsonFormat.Shape.OBJECT)
  enum Objects {
    ONE;

    public int getNumber() {
      return 1;
    }
  }

  enum WithBodies {
    ONE {
      @Override
      int number() {
        return 1;
      }
    };

    abstract int number();
  }

  record Wrapper(@JsonValue String value) {}

  record NumberWrapper(@JsonValue int value) {}

  record ListWrapper(@JsonValue List<String> value) {}

  static List<Sample> all() throws Exception {
    List<Sample> all = new ArrayList<>();
    all.add(Sample.of(String.class, "", "a", "\"\\\n\u0000\u2028<é\ud83d\ude00", null));
    all.add(Sample.of(CharSequence.class, "text", new StringBuilder("built"), null));
    all.add(Sample.of(char[].class, (Object) "chars".toCharArray()));
    all.add(Sample.of(Character.class, 'x', null));
    all.add(Sample.of(int.class, 0, -1, Integer.MAX_VALUE));
    all.add(Sample.of(Integer.class, 7, Integer.MIN_VALUE, null));
    all.add(Sample.of(Long.class, 7L, Long.MAX_VALUE, Long.MIN_VALUE, null));
    all.add(Sample.of(Short.class, (short) 7, null));
    all.add(Sample.of(Byte.class, (byte) -7, null));
    all.add(
        Sample.of(
            Double.class,
            1.0,
            -0.0,
            0.1,
            1.5e300,
            1e-7,
            123456789.125,
            1e21,
            5e-324,
            0.001,
            1e7,
            null));
    all.add(Sample.of(double.class, 2.0, Double.NaN, Double.POSITIVE_INFINITY));
    all.add(Sample.of(Float.class, 1.5f, 0.1f, 1e10f, null));
    all.add(Sample.of(Boolean.class, true, false, null));
    all.add(Sample.of(BigInteger.class, BigInteger.TEN.pow(30), null));
    all.add(
        Sample.of(
            BigDecimal.class,
            new BigDecimal("1.10"),
            new BigDecimal("1E+3"),
            new BigDecimal("1e-12"),
            null));
    all.add(Sample.of(Number.class, 1, 2.5, new BigDecimal("3.10"), null));
    all.add(Sample.of(Object.class, 1, "x", true, List.of(1, "y"), java.util.Map.of("k", 1), null));
    all.add(Sample.of(Comparable.class, 1, "x", null));
    all.add(Sample.of(AtomicInteger.class, new AtomicInteger(3), null));
    all.add(Sample.of(AtomicLong.class, new AtomicLong(3), null));
    all.add(Sample.of(AtomicBoolean.class, new AtomicBoolean(true), null));
    all.add(Sample.of(OptionalInt.class, OptionalInt.of(1), OptionalInt.empty()));
    all.add(Sample.of(OptionalLong.class, OptionalLong.of(1), OptionalLong.empty()));
    all.add(Sample.of(OptionalDouble.class, OptionalDouble.of(1), OptionalDouble.empty()));
    all.add(Sample.of(byte[].class, (Object) "bytes".getBytes(StandardCharsets.UTF_8)));
    all.add(Sample.of(UUID.class, new UUID(1, 2), null));
    all.add(Sample.of(URI.class, URI.create("https://a.example/b?c=d"), URI.create("rel"), null));
    all.add(Sample.of(URL.class, URI.create("https://a.example/").toURL(), null));
    all.add(
        Sample.of(
            Instant.class,
            Instant.EPOCH,
            Instant.ofEpochSecond(1, 5),
            Instant.ofEpochMilli(1_700_000_000_120L),
            null));
    all.add(Sample.of(Date.class, new Date(0), new Date(1_700_000_000_123L), null));
    all.add(Sample.of(java.util.Calendar.class, (Object) null));
    all.add(Sample.of(LocalDate.class, LocalDate.of(2026, 1, 2), LocalDate.of(12345, 1, 2), null));
    all.add(Sample.of(LocalTime.class, LocalTime.of(1, 2), LocalTime.of(1, 2, 3, 400), null));
    all.add(
        Sample.of(
            LocalDateTime.class,
            LocalDateTime.of(2026, 1, 2, 3, 4),
            LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6),
            null));
    all.add(
        Sample.of(
            OffsetDateTime.class,
            OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 600, ZoneOffset.ofHours(2)),
            null));
    all.add(Sample.of(OffsetTime.class, OffsetTime.of(1, 2, 3, 0, ZoneOffset.UTC), null));
    all.add(
        Sample.of(
            ZonedDateTime.class,
            ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneId.of("Europe/Paris")),
            null));
    all.add(
        Sample.of(
            Duration.class,
            Duration.ofMillis(1500),
            Duration.ZERO,
            Duration.ofDays(3),
            Duration.ofMillis(-1),
            null));
    all.add(Sample.of(Period.class, Period.of(1, 2, 3), null));
    all.add(Sample.of(Year.class, Year.of(2026), null));
    all.add(Sample.of(YearMonth.class, YearMonth.of(2026, 5), null));
    all.add(Sample.of(MonthDay.class, MonthDay.of(5, 6), null));
    all.add(Sample.of(Month.class, Month.MAY, null));
    all.add(Sample.of(DayOfWeek.class, DayOfWeek.MONDAY, null));
    all.add(Sample.of(ZoneId.class, ZoneId.of("Europe/Paris"), null));
    all.add(Sample.of(ZoneOffset.class, ZoneOffset.ofHours(1), null));
    all.add(Sample.of(TimeZone.class, TimeZone.getTimeZone("UTC"), null));
    all.add(Sample.of(Locale.class, Locale.CANADA_FRENCH, null));
    all.add(Sample.of(Currency.class, Currency.getInstance("EUR"), null));
    all.add(Sample.of(Pattern.class, Pattern.compile("a+"), null));
    all.add(Sample.of(File.class, new File("a"), null));
    all.add(Sample.of(Path.class, Path.of("a"), null));
    all.add(Sample.of(Class.class, String.class, null));
    all.add(
        Sample.of(InetAddress.class, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), null));
    all.add(Sample.of(Plain.class, Plain.ONE, Plain.TWO, null));
    all.add(Sample.of(Renamed.class, Renamed.ONE, Renamed.TWO, null));
    all.add(Sample.of(Numbered.class, Numbered.TWO, null));
    all.add(Sample.of(Valued.class, Valued.ONE, null));
    all.add(Sample.of(Objects.class, Objects.ONE, null));
    all.add(Sample.of(WithBodies.class, WithBodies.ONE, null));
    all.add(Sample.of(Wrapper.class, new Wrapper("w"), null));
    all.add(Sample.of(NumberWrapper.class, new NumberWrapper(3), null));
    all.add(Sample.of(ListWrapper.class, new ListWrapper(List.of("w")), null));
    return all;
  }
}
