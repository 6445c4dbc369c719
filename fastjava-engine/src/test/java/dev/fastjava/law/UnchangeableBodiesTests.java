package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.BodyParser;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parser may make collections that cannot be changed: what is converted then is a copy. */
class UnchangeableBodiesTests {
  @NullUnmarked
  record Item(
      Integer number,
      @JsonProperty(defaultValue = "20") Integer size,
      List<Integer> all,
      Map<String, Integer> more) {}

  static Stream<Object> bodies() {
    Map<String, Object> table = new ConcurrentHashMap<>(Map.of("number", "5", "more", Map.of()));
    table.put("all", List.of("1", "2"));
    return Stream.of(
        Map.of("number", "5", "all", List.of("1", "2"), "unknown", 1),
        Map.of("number", "5", "all", Arrays.asList("1", "2")),
        Collections.unmodifiableMap(new TreeMap<>(Map.of("number", "5", "all", List.of("1", "2")))),
        table);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void areConvertedFilledInAndRidOfWhatIsAdditional(Object body) {
    try (Fastjava app =
        Fastjava.create(o -> o.validation(v -> v.removeAdditional(RemoveAdditional.ALL)))) {
      app.addContentTypeParser("application/x-item", BodyParser.text((request, text) -> body));
      app.post(
          "/",
          r -> r.schema(s -> s.body(Item.class)),
          (request, reply) -> request.body(Item.class) + " " + request.body());
      app.post(
          "/written",
          r ->
              r.schema(
                  s ->
                      s.body(
                          Schemas.object()
                              .prop("number", Schemas.integer())
                              .prop("all", Schemas.array(Schemas.integer())))),
          (request, reply) -> request.body(Item.class).toString());
      InjectResponse response = post(app, "/");
      assertThat(response.body()).startsWith("Item[number=5, size=20, all=[1, 2]");
      assertThat(response.body()).doesNotContain("unknown");
      assertThat(post(app, "/written").body()).startsWith("Item[number=5, size=null, all=[1, 2]");
    }
  }

  private static InjectResponse post(Fastjava app, String path) {
    InjectResponse response =
        app.inject().post(path, "x", r -> r.header("content-type", "application/x-item"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response;
  }

  @NullUnmarked
  record Named(@Nullable String name, @Nullable Integer age) {}

  @Test
  void areLeftAsTheyAreByErrors() {
    try (Fastjava app = Fastjava.create()) {
      app.addContentTypeParser(
          "application/x-item", BodyParser.text((request, text) -> Map.of("age", "old")));
      app.post("/", r -> r.schema(s -> s.body(Named.class)), (request, reply) -> "ok");
      InjectResponse response =
          app.inject().post("/", "x", r -> r.header("content-type", "application/x-item"));
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("body/age must be integer");
    }
  }
}
