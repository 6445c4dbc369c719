package dev.fastjava;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.error.ValidationException;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.spi.ValidationMessages;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a request, in the language of its client, and with its details. */
class ValidationMessagesTests {
  private static final Map<String, Map<String, String>> TEXTS =
      Map.of(
          "de",
          Map.of(
              "validation.minLength", "braucht mindestens {limit} Zeichen",
              "validation.required", "braucht {missingProperty}"),
          "fr",
          Map.of("validation.minLength", "veut au moins {limit} lettres {unknown}"));

  private static final ValidationMessages MESSAGES =
      ValidationMessages.of(
          (key, locale) -> TEXTS.getOrDefault(locale.getLanguage(), Map.of()).get(key));

  private static final JsonSchema SCHEMA =
      object().prop("name", string().minLength(3)).prop("n", integer()).required("name");

  private static Fastjava app(Engine engine) {
    Fastjava app =
        Fastjava.create(o -> o.validationMessages(MESSAGES).validation(v -> v.engine(engine)));
    app.post("/", r -> r.schema(s -> s.body(SCHEMA)).handler((request, reply) -> "ok"));
    return app;
  }

  private static String post(Fastjava app, Object body, String language) {
    return String.valueOf(
        app.inject()
            .post("/", body, r -> r.header("accept-language", language))
            .json(Map.class)
            .get("message"));
  }

  @ParameterizedTest
  @EnumSource
  void theFirstLanguageThatHasAMessageIsTaken(Engine engine) {
    try (Fastjava app = app(engine)) {
      Map<String, Object> shortName = Map.of("name", "A");
      assertThat(post(app, shortName, "de-CH, fr;q=0.5"))
          .isEqualTo("body/name braucht mindestens 3 Zeichen");
      assertThat(post(app, shortName, "it, fr;q=0.5, de;q=0.4"))
          .isEqualTo("body/name veut au moins 3 lettres {unknown}");
      assertThat(post(app, Map.of("n", 1), "fr;q=0.5, de;q=0.4")).isEqualTo("body braucht name");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en, de;q=0.5",
        "it",
        "*",
        "not a language!",
        "de;q=2",
        "de;q=0",
        "''",
      })
  void elseItIsEnglish(String language) {
    try (Fastjava app = app(Engine.COMPILED)) {
      assertThat(post(app, Map.of("name", "A"), language))
          .isEqualTo("body/name must NOT have fewer than 3 characters");
    }
  }

  @Test
  void aHeaderWithoutAnEndIsNotReadToIt() {
    try (Fastjava app = app(Engine.COMPILED)) {
      assertThat(post(app, Map.of("name", "A"), "xx,".repeat(1000) + "de"))
          .contains("must NOT have fewer");
    }
  }

  @Test
  void theLanguageMayBeThatOfTheRequest() {
    try (Fastjava app =
        Fastjava.create(
            o ->
                o.validationMessages(
                    MESSAGES, request -> Locale.forLanguageTag(request.query("lang"))))) {
      app.get(
          "/",
          r ->
              r.schema(s -> s.querystring(object().prop("name", string().minLength(3))))
                  .handler((request, reply) -> "ok"));
      assertThat(app.inject("/?name=A&lang=de").body()).contains("braucht mindestens 3 Zeichen");
    }
  }

  record Named(@Size(min = 3, message = "is no name") String name) {}

  @ParameterizedTest
  @EnumSource
  void messagesOfSchemasAndTypesStayAsTheyAre(Engine engine) {
    try (Fastjava app =
        Fastjava.create(
            o ->
                o.validationMessages(MESSAGES)
                    .validation(v -> v.errorMessages(true).engine(engine)))) {
      app.post("/type", r -> r.body(Named.class).handle((named, request, reply) -> "ok"));
      app.post(
          "/schema",
          r ->
              r.schema(s -> s.body(object().prop("name", string().minLength(3).errorMessage("no"))))
                  .handler((request, reply) -> "ok"));
      for (String url : List.of("/type", "/schema")) {
        assertThat(
                app.inject()
                    .post(url, Map.of("name", "A"), r -> r.header("accept-language", "de"))
                    .body())
            .contains(url.equals("/type") ? "is no name" : "body/name no");
      }
    }
  }

  @Test
  void whatHandlersValidateIsToldInThatLanguageToo() {
    try (Fastjava app = app(Engine.COMPILED)) {
      app.get(
          "/hand",
          (request, reply) ->
              request.validateInput(Map.of("name", "A"), SCHEMA).errors().get(0).message());
      assertThat(app.inject(r -> r.url("/hand").header("accept-language", "de")).body())
          .isEqualTo("braucht mindestens 3 Zeichen");
    }
  }

  @ParameterizedTest
  @EnumSource
  void verboseErrorsHaveValueAndSchema(Engine engine) {
    AtomicReference<ValidationException> seen = new AtomicReference<>();
    try (Fastjava app = Fastjava.create(o -> o.validation(v -> v.engine(engine).verbose(true)))) {
      app.setErrorHandler(
          (error, request, reply) -> {
            seen.set((ValidationException) error);
            return reply.code(400).send(seen.get().validation());
          });
      app.post("/", r -> r.schema(s -> s.body(SCHEMA)).handler((request, reply) -> "ok"));
      String body = app.inject().post("/", Map.of("name", "A")).body();
      ValidationError error = seen.get().validation().get(0);
      assertThat(error.details())
          .containsEntry("data", "A")
          .containsEntry("schema", 3)
          .containsEntry("parentSchema", Map.of("type", "string", "minLength", 3));
      assertThat(body)
          .isEqualTo(
              "[{\"instancePath\":\"/name\",\"schemaPath\":\"#/properties/name/minLength\","
                  + "\"keyword\":\"minLength\",\"params\":{\"limit\":3},"
                  + "\"message\":\"must NOT have fewer than 3 characters\",\"schema\":3,"
                  + "\"parentSchema\":{\"type\":\"string\",\"minLength\":3},\"data\":\"A\"}]");
    }
  }

  @Test
  void otherErrorsAreWrittenAsBefore() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          (request, reply) ->
              request.validateInput(Map.of("n", "x"), SCHEMA, HttpPart.BODY).errors());
      assertThat(app.inject("/").body())
          .isEqualTo(
              "[{\"instancePath\":\"\",\"schemaPath\":\"#/required\",\"keyword\":\"required\","
                  + "\"params\":{\"missingProperty\":\"name\"},"
                  + "\"message\":\"must have required property 'name'\"}]");
    }
  }

  @Test
  void aMissingPropertyWithAMessageOfItsOwnIsItsField() {
    AtomicReference<ValidationException> seen = new AtomicReference<>();
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler(
          (error, request, reply) -> {
            seen.set((ValidationException) error);
            return reply.next(error);
          });
      app.post("/", r -> r.body(Told.class).handle((told, request, reply) -> "ok"));
      app.inject().post("/", Map.of());
      assertThat(seen.get().errorsByField()).isEqualTo(Map.of("name", List.of("who?")));
    }
  }

  record Told(@jakarta.validation.constraints.NotNull(message = "who?") String name) {}
}
