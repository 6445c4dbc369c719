package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.BodyParser;
import dev.fastjava.Fastjava;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.option.Poisoning;
import dev.fastjava.schema.Schemas;
import dev.fastjava.type.TypeRef;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The law of numbers: a body binds to the number that the mapper alone reads of its text, digit for
 * digit, with a schema and without, whoever has looked at the body before.
 */
@NullUnmarked
@SuppressWarnings({"UnusedVariable", "ArrayRecordComponent"}) // read by reflection
class BodyNumberTests {
  record Amount(BigDecimal value) {}

  record Real(float single, Double real) {}

  record Whole(BigInteger value, long integer) {}

  record Any(Object value, JsonNode node, Map<String, Object> more, Number number) {}

  record Many(List<BigDecimal> list, BigDecimal[] array, Map<String, BigDecimal> map) {}

  record Maybe(Optional<BigDecimal> value, OptionalDouble real) {}

  record Coerced(BigDecimal value, int count) {}

  record Defaults(BigDecimal value, List<BigDecimal> list) {}

  private static final List<String> NUMBERS =
      List.of(
          "0.1000000000000000055511151231257827",
          "12345678901234567890.12345678901234567890",
          "19.90",
          "1e3",
          "1E-30",
          "-0.0",
          "-0",
          "100",
          "1.0",
          "16777217.0",
          "3.4028235677973366e38",
          "123456789012345678901234567890",
          "1e400",
          "0.00000000000000000000000000000000000001");

