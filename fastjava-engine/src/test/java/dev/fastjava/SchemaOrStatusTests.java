package dev.fastjava;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.HttpPart;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A text is a schema or a status, a schema or a part: the method says which. */
class SchemaOrStatusTests {
  private static final String N =
      "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}}}";

  private static void serve(Handler handler) {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          route ->
              route.schema(
                  s ->
                      s.body(object().prop("n", integer().required()))
                          .response("2xx", object().prop("m", integer()))),
          handler);
      InjectResponse response = app.inject(r -> r.method("POST").url("/").payload(Map.of("n", 1)));
      assertThat(response.body()).isEqualTo("checked");
    }
  }

  @Test
  void serializersAreAskedForByASchemaOrByAStatus() {
    Map<String, Integer> value = Map.of("n", 1, "m", 2);
    serve(
        (request, reply) -> {
          assertThat(reply.serializeInput(value, N)).isEqualTo("{\"n\":1}");
          assertThat(reply.serializeForStatus(value, "2xx")).isEqualTo("{\"m\":2}");
          assertThat(reply.getSerializationFunction(N)).isNotNull();
          assertThat(reply.getSerializationFunctionForStatus("2xx")).isNotNull();
          assertThat(reply.getSerializationFunctionForStatus(404)).isNull();
          assertThat(reply.compileSerializationSchema(N))
              .isSameAs(reply.compileSerializationSchema(N));
          return "checked";
        });
  }

  @Test
  void statusInThePlaceOfASchemaIsToldAsOne() {
    serve(
        (request, reply) -> {
          for (Object status : new Object[] {200, "200", "2xx", "default"}) {
            assertThatThrownBy(() -> reply.serializeInput(Map.of(), status))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serializeForStatus");
            assertThatThrownBy(() -> reply.getSerializationFunction(status))
                .isInstanceOf(IllegalArgumentException.class);
          }
          return "checked";
        });
  }

  @Test
  void valuesAreValidatedWithASchemaAlone() {
    serve(
        (request, reply) -> {
          assertThat(request.validateInput(new HashMap<>(Map.of("n", "x")), N).isValid()).isFalse();
          assertThat(request.validateInput(new HashMap<>(), N).isValid()).isTrue();
          assertThat(request.validateInput(new HashMap<>(), HttpPart.BODY).isValid()).isFalse();
          assertThat(request.compileValidationSchema(N)).isSameAs(request.getValidationFunction(N));
          return "checked";
        });
  }

  @Test
  void partInThePlaceOfASchemaIsToldAsOne() {
    serve(
        (request, reply) -> {
          assertThatThrownBy(() -> request.getValidationFunction("body"))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage("A schema is wanted, not the part body: pass HttpPart.BODY");
          assertThatThrownBy(() -> request.validateInput(Map.of(), "querystring"))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("HttpPart.QUERYSTRING");
          return "checked";
        });
  }
}
