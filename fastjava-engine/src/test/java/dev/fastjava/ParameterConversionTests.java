package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.ValidationException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.testing.Seeds;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts in a url become which values: every type with what fits it and what does not. */
class ParameterConversionTests {
  private enum Size {
    SMALL,
    LARGE
  }

  private enum Color {
    @JsonProperty("dark-red")
    RED,
    @JsonAlias("lime")
    GREEN
  }

  private enum Level {
    LOW(1),
    HIGH(2);

    private final int number;

    Level(int number) {
      this.number = number;
    }

    @JsonCreator
    static Level of(String text) {
      return Arrays.stream(values())
          .filter(each -> ("level-" + each.number).equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no such level"));
    }

    @JsonValue
    String text() {
      return "level-" + number;
    }
  }

  private static final String UUID_TEXT = "123e4567-e89b-12d3-a456-426614174000";

  /** Texts that are no number in JSON, and that some parser of the JDK would take. */
  private static final List<String> NO_NUMBERS =
      List.of(
          "",
          " ",
          "+1",
          " 1",
          "1 ",
          "1\n",
          "\t1",
          "\u00a01",
          "0x1",
          "0b1",
          "1_000",
          "1,000",
          "1d",
          "1f",
          "1L",
          "NaN",
          "Infinity",
          "-Infinity",
          "-",
          "--1",
          "1-",
          "01",
          "-01",
          "00",
          ".5",
          "5.",
          "1e",
          "1e+",
          "e1",
          "1.e1",
          "\u0661",
          "\u0967",
          "\uff11",
          "\u22121",
          "\ud835\udfcf",
          "one",
          "null",
          "true",
          "[1]",
          "\"1\"",
          "0x1p3",
          "1.2.3",
          "1e1e1",
          "9".repeat(1001));

  private static final List<String> NO_INTEGERS = with(NO_NUMBERS, "1.5", "1.0", "1e3", "-0.0");

  private static final List<String> NO_WORDS = List.of("", " ", "x", "\u0000", "1".repeat(500));

  private static final Map<Class<?>, Map<String, Object>> GOOD = new LinkedHashMap<>();
  private static final Map<Class<?>, List<String>> BAD = new LinkedHashMap<>();

  private static List<String> with(List<String> texts, String... more) {
    List<String> all = new ArrayList<>(texts);
    all.addAll(List.of(more));
    return all;
  }

  private static void type(Class<?> type, Map<String, Object> good, List<String> bad) {
    GOOD.put(type, good);
    BAD.put(type, bad);
  }

