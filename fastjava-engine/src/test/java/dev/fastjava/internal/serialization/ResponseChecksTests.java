package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Fastjava;
import dev.fastjava.error.HttpError;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.SerializationOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponseChecksTests {
  private static final SerializationOptions VALIDATING =
      SerializationOptions.of(s -> s.validateResponses(true));

  private static final SerializationOptions WARNING =
      SerializationOptions.of(s -> s.warnDropped(true));

  private final List<String> warnings = new ArrayList<>();

  record Line(String sku, int qty) {}

  record Order(long id, List<Line> lines, @Nullable String note, Instant placed) {}

  private static final class Gone extends RuntimeException implements HttpError {
    private static final long serialVersionUID = 1L;

    Gone() {
      super("gone");
    }

    @Override
    public int statusCode() {
      return 404;
    }

    @Override
    public Map<String, Object> properties() {
      return Map.of("secret", "x");
    }
  }

  private static final JsonSchema ORDER =
      Schemas.object()
          .prop("id", Schemas.integer().minimum(1))
          .prop(
              "lines",
              Schemas.array(
                  Schemas.object()
                      .prop("sku", Schemas.string().pattern("^SKU-"))
                      .prop("qty", Schemas.integer())
                      .required("qty")))
          .prop("placed", Schemas.string().format("date-time"))
          .required("id");

  private InjectResponse reply(SerializationOptions options, Object schema, Object payload) {
    try (Fastjava app =
        Fastjava.create(
            o -> o.serialization(options).warningListener((code, text) -> warnings.add(text)))) {
      app.get(
          "/order",
          route -> route.schema(s -> s.raw(Map.of("response", Map.of("200", schema)))),
          (request, reply) -> payload);
      InjectResponse first = app.inject("/order");
      if (!(payload instanceof Stream)) {
        assertThat(app.inject("/order").body()).isEqualTo(first.body());
      }
      return first;
    }
  }

  private static Order order(String sku) {
    return new Order(7, List.of(new Line(sku, 2)), "secret", Instant.EPOCH);
  }

  @Test
  void aReplyThatBreaksItsSchemaIsAnErrorThatNamesTheProperty() {
    InjectResponse broken = reply(VALIDATING, ORDER, order("4711"));
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body())
        .contains("The reply breaks its schema: response/lines/0/sku must match pattern");
    assertThat(reply(VALIDATING, ORDER, Map.of("id", "7")).body())
        .contains("response/id must be integer");
    assertThat(reply(VALIDATING, ORDER, Map.of("id", 0)).body())
        .contains("response/id must be >= 1");
    assertThat(reply(VALIDATING, ORDER, Map.of("id", 1, "lines", List.of(Map.of()))).body())
        .contains("response/lines/0 must have required property 'qty'");
  }

  @Test
  void allViolationsAreNamed() {
    assertThat(reply(VALIDATING, ORDER, Map.of("id", 0, "placed", "yesterday")).body())
        .contains("response/id must be >= 1")
        .contains("response/placed must match format");
  }

  @Test
  void aReplyThatKeepsItsSchemaIsWrittenAsWithoutTheCheck() {
    Object[] payloads = {
      order("SKU-1"),
      Map.of("id", 1, "undeclared", true),
      Map.of("id", 1, "lines", new Line[] {new Line("SKU-2", 1)}, "placed", Instant.EPOCH),
      Optional.of(order("SKU-3"))
    };
    for (Object payload : payloads) {
      InjectResponse checked = reply(VALIDATING, ORDER, payload);
      assertThat(checked.statusCode()).isEqualTo(200);
      assertThat(checked.body())
          .isEqualTo(reply(SerializationOptions.defaults(), ORDER, payload).body());
    }
  }

  @Test
  void whatTheSchemaFillsInOrLeavesOutIsNoViolation() {
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "additionalProperties",
            false,
            "required",
            List.of("size"),
            "properties",
            Map.of("size", Map.of("type", "integer", "default", 3)));
    Map<String, Object> payload = Map.of("extra", 1);
    assertThat(reply(VALIDATING, schema, payload).body()).isEqualTo("{\"size\":3}");
    assertThat(payload).isEqualTo(Map.of("extra", 1));
  }

  @Test
  void thePayloadIsNotChanged() {
    Map<String, Object> nested = new LinkedHashMap<>(Map.of("secret", 1));
    Map<String, Object> payload = new LinkedHashMap<>(Map.of("nested", nested));
    Map<String, Object> closed =
        Map.of(
            "type",
            "object",
            "additionalProperties",
            false,
            "properties",
            Map.of("a", Map.of("default", 1, "type", "integer")));
    Map<String, Object> schema = Map.of("type", "object", "properties", Map.of("nested", closed));
    assertThat(reply(VALIDATING, schema, payload).body()).isEqualTo("{\"nested\":{\"a\":1}}");
    assertThat(nested).isEqualTo(Map.of("secret", 1));
  }

  @Test
  void aWarningNamesEachDroppedPropertyOnce() {
    assertThat(reply(WARNING, ORDER, order("SKU-1")).body()).doesNotContain("secret");
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("GET:/order")
        .contains("200")
        .endsWith(": note");
    warnings.clear();
    reply(
        WARNING,
        ORDER,
        Map.of("id", 1, "lines", Arrays.asList(Map.of("qty", 1, "cost", 2), Map.of("qty", 2))));
    assertThat(warnings).singleElement().asString().endsWith(": lines[].cost");
  }

  @Test
  void nothingIsSaidWhenNothingIsDropped() {
    reply(WARNING, ORDER, Map.of("id", 1, "lines", List.of()));
    Map<String, @Nullable Object> absent = new LinkedHashMap<>(Map.of("id", 1));
    absent.put("undeclared", null);
    reply(WARNING, ORDER, absent);
    assertThat(warnings).isEmpty();
  }

  @Test
  void bothChecksAreOffByDefault() {
    InjectResponse reply = reply(SerializationOptions.defaults(), ORDER, order("4711"));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(warnings).isEmpty();
    assertThat(SerializationOptions.defaults().validateResponses()).isFalse();
    assertThat(SerializationOptions.defaults().warnDropped()).isFalse();
  }

  @Test
  void theFieldsOfAnErrorMayBeDroppedSilently() {
    try (Fastjava app =
        Fastjava.create(
            o -> o.serialization(WARNING).warningListener((code, text) -> warnings.add(text)))) {
      app.get(
          "/",
          route ->
              route.schema(
                  s -> s.response("4xx", Schemas.object().prop("message", Schemas.string()))),
          (request, reply) -> {
            throw new Gone();
          });
      assertThat(app.inject("/").body()).isEqualTo("{\"message\":\"gone\"}");
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void aStreamIsWrittenOnceInSpiteOfTheChecks() {
    SerializationOptions both = VALIDATING.with(s -> s.warnDropped(true));
    JsonSchema numbers = Schemas.array(Schemas.integer());
    assertThat(reply(both, numbers, Stream.of(1, 2, 3)).body()).isEqualTo("[1,2,3]");
  }

  @Test
  void alternativesReadAStreamOnce() throws Exception {
    Map<String, Object> numbers = Map.of("type", "array", "items", Map.of("type", "integer"));
    Map<String, Object> schema = Map.of("anyOf", List.of(Map.of("type", "string"), numbers));
    assertThat(Written.by(schema, Stream.of(1, 2))).isEqualTo("[1,2]");
    Map<String, Object> nested =
        Map.of("anyOf", List.of(Map.of("type", "object", "properties", Map.of("a", numbers))));
    assertThatThrownBy(() -> Written.by(nested, Map.of("a", Stream.of(1))))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("list");
  }
}
