package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.error.ValidationException;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Schemas that handlers bring along are compiled once for each use, and do not stay for ever. */
class SchemasInHandlersTests {
  private static final Map<String, Object> SCHEMA =
      Map.of("type", "object", "required", List.of("X-Key"));

  @Test
  void schemaIsCompiledForEachPartByItself() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          (request, reply) -> {
            Validator headers = request.compileValidationSchema(SCHEMA, HttpPart.HEADERS);
            Validator body = request.compileValidationSchema(SCHEMA, HttpPart.BODY);
            Map<String, Object> lower = new HashMap<>(Map.of("x-key", "1"));
            Map<String, Object> upper = new HashMap<>(Map.of("X-Key", "1"));
            return List.of(
                headers.validate(lower).isValid(),
                body.validate(lower).isValid(),
                body.validate(upper).isValid(),
                headers == request.compileValidationSchema(SCHEMA, HttpPart.HEADERS),
                body == request.getValidationFunction(SCHEMA));
          });
      assertThat(app.inject().get("/").body()).isEqualTo("[true,false,true,true,true]");
    }
  }

  @Test
  void customCompilerIsAskedForEachPartStatusAndMediaType() {
    List<String> asked = new ArrayList<>();
    try (Fastjava app = Fastjava.create()) {
      app.setValidatorCompiler(
          schema -> {
            asked.add(String.valueOf(schema.httpPart()));
            return value -> ValidationResult.valid();
          });
      app.setSerializerCompiler(
          schema -> {
            asked.add(schema.httpStatus() + " " + schema.contentType());
            return (value, out) -> out.writeJsonString("x");
          });
      app.get(
          "/",
          (request, reply) -> {
            request.compileValidationSchema(SCHEMA, HttpPart.QUERYSTRING);
            request.compileValidationSchema(SCHEMA);
            request.compileValidationSchema(SCHEMA, HttpPart.QUERYSTRING);
            reply.compileSerializationSchema(SCHEMA, "200");
            reply.compileSerializationSchema(SCHEMA, "400", "a/b");
            reply.compileSerializationSchema(SCHEMA, "200");
            return "";
          });
      app.inject().get("/");
    }
    assertThat(asked).containsExactly("querystring", "null", "200 null", "400 a/b");
  }

  @Test
  void equalTextsAreOneSchema() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/:type",
          (request, reply) -> {
            String text = "{\"type\":\"" + request.param("type") + "\"}";
            String same = "{\"type\":\"" + request.param("type") + "\"}";
            return request.compileValidationSchema(text) == request.compileValidationSchema(same);
          });
      assertThat(app.inject().get("/object").body()).isEqualTo("true");
    }
  }

  @Test
  void handlerThatCompilesAgainAndAgainIsWarnedAboutOnce() {
    List<String> warnings = new ArrayList<>();
    try (Fastjava app =
        Fastjava.create(o -> o.warningListener((code, text) -> warnings.add(code + ' ' + text)))) {
      app.get(
          "/careless",
          (request, reply) ->
              request.validateInput("", Map.of("type", "string"), HttpPart.BODY).isValid());
      app.get(
          "/careful",
          (request, reply) -> request.validateInput("", SCHEMA, HttpPart.BODY).isValid());
      for (int i = 0; i < 200; i++) {
        app.inject().get("/careful");
        app.inject().get("/careless");
      }
    }
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("FJVWRN002 The handler of GET:/careless compiles schema after schema.");
  }

  @Test
  void errorOfCustomValidatorGainsNoEmptyListOfViolations() {
    try (Fastjava app = Fastjava.create()) {
      app.setValidatorCompiler(
          schema -> value -> ValidationResult.failed(new IllegalStateException("no")));
      app.setErrorHandler(
          (error, request, reply) -> ((ValidationException) error).loggedProperties().keySet());
      app.get("/", r -> r.schema(s -> s.querystring(SCHEMA)), (request, reply) -> "");
      assertThat(app.inject().get("/").body())
          .contains("validationContext")
          .doesNotContain("\"validation\"");
    }
  }
}