  private static final List<JsonMapper> MAPPERS =
      List.of(
          JsonMapper.builder().build(),
          JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build(),
          JsonMapper.builder().enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS).build(),
          JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build());

  /** Types with a text of a body in which {@code #} stands for a number. */
  private static final Map<Type, String> TYPES =
      Map.of(
          Amount.class,
          "{\"value\":#}",
          Real.class,
          "{\"single\":#,\"real\":#}",
          Whole.class,
          "{\"value\":#,\"integer\":1}",
          Any.class,
          "{\"value\":#,\"node\":{\"n\":[#]},\"more\":{\"a\":#,\"b\":[#]},\"number\":#}",
          Many.class,
          "{\"list\":[#,#],\"array\":[#],\"map\":{\"k\":#}}",
          Maybe.class,
          "{\"value\":#,\"real\":#}",
          BigDecimal.class,
          "#",
          JsonNode.class,
          "[#,{\"a\":#}]",
          new TypeRef<List<BigDecimal>>() {}.type(),
          "[#,1,#]",
          new TypeRef<Map<String, Object>>() {}.type(),
          "{\"a\":#,\"b\":{\"c\":[#]}}");

  private @Nullable Object bound;

  private Fastjava app(JsonMapper mapper, Type type, List<String> urls) {
    Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper));
    add(app, "/none", type, r -> {});
    add(app, "/derived", type, r -> r.schema(s -> s.body(Schemas.of(type))));
    add(app, "/open", type, r -> r.schema(s -> s.body(Map.of())));
    add(
        app,
        "/seen",
        type,
        r ->
            r.schema(s -> s.body(Schemas.of(type)))
                .preValidation((request, reply) -> assertThat(request.body()).isNotNull())
                .preHandler((request, reply) -> request.setBody(request.body())));
    BodyParser json = app.defaultJsonParser(Poisoning.ERROR, Poisoning.ERROR);
    app.addContentTypeParser(
        "application/own", BodyParser.bytes((request, bytes) -> json.parse(request, bytes)));
    urls.addAll(List.of("/none", "/derived", "/open", "/seen"));
    return app;
  }

  private void add(Fastjava app, String url, Type type, Consumer<RouteDefinition> settings) {
    app.post(
        url,
        settings,
        (request, reply) -> {
          bound = request.body(type, Object.class);
          return "";
        });
  }

  @Test
  void aNumberIsReadAsTheMapperAloneReadsIt() {
    int compared = 0;
    for (JsonMapper mapper : MAPPERS) {
      for (Map.Entry<Type, String> each : TYPES.entrySet()) {
        List<String> urls = new ArrayList<>();
        try (Fastjava app = app(mapper, each.getKey(), urls)) {
          for (String number : NUMBERS) {
            compared += compare(app, mapper, each, number, urls);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(1500);
  }

  private int compare(
      Fastjava app,
      JsonMapper mapper,
      Map.Entry<Type, String> each,
      String number,
      List<String> urls) {
    String json = each.getValue().replace("#", number);
    Object expected;
    try {
      expected = mapper.readerFor(mapper.constructType(each.getKey())).readValue(json);
    } catch (JacksonException e) {
      return 0; // a fraction that is no such number
    }
    int compared = 0;
    for (String url : urls) {
      for (String type : List.of("application/json", "application/own")) {
        bound = null;
        InjectResponse response = app.inject().post(url, json, r -> r.header("content-type", type));
        boolean infinite = number.equals("1e400") || number.startsWith("3.4028235677973366e38");
        boolean refused = infinite || each.getKey() == Whole.class;
        if (response.statusCode() == 400 && !url.equals("/none") && refused) {
          continue; // no number of JSON Schema, no integer
        }
        assertThat(response.statusCode())
            .as("%s %s: %s", url, json, response.body())
            .isEqualTo(200);
        assertThat(text(bound)).as("%s %s %s", url, type, json).isEqualTo(text(expected));
        compared++;
      }
    }
    return compared;
  }

  /** Says of numbers what they are, which neither equality nor JSON does. */
  private static String text(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.getClass().getSimpleName() + ' ' + number;
    }
    if (value instanceof Map<?, ?> map) {
      StringBuilder text = new StringBuilder();
      map.forEach((key, inner) -> text.append(key).append(':').append(text(inner)).append(' '));
      return text.toString();
    }
    if (value instanceof Iterable<?> many && !(value instanceof JsonNode)) {
      StringBuilder text = new StringBuilder();
      many.forEach(inner -> text.append(text(inner)).append(' '));
      return text.toString();
    }
    if (value instanceof Any any) {
      return text(any.value) + text(any.node) + text(any.more) + text(any.number);
    }
    if (value instanceof Many many) {
      return text(many.list) + text(List.of(many.array)) + text(many.map);
    }
    if (value instanceof JsonNode node) {
      return node.isContainer()
          ? text(List.copyOf(node.values()))
          : node.getClass().getSimpleName() + node;
    }
    return String.valueOf(value);
  }

  @Test
  void aNumberKeepsItsDigitsBesideWhatIsConvertedAndFilledIn() {
    Fastjava app = Fastjava.create();
    try (app) {
      app.post(
          "/coerced",
          r -> r.schema(s -> s.body(Coerced.class)),
          (request, reply) -> request.body(Coerced.class).toString());
      app.post(
          "/defaults",
          r ->
              r.schema(
                  s ->
                      s.body(
                          Schemas.object()
                              .prop("value", Schemas.number().defaultValue(1.5))
                              .prop("list", Schemas.array(Schemas.number())))),
          (request, reply) -> request.body(Defaults.class).toString());
      app.post(
          "/changed",
          r ->
              r.preValidation(
                  (request, reply) -> {
                    if (request.body() instanceof Map<?, ?> map) {
                      @SuppressWarnings("unchecked") // made by the parser
                      Map<String, Object> body = (Map<String, Object>) map;
                      body.put("count", 0.75);
                      body.remove("gone");
                    }
                  }),
          (request, reply) -> request.body(new TypeRef<Map<String, BigDecimal>>() {}).toString());
      assertThat(json(app, "/coerced", "{\"value\":19.90,\"count\":\"7\"}"))
          .isEqualTo("Coerced[value=19.90, count=7]");
      assertThat(json(app, "/coerced", "{\"count\":[7],\"value\":0.12345678901234567890}"))
          .isEqualTo("Coerced[value=0.12345678901234567890, count=7]");
      assertThat(json(app, "/defaults", "{\"list\":0.12345678901234567890}"))
          .isEqualTo("Defaults[value=1.5, list=[0.12345678901234567890]]");
      assertThat(json(app, "/defaults", "{\"list\":[1.10,\"2\"],\"value\":[1e3]}"))
          .isEqualTo("Defaults[value=1E+3, list=[1.10, 2]]");
      assertThat(
              json(app, "/changed", "{\"gone\":1.10,\"count\":0.50,\"kept\":2.50,\"kept\":3.50}"))
          .isEqualTo("{count=0.75, kept=3.50}");
    }
  }

  private static String json(Fastjava app, String url, String json) {
    return app.inject().post(url, json, r -> r.header("content-type", "application/json")).body();
  }
}
