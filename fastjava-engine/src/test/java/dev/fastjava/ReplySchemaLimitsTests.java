package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What response schemas do with expressions without end, and how they name what is wrong. */
class ReplySchemaLimitsTests {
  @Test
  void expressionForNamesOfPropertiesGivesUpAfterItsSteps() {
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "patternProperties",
            Map.of("^(?:(a+)+)+\\1$", Map.of("type", "string")));
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/:name",
          r -> r.schema(s -> s.response(200, schema)),
          (request, reply) -> Map.of(request.param("name"), "x"));
      InjectResponse response = app.inject().get("/" + "a".repeat(60) + "b");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).contains("takes more than 1000000 steps");
      assertThat(app.inject().get("/aaaa").body()).isEqualTo("{\"aaaa\":\"x\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "object"})
  void validationOfRepliesNamesTheTypesThatTheSchemaHas(String kind) {
    Object bad = kind.equals("number") ? 1 : Map.of("a", 1);
    Map<String, Object> schema =
        Map.of("type", "object", "properties", Map.of("bio", Map.of("type", "string")));
    try (Fastjava app = Fastjava.create(o -> o.serialization(s -> s.validateResponses(true)))) {
      app.get(
          "/", r -> r.schema(s -> s.response(200, schema)), (request, reply) -> Map.of("bio", bad));
      assertThat(app.inject().get("/").body())
          .contains("response/bio must be string\"")
          .doesNotContain("object");
    }
  }

  @Test
  void listOfTypesIsNamedAsItWasWritten() {
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "a", Map.of("type", List.of("string", "object")),
                "b", Map.of("type", List.of("string", "null"))));
    try (Fastjava app = Fastjava.create(o -> o.serialization(s -> s.validateResponses(true)))) {
      app.get(
          "/",
          r -> r.schema(s -> s.response(200, schema)),
          (request, reply) -> Map.of("a", 1, "b", 1));
      assertThat(app.inject().get("/").body())
          .contains("response/a must be string,object")
          .contains("response/b must be string,null");
    }
  }
}