  static {
    for (Class<?> each : List.of(byte.class, Byte.class)) {
      type(
          each,
          Map.of("127", (byte) 127, "-128", (byte) -128, "0", (byte) 0, "-0", (byte) 0),
          with(NO_INTEGERS, "128", "-129"));
    }
    for (Class<?> each : List.of(short.class, Short.class)) {
      type(
          each,
          Map.of("32767", Short.MAX_VALUE, "-32768", Short.MIN_VALUE),
          with(NO_INTEGERS, "32768"));
    }
    for (Class<?> each : List.of(int.class, Integer.class)) {
      type(
          each,
          Map.of("2147483647", Integer.MAX_VALUE, "-2147483648", Integer.MIN_VALUE),
          with(NO_INTEGERS, "2147483648", "-2147483649"));
    }
    for (Class<?> each : List.of(long.class, Long.class)) {
      type(
          each,
          Map.of("9223372036854775807", Long.MAX_VALUE, "-9223372036854775808", Long.MIN_VALUE),
          with(NO_INTEGERS, "9223372036854775808"));
    }
    type(
        BigInteger.class,
        Map.of(
            "123456789012345678901",
            new BigInteger("123456789012345678901"),
            "9".repeat(1000),
            new BigInteger("9".repeat(1000))),
        NO_INTEGERS);
    for (Class<?> each : List.of(double.class, Double.class)) {
      type(
          each,
          Map.of("1.5e3", 1500d, "-0", -0d, "1E-2", 0.01, "0.1", 0.1, "1e-999", 0d, "7", 7d),
          with(NO_NUMBERS, "1e999", "-1e309", "1e1000000000", "1e99999999999"));
    }
    for (Class<?> each : List.of(float.class, Float.class)) {
      type(each, Map.of("1.5", 1.5f, "0.1", 0.1f), with(NO_NUMBERS, "1e39", "1e99999999999"));
    }
    type(
        BigDecimal.class,
        Map.of(
            "1.10",
            new BigDecimal("1.10"),
            "1e3",
            new BigDecimal("1e3"),
            "-0",
            BigDecimal.ZERO,
            "1e999",
            new BigDecimal("1e999")),
        with(
            NO_NUMBERS,
            "1e1000000000",
            "1e-1000000000",
            "1e2147483647",
            "1e-2147483648",
            "1e99999999999",
            "1e1001",
            "0e1000000000"));
    type(
        Number.class,
        Map.of("1", 1, "2147483648", 2147483648L, "1e2", 100d, "-0", -0d, "0.5", 0.5),
        with(NO_NUMBERS, "1e999"));
    for (Class<?> each : List.of(boolean.class, Boolean.class)) {
      type(
          each,
          Map.of("true", true, "false", false),
          with(NO_WORDS, "True", "TRUE", "yes", "on", "1", "0", " true", "null"));
    }
    for (Class<?> each : List.of(char.class, Character.class)) {
      type(each, Map.of("a", 'a', " ", ' ', "\u00e4", '\u00e4'), List.of("", "ab", "\ud83d\ude00"));
    }
    type(String.class, Map.of("a b", "a b", "", "", "\u0661", "\u0661"), List.of());
    type(Size.class, Map.of("SMALL", Size.SMALL, "LARGE", Size.LARGE), noConstant("small"));
    type(
        Color.class,
        Map.of("dark-red", Color.RED, "GREEN", Color.GREEN, "lime", Color.GREEN),
        noConstant("RED", "green"));
    type(Level.class, Map.of("level-1", Level.LOW, "level-2", Level.HIGH), noConstant("LOW", "2"));
    type(DayOfWeek.class, Map.of("MONDAY", DayOfWeek.MONDAY), noConstant("monday", "1", "Mon"));
    type(Month.class, Map.of("MAY", Month.MAY), noConstant("may", "5", "May"));
    type(
        UUID.class,
        Map.of(
            UUID_TEXT,
            UUID.fromString(UUID_TEXT),
            UUID_TEXT.toUpperCase(Locale.ROOT),
            UUID.fromString(UUID_TEXT)),
        with(
            NO_WORDS,
            "1-1-1-1-1",
            UUID_TEXT + "0",
            "{" + UUID_TEXT + "}",
            UUID_TEXT.replace("-", ""),
            UUID_TEXT.replace('0', '\u0660'),
            "EjRWeBI0VngSNFZ4EjRWeA=="));
    type(
        URI.class,
        Map.of("https://a.example/b?c=d", URI.create("https://a.example/b?c=d")),
        List.of("http://a b", "http://[", "%", "a\\b", ":"));
    type(
        Locale.class,
        Map.of("en-GB", Locale.UK, "de", Locale.GERMAN),
        List.of("", " ", "en_GB", "-", "en-", "abcdefghij"));
    type(
        Currency.class,
        Map.of("EUR", Currency.getInstance("EUR")),
        List.of("", "eur", "EURO", "XYZW", " EUR"));
    type(
        Instant.class,
        Map.of("2026-11-27T10:00:00Z", Instant.parse("2026-11-27T10:00:00Z")),
        with(
            NO_WORDS,
            "2026-11-27",
            "2026-11-27T10:00:00",
            "2026-02-30T10:00:00Z",
            "1795205400000"));
    type(
        LocalDate.class,
        Map.of("2028-02-29", LocalDate.of(2028, 2, 29)),
        with(NO_WORDS, "2026-02-29", "2026-13-01", "2026-1-1", "27.11.2026", "\u0662026-01-01"));
    type(
        LocalTime.class,
        Map.of("10:15", LocalTime.of(10, 15), "10:15:30.5", LocalTime.of(10, 15, 30, 500_000_000)),
        with(NO_WORDS, "24:01", "10", "10:15Z", "10:15 PM"));
    type(
        LocalDateTime.class,
        Map.of("2026-11-27T10:00", LocalDateTime.of(2026, 11, 27, 10, 0)),
        with(NO_WORDS, "2026-11-27 10:00", "2026-11-27T10:00Z"));
    type(
        OffsetDateTime.class,
        Map.of(
            "2026-11-27T10:00:00+01:00",
            OffsetDateTime.of(2026, 11, 27, 10, 0, 0, 0, ZoneOffset.ofHours(1))),
        with(NO_WORDS, "2026-11-27T10:00:00", "2026-11-27T10:00:00+25:00"));
    type(
        OffsetTime.class,
        Map.of("10:00:00+01:00", OffsetTime.of(10, 0, 0, 0, ZoneOffset.ofHours(1))),
        with(NO_WORDS, "10:00:00", "10:00:00+99:00"));
    type(
        ZonedDateTime.class,
        Map.of(
            "2026-11-27T10:00:00+01:00[Europe/Paris]",
            ZonedDateTime.of(2026, 11, 27, 10, 0, 0, 0, ZoneId.of("Europe/Paris"))),
        with(NO_WORDS, "2026-11-27T10:00:00", "2026-11-27T10:00:00+01:00[No/Where]"));
    type(
        Year.class,
        Map.of("2026", Year.of(2026)),
        with(NO_WORDS, "26", "+1", "\u0662\u0660\u0662\u0666"));
    type(
        YearMonth.class,
        Map.of("2026-11", YearMonth.of(2026, 11)),
        with(NO_WORDS, "2026-13", "2026-1", "2026-11-27"));
    type(MonthDay.class, Map.of("--02-29", MonthDay.of(2, 29)), with(NO_WORDS, "--02-30", "02-28"));
    type(
        Duration.class,
        Map.of("PT1H30M", Duration.ofMinutes(90)),
        with(NO_WORDS, "1h", "P1Y", "PT" + "9".repeat(30) + "S"));
    type(
        Period.class,
        Map.of("P1Y2M3D", Period.of(1, 2, 3)),
        with(NO_WORDS, "PT1H", "1Y", "P99999999999D"));
    type(
        ZoneId.class,
        Map.of("Europe/Paris", ZoneId.of("Europe/Paris"), "+02:00", ZoneOffset.ofHours(2)),
        List.of("", " ", "No/Where", "europe/paris", "+99:00"));
    type(
        ZoneOffset.class,
        Map.of("+02:00", ZoneOffset.ofHours(2), "Z", ZoneOffset.UTC),
        with(NO_WORDS, "+19:00", "Europe/Paris", "02:00"));
  }

