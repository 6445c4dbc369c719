package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.schema.Schemas;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The mapper of the application decides wherever Jackson has a say. */
@Timeout(60)
class JsonMapperOptionTests {
  record Person(String firstName, @Nullable Integer shoeSize) {}

  record Money(long cents) {}

  record Bill(Money total, LocalDate due) {}

  enum Size {
    SMALL,
    LARGE;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  interface PersonMixIn {
    @JsonProperty("name")
    String firstName();
  }

  private static JsonMapper.Builder mapper() {
    return JsonMapper.builder();
  }

  /** Echoes what was bound, as a type with a schema, without one, and inside of a map. */
  private static Fastjava app(JsonMapper mapper) {
    Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper));
    app.post(
        "/schema",
        r -> r.schema(s -> s.body(Person.class).response(200, Person.class)),
        (request, reply) -> request.body(Person.class));
    app.post("/plain", (request, reply) -> request.body(Person.class));
    app.post("/map", (request, reply) -> Map.of("person", request.body(Person.class)));
    app.post("/body", (request, reply) -> Map.of("is", String.valueOf(request.body())));
    return app;
  }

  private static String post(Fastjava app, String url, String json) {
    return app.inject(
            r -> r.method("POST").url(url).header("content-type", "application/json").payload(json))
        .body();
  }

  private static String reply(JsonMapper mapper, @Nullable Object value) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.get("/", (request, reply) -> reply.type("application/json").send(value));
      return app.inject().get("/").body();
    }
  }

  @Test
  void namesFollowTheNamingStrategyEverywhere() {
    JsonMapper mapper =
        mapper().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    String json = "{\"first_name\":\"Ada\",\"shoe_size\":38}";
    try (Fastjava app = app(mapper)) {
      assertThat(post(app, "/schema", json)).isEqualTo(json);
      assertThat(post(app, "/plain", json)).isEqualTo(json);
      assertThat(post(app, "/map", json)).isEqualTo("{\"person\":" + json + "}");
      assertThat(post(app, "/schema", "{\"firstName\":\"Ada\",\"shoe_size\":38}"))
          .contains("body must have required property 'first_name'");
    }
  }

  @Test
  void inclusionHoldsWithAndWithoutSchema() {
    JsonMapper mapper =
        mapper()
            .changeDefaultPropertyInclusion(
                value -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();
    try (Fastjava app = app(mapper)) {
      assertThat(post(app, "/schema", "{\"firstName\":\"Ada\",\"shoeSize\":null}"))
          .isEqualTo("{\"firstName\":\"Ada\"}");
      assertThat(post(app, "/plain", "{\"firstName\":\"Ada\",\"shoeSize\":null}"))
          .isEqualTo("{\"firstName\":\"Ada\"}");
    }
  }

  @Test
  void aModuleReadsAndWritesItsTypes() {
    SimpleModule module =
        new SimpleModule()
            .addSerializer(Money.class, new MoneyWriter())
            .addDeserializer(Money.class, new MoneyReader());
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper().addModule(module).build()))) {
      app.post(
          "/schema",
          r -> r.schema(s -> s.response(200, Bill.class)),
          (request, reply) -> request.body(Bill.class));
      app.post("/plain", (request, reply) -> request.body(Bill.class));
      String json = "{\"total\":\"12.50 EUR\",\"due\":\"2026-12-24\"}";
      assertThat(post(app, "/schema", json)).isEqualTo(json);
      assertThat(post(app, "/plain", json)).isEqualTo(json);
    }
  }

  @Test
  void aMixInCountsLikeAnAnnotation() {
    JsonMapper mapper = mapper().addMixIn(Person.class, PersonMixIn.class).build();
    try (Fastjava app = app(mapper)) {
      String json = "{\"name\":\"Ada\",\"shoeSize\":38}";
      assertThat(post(app, "/schema", json)).isEqualTo(json);
      assertThat(post(app, "/plain", json)).isEqualTo(json);
    }
  }

  @Test
  void unknownPropertiesFailWhenTheMapperSaysSo() {
    JsonMapper mapper = mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (Fastjava app = app(mapper)) {
      var response =
          app.inject(
              r ->
                  r.method("POST")
                      .url("/plain")
                      .header("content-type", "application/json")
                      .payload("{\"firstName\":\"Ada\",\"shoeSize\":1,\"extra\":2}"));
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("/extra");
    }
  }

  @Test
  void datesAndEnumsInsideOfMapsFollowTheMapper() {
    JsonMapper numbers = mapper().enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("at", Instant.ofEpochSecond(5));
    value.put("size", Size.LARGE);
    assertThat(reply(numbers, value)).isEqualTo("{\"at\":5.000000000,\"size\":\"large\"}");
    assertThat(
            reply(
                mapper().disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING).build(),
                List.of(Size.LARGE)))
        .isEqualTo("[\"LARGE\"]");
    assertThat(
            reply(
                mapper().enable(EnumFeature.WRITE_ENUMS_USING_INDEX).build(), List.of(Size.LARGE)))
        .isEqualTo("[1]");
    assertThat(reply(numbers, Map.of(LocalDate.of(2026, 1, 2), 1))).isEqualTo("{\"2026-01-02\":1}");
  }

  @Test
  void aMapperThatSortsOrQuotesIsLeftTheWhole() {
    JsonMapper mapper =
        mapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("b", new java.math.BigDecimal("1E+3"));
    value.put("a", List.of());
    assertThat(reply(mapper, value)).isEqualTo("{\"a\":[],\"b\":1000}");
    assertThat(reply(mapper().enable(SerializationFeature.INDENT_OUTPUT).build(), List.of(1)))
        .isEqualToIgnoringWhitespace("[1]")
        .contains(" ");
  }

  @Test
  void readFeaturesCountForBodies() {
    JsonMapper mapper =
        mapper()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    try (Fastjava app = app(mapper)) {
      assertThat(post(app, "/body", "{\"a\":0.12345678901234567890,/* why */}"))
          .isEqualTo("{\"is\":\"{a=0.12345678901234567890}\"}");
    }
    try (Fastjava app = app(mapper().build())) {
      assertThat(post(app, "/body", "{\"a\":1,}")).contains("FST_ERR_CTP_INVALID_JSON_BODY");
    }
  }

  @Test
  void limitsAndPrototypeProtectionHoldWithAnyMapper() {
    JsonMapper wide =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNumberLength(1_000_000)
                            .maxNestingDepth(1_000_000)
                            .build())
                    .build())
            .build();
    try (Fastjava app = app(wide)) {
      assertThat(post(app, "/body", "[" + "9".repeat(2_000) + "]"))
          .contains("FST_ERR_CTP_INVALID_JSON_BODY");
      assertThat(post(app, "/body", "[".repeat(30_000) + "]".repeat(30_000)))
          .contains("FST_ERR_CTP_INVALID_JSON_BODY");
      assertThat(post(app, "/body", "{\"__proto__\":{}}"))
          .contains("FST_ERR_CTP_INVALID_JSON_BODY");
    }
    JsonMapper narrow =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(3)
                            .maxStringLength(8)
                            .build())
                    .build())
            .build();
    try (Fastjava app = app(narrow)) {
      assertThat(post(app, "/body", "[[[1]]]")).isEqualTo("{\"is\":\"[[[1]]]\"}");
      assertThat(post(app, "/body", "[[[[1]]]]")).contains("FST_ERR_CTP_INVALID_JSON_BODY");
      assertThat(post(app, "/body", "[\"" + "x".repeat(20_000) + "\"]"))
          .contains("FST_ERR_CTP_INVALID_JSON_BODY");
    }
  }

  @Test
  void injectBindsAndWritesWithTheMapper() {
    JsonMapper mapper =
        mapper().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (Fastjava app = app(mapper)) {
      Person ada = new Person("Ada", 38);
      assertThat(app.inject(r -> r.method("POST").url("/plain").payload(ada)).json(Person.class))
          .isEqualTo(ada);
    }
  }

  @Test
  void schemasInsideOfSchemasFollowTheMapper() {
    JsonMapper mapper =
        mapper().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.post(
          "/all",
          r ->
              r.schema(
                  s ->
                      s.body(
                          Schemas.object()
                              .prop("people", Schemas.array(Schemas.of(Person.class)))
                              .required("people"))),
          (request, reply) -> "taken");
      assertThat(post(app, "/all", "{\"people\":[{\"first_name\":\"Ada\",\"shoe_size\":1}]}"))
          .isEqualTo("taken");
      assertThat(post(app, "/all", "{\"people\":[{\"firstName\":\"Ada\",\"shoe_size\":1}]}"))
          .contains("body/people/0 must have required property 'first_name'");
    }
  }

  @Test
  void twoServersKeepTheirMappersApart() {
    JsonMapper snake = mapper().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (Fastjava one = app(snake);
        Fastjava other = Fastjava.create()) {
      other.post(
          "/schema",
          r -> r.schema(s -> s.body(Person.class).response(200, Person.class)),
          (request, reply) -> request.body(Person.class));
      String json = "{\"first_name\":\"Ada\",\"shoe_size\":38}";
      assertThat(post(one, "/schema", json)).isEqualTo(json);
      assertThat(post(other, "/schema", json)).contains("required property 'firstName'");
    }
  }

  private static final class MoneyWriter extends ValueSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator out, SerializationContext context) {
      out.writeString(money.cents() / 100 + "." + money.cents() % 100 + " EUR");
    }
  }

  private static final class MoneyReader extends ValueDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser in, DeserializationContext context) {
      return new Money(Long.parseLong(in.getString().replaceAll("[^0-9]", "")));
    }
  }
}
