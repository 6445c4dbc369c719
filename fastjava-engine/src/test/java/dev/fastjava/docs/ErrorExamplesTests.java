package dev.fastjava.docs;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.error.HttpException;
import dev.fastjava.error.ValidationException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Each example of {@code docs/Errors.md} does what its page says of it. */
class ErrorExamplesTests {
  @Test
  void anErrorOfACodeOfOnesOwnHasItsStatusAndMessage() throws Exception {
    try (Fastjava app = ExampleApp.of(ErrorsPage::codes)) {
      assertThat(app.inject(r -> r.method("POST").url("/orders/7/lines")))
          .hasStatus(409)
          .bodyJson()
          .isEqualToJson(
              "{\"statusCode\":409,\"code\":\"ORDER_CLOSED\",\"error\":\"Conflict\",\"message\":\"Order"
                  + " 7 is closed\"}");
    }
  }

  @Test
  void errorOfTheApplicationBecomesTheReplyOfThePage() throws Exception {
    try (Fastjava app = ExampleApp.of(ErrorsPage::example1)) {
      InjectResponse response = app.inject("/orders/7");
      assertThat(response).hasStatus(404).hasHeader("cache-control", "no-store");
      assertThat(response)
          .hasBody(
              "{\"statusCode\":404,\"code\":\"ORDER_UNKNOWN\",\"error\":\"Not Found\","
                  + "\"message\":\"No such order\"}");
    }
  }

  @Test
  void propertiesOfAnErrorAreForTheResponseSchemaOfItsStatus() throws Exception {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/orders/:id",
          r -> r.schema(s -> s.response(404, Schemas.object().prop("order", Schemas.string()))),
          (request, reply) -> {
            throw new HttpException(404, "No such order", e -> e.property("order", "7"));
          });
      assertThat(app.inject("/orders/7")).hasStatus(404).hasBody("{\"order\":\"7\"}");
    }
  }

  @Test
  void errorHandlerAnswersValidationErrorsAndHandsTheOthersUp() throws Exception {
    try (Fastjava app = ExampleApp.of(ErrorsPage::example2)) {
      assertThat(app.inject().post("/inner", Map.of("qty", 1))).hasStatus(200);
      assertThat(app.inject().post("/inner", Map.of("qty", 0)))
          .hasStatus(422)
          .bodyJson()
          .isLenientlyEqualTo(
              Map.of(
                  "part",
                  "body",
                  "problems",
                  List.of(
                      Map.of(
                          "instancePath", "/qty",
                          "schemaPath", "#/properties/qty/minimum",
                          "keyword", "minimum",
                          "params", Map.of("comparison", ">=", "limit", 1),
                          "message", "must be >= 1"))));
      // Not JSON: no validation error, so the handler of the context above has it.
      assertThat(
              app.inject().post("/inner", "{", r -> r.header("content-type", "application/json")))
          .hasStatus(500)
          .bodyJson()
          .extractingPath("$.problem")
          .asString()
          .startsWith("Body is not valid JSON");
    }
  }

  @Test
  void firstErrorHandlerTellsProblemsOfArguments() throws Exception {
    try (Fastjava app = ExampleApp.of(ErrorsPage::example2)) {
      app.get(
          "/argument",
          (request, reply) -> {
            throw new IllegalArgumentException("not so");
          });
      app.get(
          "/nameless",
          (request, reply) -> {
            throw new IllegalStateException();
          });
      assertThat(app.inject("/argument")).hasStatus(400).hasBody("{\"problem\":\"not so\"}");
      assertThat(app.inject("/nameless")).hasStatus(500).hasBody("{\"problem\":\"null\"}");
    }
  }

  @Test
  void validationErrorsTellCodePartAndViolationsWhereverTheyComeFrom() throws Exception {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler(
          (error, request, reply) -> {
            seen.set(error);
            return reply.code(422).send("no");
          });
      app.get(
          "/schema",
          r ->
              r.schema(
                  s -> s.querystring(Schemas.object().prop("n", Schemas.integer().required()))),
          (request, reply) -> "x");
      app.get("/param/:n", (request, reply) -> request.paramAs("n", int.class));
      app.get("/query", (request, reply) -> request.queryAs("n", int.class));
      app.post("/body", (request, reply) -> request.body(int[].class));

      app.inject("/schema");
      isInvalid(seen, HttpPart.QUERYSTRING, "", "required");
      app.inject("/param/x");
      isInvalid(seen, HttpPart.PARAMS, "/n", "type");
      app.inject("/query?n=x");
      isInvalid(seen, HttpPart.QUERYSTRING, "/n", "type");
      app.inject().post("/body", List.of(1, "x"));
      isInvalid(seen, HttpPart.BODY, "/1", "type");
      app.inject().post("/body", null);
      isInvalid(seen, HttpPart.BODY, "", "not");
    }
  }

  private static void isInvalid(
      AtomicReference<Throwable> seen, HttpPart part, String path, String keyword) {
    assertThat(seen.getAndSet(null))
        .isInstanceOfSatisfying(
            ValidationException.class,
            invalid -> {
              assertThat(invalid.errorCode()).isEqualTo(ErrorCode.FST_ERR_VALIDATION);
              assertThat(invalid.code()).isEqualTo("FST_ERR_VALIDATION");
              assertThat(invalid.statusCode()).isEqualTo(400);
              assertThat(invalid.validationContext()).isEqualTo(part);
              assertThat(invalid.validation()).hasSize(1);
              assertThat(invalid.validation().get(0).instancePath()).isEqualTo(path);
              assertThat(invalid.validation().get(0).keyword()).isEqualTo(keyword);
            })
        .isInstanceOf(FastjavaException.class);
  }

  @Test
  void codesOfTheFrameworkAreComparedAsConstants() throws Exception {
    try (Fastjava app = ExampleApp.of(ErrorsPage::example4)) {
      app.post("/", r -> r.bodyLimit(3), (request, reply) -> "fine");
      app.get(
          "/gone",
          (request, reply) -> {
            throw new HttpException(410, "gone");
          });
      app.get(
          "/broken",
          (request, reply) -> {
            throw new IllegalStateException("broken");
          });
      assertThat(app.inject().post("/", "1234", r -> r.header("content-type", "text/plain")))
          .hasStatus(413)
          .hasBody("{\"limit\":3}");
      assertThat(app.inject("/gone")).hasStatus(410).hasBody("{\"problem\":\"gone\"}");
      assertThat(app.inject("/broken")).hasStatus(500).hasBody("{\"problem\":\"broken\"}");
    }
  }

  @Test
  void eachPrefixHasItsNotFoundHandler() throws Exception {
    try (Fastjava app = ExampleApp.of(ErrorsPage::example3)) {
      assertThat(app.inject("/nowhere?a=b"))
          .hasStatus(404)
          .hasHeader("x-looked", "everywhere")
          .hasBody("{\"missing\":\"/nowhere?a=b\"}");
      assertThat(app.inject("/v1/nowhere")).hasStatus(404).hasBody("not in v1");
      assertThat(app.inject("/v1/maybe")).hasStatus(404).hasBody("not in v1");
    }
  }
}
