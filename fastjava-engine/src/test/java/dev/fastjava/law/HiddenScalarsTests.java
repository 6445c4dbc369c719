package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.any;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.mixed;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * What the mapper's serializer of a class makes of a text, number, date or array is all that
 * leaves, whatever the schema; and no value is given to a serializer twice.
 */
@SuppressWarnings({"ArrayRecordComponent", "UnnecessaryStringBuilder"}) // what is written
class HiddenScalarsTests {
  /** Shows when it is asked twice. */
  static class Stars extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeString("*" + String.valueOf(value).contains("*"));
    }
  }

  private static final String WRITTEN = "\"*false\"";

  static final class Amount extends Number {
    private static final long serialVersionUID = 1L;

    @Override
    public int intValue() {
      return 424242;
    }

    @Override
    public long longValue() {
      return 424242;
    }

    @Override
    public float floatValue() {
      return 424242;
    }

    @Override
    public double doubleValue() {
      return 424242;
    }

    @Override
    public String toString() {
      return "424242";
    }
  }

  @JsonSerialize(using = Stars.class)
  static final class Told extends Number {
    private static final long serialVersionUID = 1L;
    private final Amount amount = new Amount();

    @Override
    public int intValue() {
      return amount.intValue();
    }

    @Override
    public long longValue() {
      return amount.longValue();
    }

    @Override
    public float floatValue() {
      return amount.floatValue();
    }

    @Override
    public double doubleValue() {
      return amount.doubleValue();
    }
  }

  record Code(String text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.subSequence(from, to);
    }

    @Override
    public String toString() {
      return text;
    }

    @JsonValue
    public String masked() {
      return "*false";
    }
  }

  record Scalar(Class<?> type, Supplier<Object> value) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  /** Every value has one of the marks of what must not leave. */
  static Stream<Scalar> scalars() {
    return Stream.of(
        new Scalar(String.class, () -> "SEC"),
        new Scalar(Integer.class, () -> 424242),
        new Scalar(Long.class, () -> 424242L),
        new Scalar(Double.class, () -> 424242.5),
        new Scalar(Float.class, () -> 424242.5f),
        new Scalar(BigDecimal.class, () -> new BigDecimal("424242.25")),
        new Scalar(BigInteger.class, () -> BigInteger.valueOf(424242)),
        new Scalar(Boolean.class, () -> true),
        new Scalar(Character.class, () -> '\u00a7'),
        new Scalar(Number.class, Amount::new),
        new Scalar(Amount.class, Amount::new),
        new Scalar(Told.class, Told::new),
        new Scalar(Code.class, () -> new Code("SEC")),
        new Scalar(AtomicInteger.class, () -> new AtomicInteger(424242)),
        new Scalar(AtomicBoolean.class, () -> new AtomicBoolean(true)),
        new Scalar(StringBuilder.class, () -> new StringBuilder("SEC")),
        new Scalar(LocalDate.class, () -> LocalDate.of(2042, 1, 1)),
        new Scalar(Instant.class, () -> Instant.parse("2042-01-01T00:00:00Z")),
        new Scalar(Date.class, () -> Date.from(Instant.parse("2042-01-01T00:00:00Z"))),
        new Scalar(UUID.class, () -> new UUID(0x424242L, 0)),
        new Scalar(byte[].class, () -> "SECSEC".getBytes(UTF_8)),
        new Scalar(char[].class, () -> "SEC".toCharArray()),
        new Scalar(int[].class, () -> new int[] {424242}),
        new Scalar(double[].class, () -> new double[] {424242}),
        new Scalar(String[].class, () -> new String[] {"SEC"}),
        new Scalar(Optional.class, () -> Optional.of("SEC")),
        new Scalar(Thread.State.class, () -> Thread.State.NEW));
  }

  record Held(@Nullable Object x) {}

  private static List<@Nullable JsonSchema> schemas() {
    JsonSchema all = mixed("string", "number", "boolean", "object", "array", "null");
    return Arrays.asList(
        null,
        any(),
        object().prop("x", string()),
        object().prop("x", all),
        object().prop("x", string().format("date")),
        object().additionalProperties(true),
        object().additionalProperties(string()),
        object().patternProperty(".", string()),
        Schemas.of(Held.class));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void whatTheSerializerOfAClassWritesIsAllThatLeaves(Scalar scalar) {
    SimpleModule module = new SimpleModule();
    if (scalar.type() != Told.class && scalar.type() != Code.class) {
      add(module, scalar.type());
    }
    JsonMapper mapper = JsonMapper.builder().addModule(module).build();
    Object value = scalar.value().get();
    List<String> bodies = new ArrayList<>();
    for (JsonSchema schema : schemas()) {
      bodies.add(body(mapper, new Held(scalar.value().get()), schema));
      bodies.add(body(mapper, Map.of("x", scalar.value().get()), schema));
      if (!(value instanceof Optional)) {
        bodies.add(body(mapper, Map.of("x", Optional.of(scalar.value().get())), schema));
      }
    }
    assertThat(bodies).isNotEmpty().allMatch(body -> body.equals("{\"x\":" + WRITTEN + "}"));
    for (JsonSchema items : List.of(any(), string(), mixed("string", "number", "object"))) {
      assertThat(body(mapper, List.of(value), array(items))).isEqualTo("[" + WRITTEN + "]");
      assertThat(body(mapper, new Object[] {value}, array(items))).isEqualTo("[" + WRITTEN + "]");
    }
    // As the text of a list.
    assertThat(body(mapper, Map.of("x", List.of(value)), object().prop("x", string())))
        .isEqualTo("{\"x\":" + WRITTEN + "}");
  }

  @SuppressWarnings("unchecked") // one serializer for all classes
  private static void add(SimpleModule module, Class<?> type) {
    module.addSerializer((Class<Object>) type, new Stars());
  }

  record Flags(boolean yes, int number, long id, double price, boolean[] all) {}

  @Test
  void serializersOfPrimitiveTypesAreAsked() {
    SimpleModule module = new SimpleModule();
    for (Class<?> type : List.of(boolean.class, int.class, long.class, double.class)) {
      add(module, type);
    }
    JsonMapper mapper = JsonMapper.builder().addModule(module).build();
    Flags flags = new Flags(true, 424242, 424242, 424242, new boolean[0]);
    String expected = mapper.writeValueAsString(flags);
    assertThat(expected).doesNotContain("424242");
    JsonSchema named =
        object()
            .prop("yes", string())
            .prop("number", string())
            .prop("id", string())
            .prop("price", string())
            .prop("all", array(any()));
    for (JsonSchema schema :
        Arrays.asList(
            null, any(), Schemas.of(Flags.class), named, object().additionalProperties(true))) {
      assertThat(body(mapper, flags, schema)).isEqualTo(expected);
    }
  }

  /** The usual way to keep long identifiers exact in browsers. */
  @Test
  void numbersThatJacksonWritesAsTextsAreTextsWhereTheSchemaHasAPlaceForThem() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(
                new SimpleModule()
                    .addSerializer(Long.class, ToStringSerializer.instance)
                    .addSerializer(long.class, ToStringSerializer.instance))
            .build();
    record Item(Long id, long other) {}
    Item item = new Item(9007199254740993L, 9007199254740995L);
    String texts = "{\"id\":\"9007199254740993\",\"other\":\"9007199254740995\"}";
    JsonSchema strings = object().prop("id", string()).prop("other", string());
    assertThat(body(mapper, item, null)).isEqualTo(texts);
    for (JsonSchema schema : List.of(any(), Schemas.of(Item.class), strings)) {
      assertThat(body(mapper, item, schema)).isEqualTo(texts);
    }
  }

  @Test
  void formatsOfClassesHoldInEverySchema() {
    JsonMapper mapper =
        JsonMapper.builder()
            .withConfigOverride(
                LocalDate.class, o -> o.setFormat(JsonFormat.Value.forPattern("dd.MM.yy")))
            .build();
    LocalDate day = LocalDate.of(2024, 2, 29);
    List<String> bodies = new ArrayList<>();
    for (JsonSchema schema : schemas()) {
      for (Object value : List.of(new Held(day), Map.of("x", day), Map.of("x", Optional.of(day)))) {
        bodies.add(body(mapper, value, schema));
      }
    }
    assertThat(bodies).hasSize(27).containsOnly("{\"x\":\"29.02.24\"}");
  }

  @Test
  void serializersOfKeysAreAsked() {
    record Key(String id) {}
    Map<Object, Object> keys = new LinkedHashMap<>();
    keys.put("SEC", String.class);
    keys.put(LocalDate.of(2042, 1, 1), LocalDate.class);
    keys.put(424242, Integer.class);
    keys.put(new Key("SEC"), Key.class);
    keys.put(Thread.State.NEW, Thread.State.class);
    ValueSerializer<Object> stars =
        new ValueSerializer<>() {
          @Override
          public void serialize(Object key, JsonGenerator out, SerializationContext context) {
            out.writeName("*");
          }
        };
    List<String> bodies = new ArrayList<>();
    keys.forEach(
        (key, type) -> {
          SimpleModule module = new SimpleModule();
          addKey(module, (Class<?>) type, stars);
          JsonMapper mapper = JsonMapper.builder().addModule(module).build();
          Map<Object, Object> value = Map.of(key, "v");
          JsonSchema open = object().additionalProperties(string());
          bodies.add(mapper.writeValueAsString(value));
          for (JsonSchema schema :
              Arrays.asList(
                  null,
                  any(),
                  open,
                  object().prop("*", string()),
                  object().patternProperty(".", string()))) {
            bodies.add(body(mapper, value, schema));
          }
          for (JsonSchema schema : List.of(Schemas.of(Held.class), object().prop("x", open))) {
            String holder = body(mapper, new Held(value), schema);
            bodies.add(holder.substring("{\"x\":".length(), holder.length() - 1));
          }
        });
    assertThat(bodies).hasSize(5 * 8).containsOnly("{\"*\":\"v\"}");
  }

  @SuppressWarnings("unchecked") // one serializer for all classes
  private static void addKey(SimpleModule module, Class<?> type, ValueSerializer<Object> keys) {
    module.addKeySerializer((Class<Object>) type, keys);
  }

  static class FilterEverything extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Object findFilterId(MapperConfig<?> config, Annotated annotated) {
      return "all";
    }
  }

  @Test
  void filtersThatAnIntrospectorGivesToAllClassesHoldForMaps() {
    JsonMapper mapper =
        JsonMapper.builder()
            .annotationIntrospector(new FilterEverything())
            .filterProvider(
                new SimpleFilterProvider()
                    .addFilter("all", SimpleBeanPropertyFilter.serializeAllExcept("secret")))
            .build();
    Map<String, Object> inner = new LinkedHashMap<>(Map.of("secret", "SEC", "n", "n"));
    JsonSchema named = object().prop("n", string()).prop("secret", string());
    for (JsonSchema schema :
        Arrays.asList(null, any(), named, object().additionalProperties(string()))) {
      assertThat(body(mapper, inner, schema)).isEqualTo("{\"n\":\"n\"}");
    }
    assertThat(body(mapper, new Held(inner), object().prop("x", named)))
        .isEqualTo("{\"x\":{\"n\":\"n\"}}");
    assertThat(body(mapper, new Held(inner), Schemas.of(Held.class)))
        .isEqualTo("{\"x\":{\"n\":\"n\"}}");
  }

  @Test
  void serializersOfListsHoldForArrays() {
    for (Class<?> type : List.of(ArrayList.class, List.class, Iterable.class)) {
      SimpleModule module = new SimpleModule();
      add(module, type);
      JsonMapper mapper = JsonMapper.builder().addModule(module).build();
      Object list = new ArrayList<>(List.of("SEC"));
      for (JsonSchema schema : Arrays.asList(null, any(), array(string()), string())) {
        assertThat(body(mapper, list, schema)).doesNotContain("SEC");
        assertThat(
                body(
                    mapper,
                    Collections.singletonMap("x", list),
                    schema == null ? null : object().prop("x", schema)))
            .doesNotContain("SEC");
      }
    }
  }

  @Test
  void lettersAreATextWhereTheSchemaSaysString() {
    JsonMapper mapper = JsonMapper.builder().build();
    Map<String, Object> value = Map.of("x", "AB".toCharArray());
    assertThat(body(mapper, value, object().prop("x", string()))).isEqualTo("{\"x\":\"AB\"}");
    assertThat(body(mapper, value, object().prop("x", mixed("string", "array"))))
        .isEqualTo("{\"x\":\"AB\"}");
    assertThat(body(mapper, value, object().prop("x", array(string()))))
        .isEqualTo("{\"x\":[\"A\",\"B\"]}");
  }

  @Test
  void datesInHoldersAreTextsWhereTheSchemaSaysString() {
    JsonMapper mapper =
        JsonMapper.builder().enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();
    LocalDate day = LocalDate.of(2024, 2, 29);
    for (Object value : List.of(day, Optional.of(day), List.of(day), new Object[] {day})) {
      assertThat(body(mapper, Map.of("x", value), object().prop("x", string())))
          .isEqualTo("{\"x\":\"2024-02-29\"}");
    }
  }

  private static String body(JsonMapper mapper, Object value, @Nullable JsonSchema schema) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.get(
          "/",
          r -> {
            if (schema != null) {
              r.schema(s -> s.response(200, schema));
            }
          },
          (request, reply) -> reply.type("application/json").send(value));
      InjectResponse response = app.inject("/");
      assertThat(response.body())
          .as("%s with %s", value, schema)
          .doesNotContain("SEC", "424242", "2042", "\u00a7", "U0VDU0VD", "NEW", "true\"}");
      return response.body();
    }
  }
}