  private static List<String> noConstant(String... more) {
    return with(List.of("", " ", "0", "1", "-1", "null", " SMALL", "LARGE ", "\u0661"), more);
  }

  private static final AtomicReference<Class<?>> asked = new AtomicReference<>();
  private static final AtomicReference<Object> got = new AtomicReference<>();
  private static final AtomicReference<Throwable> failure = new AtomicReference<>();
  private static final Fastjava app = app();

  private static Fastjava app() {
    Fastjava app = Fastjava.create(o -> o.routerOptions(r -> r.maxParamLength(2_000)));
    app.onError((request, reply, error) -> failure.set(error));
    app.get(
        "/query",
        (request, reply) -> {
          got.set(request.queryAs("v", asked.get()));
          return "ok";
        });
    app.get(
        "/param/:v",
        (request, reply) -> {
          got.set(request.paramAs("v", asked.get()));
          return "ok";
        });
    return app;
  }

  @AfterAll
  static void close() {
    app.close();
  }

  private static InjectResponse query(Class<?> type, String text) {
    asked.set(type);
    got.set(null);
    failure.set(null);
    return app.inject(r -> r.url("/query").query("v", text));
  }

  @TestFactory
  Stream<DynamicTest> textsOfATypeBecomeItsValues() {
    return GOOD.entrySet().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getKey().getSimpleName(),
                    () ->
                        assertThat(type.getValue())
                            .isNotEmpty()
                            .allSatisfy(
                                (text, value) -> {
                                  assertThat(query(type.getKey(), text).body()).isEqualTo("ok");
                                  assertThat(got.get()).isEqualTo(value);
                                })));
  }

  @TestFactory
  Stream<DynamicTest> textsThatAreNotOfTheTypeAreRefusedAndTheParameterIsNamed() {
    return BAD.entrySet().stream()
        .filter(type -> type.getKey() != String.class)
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getKey().getSimpleName(),
                    () ->
                        assertThat(type.getValue())
                            .isNotEmpty()
                            .allSatisfy(
                                text -> {
                                  InjectResponse response = query(type.getKey(), text);
                                  assertThat(response.statusCode())
                                      .as(response.body() + got.get())
                                      .isEqualTo(400);
                                  assertThat(response.body())
                                      .contains("FST_ERR_VALIDATION", "querystring/v must be a ")
                                      .doesNotContain("Exception")
                                      .hasSizeLessThan(700);
                                  assertThat(failure.get()).isInstanceOf(ValidationException.class);
                                })));
  }

  @Test
  void parametersOfThePathAreConvertedAlike() {
    asked.set(YearMonth.class);
    assertThat(app.inject("/param/2026-11").body()).isEqualTo("ok");
    assertThat(got.get()).isEqualTo(YearMonth.of(2026, 11));
    asked.set(int.class);
    assertThat(app.inject("/param/+1").body())
        .contains("\"statusCode\":400", "params/v must be a valid Integer, not \\\"+1\\\"");
  }

  /** Each random text is either refused or a number that JSON's grammar has, with its value. */
  @ParameterizedTest
  @ValueSource(
      classes = {Integer.class, Long.class, Double.class, BigInteger.class, BigDecimal.class})
  void whatIsTakenAsANumberIsOneInJson(Class<?> type) {
    Random random = Seeds.random(11);
    String alphabet = "0123456789+-.eE _xdfNa\u0661\u00a0";
    int taken = 0;
    for (int i = 0; i < 600; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(
            alphabet.charAt(random.nextInt(random.nextInt(3) == 0 ? alphabet.length() : 10)));
      }
      InjectResponse response = query(type, text.toString());
      boolean json = text.toString().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
      if (response.statusCode() == 200) {
        taken++;
        assertThat(json).as(text.toString()).isTrue();
        assertThat(new BigDecimal(got.get().toString()).compareTo(new BigDecimal(text.toString())))
            .as(text.toString())
            .isZero();
      } else {
        assertThat(response.statusCode()).as(text.toString()).isEqualTo(400);
      }
    }
    assertThat(taken).isGreaterThan(50);
  }

  @Test
  void refusalsTellWhatIsExpected() {
    assertThat(query(Size.class, "huge").body())
        .contains("querystring/v must be a valid value (SMALL, LARGE), not \\\"huge\\\"");
    assertThat(query(Color.class, "RED").body()).contains("valid value (dark-red, GREEN)");
    assertThat(query(YearMonth.class, "11/26").body())
        .contains("querystring/v must be a valid YearMonth such as 2026-11, not \\\"11/26\\\"");
    assertThat(query(char.class, "ab").body()).contains("must be a valid Character, not");
    assertThat(query(long.class, "x".repeat(5_000)).body()).hasSizeLessThan(300);
  }

  @Test
  void refusalsHaveTheirViolation() {
    assertThat(query(int.class, "x").statusCode()).isEqualTo(400);
    assertThat(failure.get())
        .isInstanceOfSatisfying(
            ValidationException.class,
            invalid -> {
              assertThat(invalid.errorCode()).isEqualTo(ErrorCode.FST_ERR_VALIDATION);
              assertThat(invalid.validationContext()).isEqualTo(HttpPart.QUERYSTRING);
              ValidationError violation = invalid.validation().get(0);
              assertThat(violation.instancePath()).isEqualTo("/v");
              assertThat(violation.keyword()).isEqualTo("type");
              assertThat(violation.params()).isEqualTo(Map.of("type", "integer"));
              assertThat(violation.message()).isEqualTo("must be a valid Integer, not \"x\"");
            });
  }

  @Test
  void allValuesOfANameAreConverted() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/list", (request, reply) -> request.queriesAs("day", LocalDate.class));
      app.get("/array", (request, reply) -> Arrays.toString(request.queryAs("n", int[].class)));
      app.get("/sizes", (request, reply) -> request.queryAs("size", Size[].class).length);
      app.get("/first", (request, reply) -> request.queryAs("n", long.class));
      app.get("/raw", (request, reply) -> request.queryAs("n", List.class));
      assertThat(app.inject("/list?day=2026-11-27&day=2026-11-28").body())
          .isEqualTo("[\"2026-11-27\",\"2026-11-28\"]");
      assertThat(app.inject("/list?day=2026-11-27").body()).isEqualTo("[\"2026-11-27\"]");
      assertThat(app.inject("/list").body()).isEqualTo("[]");
      assertThat(app.inject("/list?day=2026-11-27&day=soon").body())
          .contains("\"statusCode\":400", "querystring/day/1 must be a valid LocalDate");
      assertThat(app.inject("/array?n=1&n=2").body()).isEqualTo("[1, 2]");
      assertThat(app.inject("/array").body()).isEqualTo("[]");
      assertThat(app.inject("/sizes?size=SMALL&size=LARGE").body()).isEqualTo("2");
      assertThat(app.inject("/first?n=7&n=8").body()).isEqualTo("7");
      assertThat(app.inject("/raw?n=7").body()).isEqualTo("[\"7\"]");
    }
  }

  @Test
  void whatASchemaConvertedIsConvertedFurther() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          r ->
              r.schema(
                  s ->
                      s.querystring(
                          Schemas.object()
                              .prop("n", Schemas.number())
                              .prop("i", Schemas.integer())
                              .prop("b", Schemas.bool())
                              .prop("l", Schemas.array(Schemas.integer())))),
          (request, reply) ->
              List.of(
                  request.queryAs("n", long.class),
                  request.queryAs("i", double.class),
                  request.queryAs("b", String.class),
                  request.queriesAs("l", Long.class)));
      assertThat(app.inject("/?n=2.0&i=3&b=true&l=1&l=2").body()).isEqualTo("[2,3,\"true\",[1,2]]");
    }
  }

  @Test
  void typeThatTextsDoNotBecomeIsAFaultOfTheHandlerAndTellsWhichDo() {
    assertThat(query(Thread.class, "x").statusCode()).isEqualTo(500);
    assertThat(failure.get())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("querystring/v")
        .hasMessageContaining("java.time")
        .hasMessageNotContaining("Thread")
        .hasRootCauseMessage("java.lang.Thread");
  }
}
