package dev.fastjava;

import static dev.fastjava.schema.Schemas.any;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.SerializationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Jackson refuses to write is an error 500 without a word of it; the log has the cause. */
class UnwritableReplyTests {
  private static JsonNode deep() {
    JsonMapper mapper = JsonMapper.builder().build();
    JsonNode node = mapper.createArrayNode();
    for (int i = 0; i < 600; i++) {
      node = mapper.createArrayNode().add(node);
    }
    return node;
  }

  record Holder(Object x) {}

  @Test
  void theClientReadsNoWordOfJackson() {
    List<String> bodies = new ArrayList<>();
    List<Throwable> errors = new ArrayList<>();
    List<@Nullable JsonSchema> schemas =
        Arrays.asList(null, any(), object().additionalProperties(true), Schemas.of(Holder.class));
    JsonNode value = deep();
    for (JsonSchema schema : schemas) {
      for (Object payload : List.of(new Holder(value), Map.of("x", value))) {
        try (Fastjava app = Fastjava.create()) {
          app.onError((request, reply, error) -> errors.add(error));
          app.get(
              "/",
              route -> {
                if (schema != null) {
                  route.schema(s -> s.response(200, schema));
                }
              },
              (request, reply) -> payload);
          InjectResponse response = app.inject("/");
          bodies.add(response.statusCode() + " " + response.body());
        }
      }
    }
    assertThat(bodies)
        .hasSize(8)
        .containsOnly(
            "500 {\"statusCode\":500,\"error\":\"Internal Server Error\","
                + "\"message\":\"The value is nested too deeply, or contains itself\"}");
    assertThat(errors)
        .hasSize(8)
        .allSatisfy(
            error ->
                assertThat(error)
                    .isInstanceOf(SerializationException.class)
                    .hasCauseInstanceOf(JacksonException.class));
  }
}
