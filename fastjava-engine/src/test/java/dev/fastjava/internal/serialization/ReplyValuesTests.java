package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.SerializationOptions.LargeArrayMechanism;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings({
  "UnusedMethod",
  "EffectivelyPrivate",
  "DoNotCallSuggester"
}) // getters are called by reflection
class ReplyValuesTests {
  private static final Map<String, Object> STRING = Map.of("type", "string");
  private static final Map<String, Object> INTEGER = Map.of("type", "integer");
  private static final Map<String, Object> NUMBER = Map.of("type", "number");

  private static Map<String, Object> array(Object items) {
    return Map.of("type", "array", "items", items);
  }

  private static Map<String, Object> object(Object... namesAndSchemas) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      properties.put((String) namesAndSchemas[i], namesAndSchemas[i + 1]);
    }
    return Map.of("type", "object", "properties", properties);
  }

  @Test
  void arraysOfPrimitivesAreArrays() throws Exception {
    assertThat(Written.by(array(INTEGER), new int[] {1, -2})).isEqualTo("[1,-2]");
    assertThat(Written.by(array(INTEGER), new long[] {Long.MIN_VALUE}))
        .isEqualTo("[" + Long.MIN_VALUE + "]");
    assertThat(Written.by(array(INTEGER), new short[] {3})).isEqualTo("[3]");
    assertThat(Written.by(array(NUMBER), new double[] {0.5, 2})).isEqualTo("[0.5,2]");
    assertThat(Written.by(array(NUMBER), new float[] {0.1f})).isEqualTo("[0.1]");
    assertThat(Written.by(array(Map.of("type", "boolean")), new boolean[] {true}))
        .isEqualTo("[true]");
    assertThat(Written.by(array(STRING), new char[] {'a'})).isEqualTo("[\"a\"]");
    assertThat(Written.by(array(STRING), new String[] {"a", "b"})).isEqualTo("[\"a\",\"b\"]");
    assertThat(Written.by(array(array(INTEGER)), new int[][] {{1}, {}})).isEqualTo("[[1],[]]");
    assertThat(Written.by(Map.of(), new int[] {1})).isEqualTo("[1]");
  }

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Named(String firstName, int houseNumber) {}

  @JsonIgnoreProperties("hidden")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @JsonPropertyOrder({"b", "a"})
  record Annotated(List<String> a, String b, String hidden) {}

  @Test
  void namingStrategiesAndInclusionsOfJacksonHold() throws Exception {
    Object named = object("first_name", STRING, "house_number", INTEGER, "firstName", STRING);
    assertThat(Written.by(named, new Named("Ada", 3)))
        .isEqualTo("{\"first_name\":\"Ada\",\"house_number\":3}");
    Object annotated = object("a", array(STRING), "b", STRING, "hidden", STRING);
    assertThat(Written.by(annotated, new Annotated(List.of(), "x", "y")))
        .isEqualTo("{\"b\":\"x\"}");
    assertThat(Written.by(annotated, new Annotated(List.of("z"), "", "y")))
        .isEqualTo("{\"a\":[\"z\"]}");
  }

  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  static final class Sparse {
    public int getCount() {
      return 0;
    }

    private String text = "x";

    public String getText() {
      return text;
    }

    public Optional<String> getAbsent() {
      return Optional.empty();
    }
  }

  @Test
  void defaultsThatAClassLeavesOutStayOut() throws Exception {
    Object schema =
        object(
            "count", INTEGER, "text", STRING, "absent", Map.of("type", "string", "default", "d"));
    Sparse sparse = new Sparse();
    assertThat(Written.by(schema, sparse)).isEqualTo("{\"absent\":\"d\"}");
    sparse.text = "y";
    assertThat(Written.by(schema, sparse)).isEqualTo("{\"text\":\"y\",\"absent\":\"d\"}");
  }

  @Test
  void withoutASchemaAReplyHasTheValuesOfJackson() {
    Object[] values = {
      new Named("Ada", 3),
      new Annotated(List.of("z"), "x", "y"),
      List.of(new Named("B", 1)),
      Optional.of(new Named("C", 2)),
      Set.of(new Named("D", 4)),
      Map.of("k", new Named("E", 5))
    };
    try (Fastjava app = Fastjava.create()) {
      app.get("/:index", (request, reply) -> values[Integer.parseInt(request.param("index"))]);
      for (int i = 0; i < values.length; i++) {
        assertThat(app.inject("/" + i).body())
            .isEqualTo(JsonMapper.shared().writeValueAsString(values[i]));
      }
    }
  }

  record Chosen(long id, String name, @Nullable String note) {}

  @Test
  void aRecordOrBeanIsAResponseSchema() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          route -> route.schema(s -> s.response(200, Chosen.class)),
          (request, reply) -> Map.of("id", "7", "name", "Ada", "password", "x"));
      app.get(
          "/record",
          route -> route.schema(s -> s.response("2xx", Chosen.class)),
          (request, reply) -> new Chosen(8, "Bob", null));
      app.get(
          "/incomplete",
          route -> route.schema(s -> s.response(200, Chosen.class)),
          (request, reply) -> Map.of("id", 1));
      assertThat(app.inject("/").body()).isEqualTo("{\"id\":7,\"name\":\"Ada\"}");
      assertThat(app.inject("/record").json(Chosen.class)).isEqualTo(new Chosen(8, "Bob", null));
      assertThat(app.inject("/incomplete").statusCode()).isEqualTo(500);
      assertThat(app.inject("/incomplete").body()).contains("\\\"name\\\" is required!");
    }
  }

  @Test
  void loneSurrogatesAreEscaped() throws Exception {
    assertThat(Written.by(STRING, "\uD800")).isEqualTo("\"\\ud800\"");
    assertThat(Written.by(STRING, "a\uDC00b".repeat(30)))
        .isEqualTo('"' + "a\\udc00b".repeat(30) + '"');
    assertThat(Written.by(Map.of(), "\uD83D\uDE80\uD83D")).isEqualTo("\"\uD83D\uDE80\\ud83d\"");
    assertThat(Written.by(object("\uD800", STRING), Map.of("\uD800", "x")))
        .isEqualTo("{\"\\ud800\":\"x\"}");
  }

  @Test
  void whatIsNoNumberIsRefusedOrNull() throws Exception {
    assertThatThrownBy(() -> Written.by(NUMBER, Double.NaN))
        .isInstanceOf(SerializationException.class)
        .hasMessage("The value \"NaN\" cannot be converted to a number.");
    assertThatThrownBy(() -> Written.by(INTEGER, Double.POSITIVE_INFINITY))
        .hasMessage("The value \"Infinity\" cannot be converted to an integer.");
    assertThat(Written.by(NUMBER, Double.POSITIVE_INFINITY)).isEqualTo("null");
    assertThat(Written.by(Map.of(), List.of(Double.NaN))).isEqualTo("[null]");
  }

  static final class Failing {
    public String getFine() {
      return "fine";
    }

    public String getBroken() throws IOException {
      throw new IOException("disk on fire");
    }
  }

  @Test
  void aFailingGetterMakesTheReplyAnErrorWithNothingHalfSent() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          route ->
              route.schema(
                  s ->
                      s.raw(
                          Map.of(
                              "response",
                              Map.of("200", object("fine", STRING, "broken", STRING))))),
          (request, reply) -> new Failing());
      for (int i = 0; i < 300; i++) { // also when the class is met often
        InjectResponse reply = app.inject("/");
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body())
            .isEqualTo(
                "{\"statusCode\":500,\"error\":\"Internal Server Error\","
                    + "\"message\":\"disk on fire\"}");
      }
    }
  }

  @Test
  void aValueThatContainsItselfIsAnErrorOnEveryExecutor() {
    Map<String, Object> cyclic = new LinkedHashMap<>();
    cyclic.put("child", cyclic);
    List<Object> list = new ArrayList<>();
    list.add(list);
    Map<String, Object> recursive =
        Map.of("type", "object", "properties", Map.of("child", Map.of("$ref", "#")));
    Map<String, Object> nested = Map.of("type", "array", "items", Map.of("$ref", "#"));
    Map<String, Object> chosen = Map.of("anyOf", List.of(Map.of("type", "string"), recursive));
    for (Execution execution : List.of(Execution.EVENT_LOOP, Execution.WORKER)) {
      try (Fastjava app = Fastjava.create(o -> o.execution(execution))) {
        route(app, "/object", recursive, cyclic);
        route(app, "/array", nested, list);
        route(app, "/chosen", chosen, cyclic);
        route(app, "/any", Map.of(), cyclic);
        for (String url : List.of("/object", "/array", "/chosen", "/any")) {
          for (int i = 0; i < 3; i++) {
            InjectResponse reply = app.inject(url);
            assertThat(reply.statusCode()).as(url).isEqualTo(500);
            assertThat(reply.body()).as(url).contains("contains itself");
          }
        }
      }
    }
  }

  private static void route(Fastjava app, String url, Object schema, Object payload) {
    app.get(
        url,
        route -> route.schema(s -> s.raw(Map.of("response", Map.of("200", schema)))),
        (request, reply) -> payload);
  }

  @Test
  void aDeepValueIsWrittenAsFarAsTheBoundGoes() throws Exception {
    FutureTask<Void> task = new FutureTask<>(ReplyValuesTests::writeDeepValues);
    Thread roomy = new Thread(null, task, "roomy", 16 << 20);
    roomy.start();
    task.get(30, TimeUnit.SECONDS);
  }

  @Test
  void aSmallStackMakesADeepValueAnError() throws Exception {
    Map<String, Object> recursive =
        Map.of("type", "object", "properties", Map.of("child", Map.of("$ref", "#")));
    Map<String, Object> cyclic = new LinkedHashMap<>();
    cyclic.put("child", cyclic);
    FutureTask<String> task = new FutureTask<>(() -> Written.by(recursive, cyclic));
    Thread narrow = new Thread(null, task, "narrow", 160 << 10);
    narrow.start();
    assertThatThrownBy(() -> task.get(30, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(SerializationException.class)
        .hasMessageContaining("contains itself");
  }

  private static @Nullable Void writeDeepValues() throws Exception {
    Map<String, Object> nested = Map.of("type", "array", "items", Map.of("$ref", "#"));
    Object value = List.of();
    for (int i = 1; i < 1000; i++) {
      value = List.of(value);
    }
    assertThat(Written.by(nested, value)).isEqualTo("[".repeat(1000) + "]".repeat(1000));
    Object deeper = List.of(value);
    assertThatThrownBy(() -> Written.by(nested, deeper)).hasMessageContaining("nested too deeply");
    return null;
  }

  @Test
  void largeArraysAreWrittenWithoutTheirSchemaWhenAskedFor() throws Exception {
    List<Integer> large = IntStream.range(0, 50_000).boxed().toList();
    String text = large.toString().replace(" ", "");
    assertThat(Written.by(array(INTEGER), large)).isEqualTo(text);
    SerializationOptions plain =
        SerializationOptions.of(
            s -> s.largeArrayMechanism(LargeArrayMechanism.JSON_STRINGIFY).largeArraySize(3));
    assertThat(Written.by(Written.serializer(array(STRING), plain), List.of(1, 2, 3)))
        .isEqualTo("[1,2,3]");
    assertThat(Written.by(Written.serializer(array(STRING), plain), List.of(1, 2)))
        .isEqualTo("[\"1\",\"2\"]");
    assertThat(Written.by(Written.serializer(array(STRING), plain), new int[] {1, 2, 3}))
        .isEqualTo("[1,2,3]");
    assertThat(Written.by(Written.serializer(array(STRING), plain), Collections.nCopies(3, 1)))
        .isEqualTo("[1,1,1]");
  }

  enum Level {
    LOW,
    HIGH {
      @Override
      public String toString() {
        return "very high";
      }
    }
  }

  @Test
  void enumsAreWrittenAsJacksonNamesThem() throws Exception {
    assertThat(Written.by(array(STRING), Level.values())).isEqualTo("[\"LOW\",\"very high\"]");
    assertThat(Written.by(object("LOW", INTEGER), Map.of(Level.LOW, 1))).isEqualTo("{\"LOW\":1}");
  }
}
