package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.schema.Schemas;
import dev.fastjava.type.TypeRef;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Types that contain themselves, in code that does not say where null may be. */
@NullUnmarked
@SuppressWarnings({"ArrayRecordComponent", "NullAway"}) // as applications have them
class RecursiveTypesTests {
  record Tree(String name, List<Tree> children) {}

  record Named(String name, Map<String, Named> children) {}

  record Rows(String name, Rows[] children) {}

  record Maybe(String name, Optional<Maybe> next) {}

  record Deep(List<Map<String, List<Optional<Deep>>>> children) {}

  record Ping(List<Pong> pongs) {}

  record Pong(Map<String, Ping> pings) {}

  record Page<T>(List<T> items, List<Page<T>> more) {}

  private static Stream<Arguments> types() {
    Tree tree = new Tree("a", List.of(new Tree("b", List.of()), new Tree(null, null)));
    Maybe maybe = new Maybe("a", Optional.of(new Maybe("b", Optional.empty())));
    List<Tree> holed = new ArrayList<>(List.of(tree));
    holed.add(null);
    return Stream.of(
        Arguments.of(Tree.class, tree),
        Arguments.of(Tree.class, new Tree("c", holed)),
        Arguments.of(Named.class, new Named("a", Map.of("k", new Named("b", Map.of())))),
        Arguments.of(Rows.class, new Rows("a", new Rows[] {new Rows("b", new Rows[0])})),
        Arguments.of(Maybe.class, maybe),
        Arguments.of(
            Deep.class, new Deep(List.of(Map.of("k", List.of(Optional.of(new Deep(List.of()))))))),
        Arguments.of(Ping.class, new Ping(List.of(new Pong(Map.of("k", new Ping(List.of())))))),
        Arguments.of(
            new TypeRef<Page<Tree>>() {}.type(),
            new Page<>(List.of(tree), List.of(new Page<>(List.of(tree), List.of())))),
        Arguments.of(new TypeRef<List<Tree>>() {}.type(), holed),
        Arguments.of(Tree[].class, new Tree[] {tree}),
        Arguments.of(new TypeRef<Map<String, Tree>>() {}.type(), Map.of("k", tree)),
        Arguments.of(new TypeRef<Optional<Tree>>() {}.type(), Optional.of(tree)),
        Arguments.of(new TypeRef<Optional<List<Maybe>>>() {}.type(), Optional.of(List.of(maybe))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  void theyAreWrittenReadAndCheckedWithTheirSchemas(Type type, Object value) {
    JsonMapper mapper = JsonMapper.builder().build();
    String json = mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
    try (Fastjava app = Fastjava.create()) {
      app.get("/", r -> r.schema(s -> s.response(200, Schemas.of(type))), (q, p) -> value);
      app.post(
          "/",
          r -> r.schema(s -> s.body(Schemas.of(type)).response(200, Schemas.of(type))),
          (request, reply) -> request.body(type, Object.class));
      app.get(
          "/inside",
          r -> r.schema(s -> s.response(200, Schemas.object().prop("in", Schemas.of(type)))),
          (request, reply) -> Map.of("in", value));
      assertThat(app.inject().get("/").body()).isEqualTo(json);
      assertThat(app.inject().get("/inside").body()).isEqualTo("{\"in\":" + json + "}");
      assertThat(
              app.inject()
                  .post("/", json, r -> r.header("content-type", "application/json"))
                  .body())
          .isEqualTo(json);
    }
  }

  @Test
  void aConditionMayReferToWhatItIsIn() {
    Map<String, Object> condition = new LinkedHashMap<>();
    Map<String, Object> isNull = new LinkedHashMap<>();
    isNull.put("const", null);
    condition.put("if", isNull);
    condition.put("then", Map.of("type", "null"));
    condition.put("else", Map.of("$ref", "#"));
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of("name", Map.of("type", "string"), "next", condition));
    Map<String, Object> last = new LinkedHashMap<>();
    last.put("name", "b");
    last.put("next", null);
    last.put("hidden", 1);
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          r -> r.schema(s -> s.response(200, schema)),
          (request, reply) -> Map.of("next", last));
      assertThat(app.inject().get("/").json())
          .isEqualTo(Map.of("next", java.util.Collections.unmodifiableMap(without(last))));
    }
  }

  private static Map<String, Object> without(Map<String, Object> map) {
    Map<String, Object> copy = new LinkedHashMap<>(map);
    copy.remove("hidden");
    return copy;
  }
}
