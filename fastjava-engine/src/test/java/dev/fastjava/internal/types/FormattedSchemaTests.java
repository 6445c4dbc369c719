package dev.fastjava.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;

class FormattedSchemaTests {
  /** Reads what Jackson by itself does not. */
  static final class Words extends DeserializationProblemHandler {
    @Override
    public @Nullable Object handleWeirdStringValue(
        DeserializationContext context, Class<?> type, String text, String failure) {
      return text.equals("doomsday") ? LocalDate.MAX : NOT_HANDLED;
    }
  }

  private static String post(JsonMapper mapper, String text) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.post(
          "/",
          route -> route.schema(s -> s.body(LocalDate.class)),
          (request, reply) -> request.body(LocalDate.class).toString());
      return app.inject()
          .post("/", '"' + text + '"', r -> r.header("content-type", "application/json"))
          .body();
    }
  }

  @Test
  void theApplicationsMapperJudgesTexts() {
    JsonMapper own = JsonMapper.builder().addHandler(new Words()).build();
    assertThat(post(own, "doomsday")).isEqualTo(LocalDate.MAX.toString());
    assertThat(post(own, "some day")).contains("body must match format \\\"date\\\"");
    assertThat(post(JsonMapper.builder().build(), "doomsday")).contains("must match format");
  }
}
