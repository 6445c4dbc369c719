package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions.Coercion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule for all scalars: a list of one is its item, where lists are made of items, too. */
class ListsOfOneTests {
  enum Level {
    LOW
  }

  @NullUnmarked
  static final class Scalars {
    public int number;
    public Integer boxed;
    public Long wide;
    public double real;
    public Float single;
    public BigDecimal decimal;
    public BigInteger digits;
    public boolean flag;
    public Boolean maybe;
    public String text;
    public CharSequence chars;
    public char letter;
    public Level level;
    public LocalDate date;
    public Duration span;
    public UUID id;
    public Locale locale;
    public AtomicInteger atomic;
    public OptionalInt perhaps = OptionalInt.empty();
    public Optional<Level> either = Optional.empty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number | 7",
        "boxed | 7",
        "wide | 7",
        "real | 1.5",
        "single | 1.5",
        "decimal | 1.10",
        "digits | 7",
        "flag | true",
        "maybe | true",
        "text | \"x\"",
        "chars | \"x\"",
        "letter | \"x\"",
        "level | \"LOW\"",
        "date | \"2026-01-02\"",
        "span | \"PT1S\"",
        "id | \"123e4567-e89b-12d3-a456-426614174000\"",
        "locale | \"de\"",
        "atomic | 7",
        "perhaps | 7",
        "either | \"LOW\""
      })
  void aListOfOneIsItsItemForEveryScalar(String name, String value) throws Exception {
    Object one = Scalars.class.getField(name).get(bound(Coercion.ARRAY, name, value));
    Object listed =
        Scalars.class.getField(name).get(bound(Coercion.ARRAY, name, "[" + value + "]"));
    assertThat(String.valueOf(listed)).isEqualTo(String.valueOf(one)).isNotEqualTo("null");
    for (String more : List.of("[" + value + "," + value + "]", "[[" + value + "]]", "[{}]")) {
      assertThat(bound(Coercion.ARRAY, name, more)).as(more).isNull();
    }
    for (Coercion other : List.of(Coercion.ON, Coercion.OFF)) {
      assertThat(bound(other, name, "[" + value + "]")).as("%s", other).isNull();
    }
  }

  private static final Map<Coercion, Fastjava> APPS = new EnumMap<>(Coercion.class);

  private static final @Nullable Scalars[] FOUND = new @Nullable Scalars[2];

  @BeforeAll
  static void open() {
    for (Coercion each : Coercion.values()) {
      Fastjava app = Fastjava.create(o -> o.validation(v -> v.coercion(each)));
      APPS.put(each, app);
      app.post(
          "/",
          r -> r.schema(s -> s.body(Scalars.class)),
          (request, reply) -> {
            FOUND[0] = request.body(Scalars.class);
            return "";
          });
      app.post(
          "/in",
          r -> r.schema(s -> s.body(Schemas.array(Schemas.of(Scalars.class)))),
          (request, reply) -> {
            FOUND[1] = request.body(Scalars[].class)[0];
            return "";
          });
    }
  }

  @AfterAll
  static void close() {
    APPS.values().forEach(Fastjava::close);
  }

  /** What is bound, as a whole and as an item; null when both are refused. */
  private static @Nullable Scalars bound(Coercion coercion, String name, String value) {
    Arrays.fill(FOUND, null);
    Fastjava app = Objects.requireNonNull(APPS.get(coercion));
    String body = "{\"" + name + "\":" + value + "}";
    for (String[] each : new String[][] {{"/", body}, {"/in", "[" + body + "]"}}) {
      InjectResponse response =
          app.inject().post(each[0], each[1], r -> r.header("content-type", "application/json"));
      assertThat(response.statusCode()).isIn(200, 400);
    }
    assertThat(Arrays.stream(FOUND).filter(Objects::isNull).count()).isIn(0L, 2L);
    return FOUND[0];
  }
}
