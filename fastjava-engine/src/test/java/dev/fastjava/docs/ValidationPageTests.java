package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.validation.format.Formats;
import dev.fastjava.schema.SchemaErrors;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the page true: its Java is compiled, and does what the page says. */
class ValidationPageTests {
  private static final Path PAGE = Path.of("../docs/Validation.md");
  private static final Path SOURCE =
      Path.of("src/test/java/dev/fastjava/docs/ValidationExamples.java");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> everyExampleIsCompiled() throws IOException {
    String source = dense(Files.readString(SOURCE));
    return JAVA.matcher(Files.readString(PAGE))
        .results()
        .map(match -> match.group(1))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.lines().findFirst().orElse("empty"),
                    () ->
                        assertThat(source)
                            .contains(dense(ExampleImports.checked(example, source)))));
  }

  /** Where lines break is the formatter's business. */
  private static String dense(String code) {
    return code.replaceAll("\\s+", "");
  }

  @Test
  void everyFormatIsListed() throws IOException {
    String page = Files.readString(PAGE);
    String list =
        page.substring(page.indexOf("## Formats"), page.indexOf("## Regular expressions"));
    for (String format : Formats.NAMES) {
      assertThat(list).contains('`' + format + '`');
    }
  }

  @Test
  void bodiesAreBoundInTheirView() {
    try (Fastjava app = Fastjava.create()) {
      ValidationExamples.views(app);
      assertThat(
              app.inject()
                  .put(
                      "/profile",
                      "{\"name\":\"Ada\",\"role\":\"root\"}",
                      r -> r.header("content-type", "application/json"))
                  .body())
          .isEqualTo("Profile[name=Ada, role=null]");
    }
  }

  @Test
  void anErrorWithAStatusIsTheReply() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(ValidationExamples.Booking.class)),
          (request, reply) -> "" + request.body(ValidationExamples.Booking.class));
      InjectResponse response = app.inject().post("/", Map.of("day", "1969-01-01"), r -> {});
      assertThat(response.statusCode()).isEqualTo(409);
      assertThat(response.body()).contains("Nothing can be booked before 1970");
    }
  }

  @Test
  void partsAreValidatedAndConverted() {
    try (Fastjava app = ValidationExamples.routes()) {
      InjectResponse good =
          app.inject()
              .post(
                  "/orders/main",
                  Map.of("sku", "a", "qty", "2"),
                  request -> request.header("X-Tenant", "7"));
      assertThat(good.body()).isEqualTo("{\"qty\":2}");
      InjectResponse bad = app.inject().post("/orders/main", Map.of("sku", "a"), request -> {});
      assertThat(bad.statusCode()).isEqualTo(400);
      assertThat(bad.body()).contains("FST_ERR_VALIDATION");
    }
  }

  @Test
  void theBuilderHasTheReferencesExample() throws Exception {
    Validator validator = Validator.of(ValidationExamples.builder(), ValidationOptions.defaults());
    assertThat(validator.validate(document("requiredKey", List.of(1))).isValid()).isTrue();
    assertThat(SchemaErrors.message(validator.validate(document("someKey", "a")).errors(), "body"))
        .isEqualTo("body must have required property 'requiredKey'");
  }

  private static Map<String, Object> document(String name, Object value) {
    Map<String, Object> document = new java.util.LinkedHashMap<>();
    document.put(name, value);
    return document;
  }

  @Test
  void sharedSchemasAreReferredTo() {
    try (Fastjava app = Fastjava.create()) {
      List<dev.fastjava.schema.JsonSchema> schemas = ValidationExamples.shared(app);
      app.post("/", r -> r.schema(s -> s.body(schemas.get(0))), (request, reply) -> "ok");
      app.post("/c", r -> r.schema(s -> s.body(schemas.get(1))), (request, reply) -> "ok");
      assertThat(app.inject().post("/", Map.of("work", Map.of("line1", "x")), r -> {}).body())
          .contains("body/work must have required property 'country'");
      assertThat(app.inject().post("/c", Map.of("name", "x"), r -> {}).body())
          .contains("must have required property 'email'");
    }
  }

  @Test
  void typesAreSchemas() {
    try (Fastjava app = Fastjava.create()) {
      ValidationExamples.types(app);
      Map<String, Object> order =
          Map.of(
              "customer",
              "ada@example.com",
              "lines",
              List.of(Map.of("sku", "a", "qty", 1)),
              "due",
              "2026-12-24",
              "payment",
              Map.of("kind", "card", "number", "1"));
      assertThat(app.inject().post("/orders", order, r -> {}).statusCode()).isEqualTo(200);
      assertThat(
              app.inject()
                  .post("/batches", Map.of("orders", List.of(order, Map.of())), r -> {})
                  .body())
          .contains("body/orders/1 must have required property 'customer'");
    }
  }

  @Test
  void optionsChangeTheRules() {
    try (Fastjava app = ValidationExamples.options()) {
      app.post(
          "/:n",
          r ->
              r.schema(
                  s ->
                      s.params(
                              "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}}}")
                          .body(
                              """
                              {"type":"object","properties":{
                                "n":{"type":"integer","even":true},
                                "isbn":{"type":"string","format":"isbn"}}}
                              """)),
          (request, reply) -> request.body());
      assertThat(app.inject().post("/1", Map.of("n", 2, "more", 1), r -> {}).body())
          .isEqualTo("{\"n\":2}");
      assertThat(app.inject().post("/1", Map.of("n", 3, "isbn", "x"), r -> {}).body())
          .contains("body/n must be even, body/isbn must match format");
      assertThat(app.inject().post("/1", Map.of("n", "2"), r -> {}).body())
          .contains("body/n must be integer");
    }
  }

  @Test
  void contentTypesHaveTheirSchemas() {
    try (Fastjava app = Fastjava.create()) {
      ValidationExamples.byContentType(app);
      assertThat(app.inject().post("/notes", Map.of(), r -> {}).statusCode()).isEqualTo(400);
      assertThat(
              app.inject()
                  .post("/notes", "hello", r -> r.header("content-type", "text/plain"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void errorsAreFormattedOrAttached() {
    try (Fastjava app = Fastjava.create()) {
      ValidationExamples.errors(app);
      app.post(
          "/strict",
          r -> r.schema(s -> s.body("{\"type\":\"object\",\"required\":[\"a\"]}")),
          (request, reply) -> "ok");
      InjectResponse strict = app.inject().post("/strict", Map.of(), r -> {});
      assertThat(strict.statusCode()).isEqualTo(422);
      assertThat(strict.body()).contains("body: 1 problem(s)");
      assertThat(app.inject().post("/lenient", Map.of(), r -> {}).body()).isEqualTo("not valid");
    }
  }

  @Test
  void validatorsStandAlone() throws Exception {
    assertThat(ValidationExamples.validator().errors())
        .singleElement()
        .satisfies(error -> assertThat(error.message()).isEqualTo("must be integer"));
  }

  @Test
  void newerDialectsAreServed() {
    try (Fastjava app = Fastjava.create()) {
      ValidationExamples.newerDialects(app);
      assertThat(app.inject().post("/tuples", List.of("a", 1), r -> {}).statusCode())
          .isEqualTo(200);
      assertThat(app.inject().post("/tuples", List.of("a", 1, 2), r -> {}).statusCode())
          .isEqualTo(400);
    }
  }
}
