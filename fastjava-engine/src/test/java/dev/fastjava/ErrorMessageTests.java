package dev.fastjava;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.ValidationException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.ErrorMessage;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The keyword {@code errorMessage}. */
class ErrorMessageTests {
  /** What ajv-errors says, by Ajv 8 with {@code allErrors}. */
  record Recorded(String name, Map<String, Object> schema, List<Case> cases) {}

  record Case(@Nullable Object data, List<Told> errors) {}

  record Told(
      String instancePath,
      String schemaPath,
      String keyword,
      String message,
      List<String> replaced) {
    static Told of(ValidationError error) {
      List<String> replaced = new ArrayList<>();
      if (error.params().get("errors") instanceof List<?> errors) {
        errors.forEach(each -> replaced.add(((ValidationError) each).schemaPath()));
      }
      return new Told(
          error.instancePath(),
          error.schemaPath(),
          error.keyword(),
          String.valueOf(error.message()),
          replaced);
    }
  }

  private static Recorded[] recorded() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ErrorMessageTests.class.getResourceAsStream("/api/error-messages.json"))) {
      return JsonMapper.builder().build().readValue(in, Recorded[].class);
    }
  }

  private static ValidationOptions options(Engine engine, boolean all) {
    return ValidationOptions.of(
        o ->
            o.errorMessages(true)
                .engine(engine)
                .allErrors(all)
                .strict(Strictness.OFF)
                .coercion(Coercion.OFF)
                .removeAdditional(RemoveAdditional.OFF));
  }

  @ParameterizedTest
  @EnumSource
  void messagesAreThoseOfAjvErrorsWithBothEngines(Engine engine) throws Exception {
    List<String> differing = new ArrayList<>();
    int compared = 0;
    for (Recorded each : recorded()) {
      Validator validator = Validator.of(JsonSchema.of(each.schema()), options(engine, true));
      for (Case one : each.cases()) {
        List<Told> told = validator.validate(one.data()).errors().stream().map(Told::of).toList();
        compared++;
        if (!told.equals(one.errors())) {
          differing.add(each.name() + " " + one.data() + "\n  " + told + "\n  " + one.errors());
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
    assertThat(differing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theFirstErrorAloneHasItsMessageToo(Engine engine) throws Exception {
    JsonSchema schema =
        object()
            .prop("name", string().minLength(3))
            .prop("size", integer().minimum(1))
            .required("name")
            .errorMessages(
                m ->
                    m.required("name", "who are you?")
                        .property("size", "${/size} is no size")
                        .otherwise("something is wrong"));
    Validator validator = Validator.of(schema, options(engine, false));
    assertThat(messages(validator, Map.of())).containsExactly("who are you?");
    assertThat(messages(validator, Map.of("name", "Ada", "size", 0)))
        .containsExactly("0 is no size");
    assertThat(messages(validator, Map.of("name", "A", "size", 5)))
        .containsExactly("something is wrong");
    assertThat(messages(validator, Map.of("name", "Ada", "size", 5))).isEmpty();
  }

  private static List<String> messages(Validator validator, @Nullable Object value)
      throws Exception {
    return validator.validate(value).errors().stream()
        .map(error -> String.valueOf(error.message()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aMessageBesideAReferenceIsAboutAllBehindIt(Engine engine) throws Exception {
    JsonSchema schema =
        object()
            .definition("n", integer())
            .prop("a", JsonSchema.of(Map.of("$ref", "#/definitions/n", "errorMessage", "bad a")));
    assertThat(messages(Validator.of(schema, options(engine, true)), Map.of("a", "x")))
        .containsExactly("bad a");
  }

  @Test
  void withoutTheOptionStrictModeRefusesIt() {
    assertThatThrownBy(() -> Validator.of(object().errorMessage("x"), ValidationOptions.defaults()))
        .hasMessageContaining("unknown keyword: \"errorMessage\"");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoMessageStopsTheBoot(Engine engine) {
    ValidationOptions options = options(engine, true);
    for (Object wrong :
        List.of(
            5,
            Map.of("type", 5),
            Map.of("properties", "x"),
            Map.of("items", "x"),
            Map.of("minimum", Map.of("x", "y")),
            Map.of("required", Map.of("x", 1)),
            "${name}")) {
      assertThatThrownBy(
              () ->
                  Validator.of(
                      JsonSchema.of(Map.of("type", "object", "errorMessage", wrong)), options))
          .as(wrong.toString())
          .hasMessageContaining("keyword \"errorMessage\" value is invalid");
    }
  }

  record Typo(
      @ErrorMessage(keyword = "minimun", value = "x") @jakarta.validation.constraints.Min(1)
          int amount) {}

  record Absent(
      @ErrorMessage(keyword = "pattern", value = "x") @jakarta.validation.constraints.Size(max = 3)
          String name) {}

  @ParameterizedTest
  @EnumSource
  void aMessageForNothingStopsTheBootInStrictMode(Engine engine) {
    ValidationOptions strict =
        ValidationOptions.of(o -> o.errorMessages(true).engine(engine).strict(Strictness.ON));
    Map<String, JsonSchema> wrong =
        Map.of(
            "minLenght", string().minLength(3).errorMessages(m -> m.keyword("minLenght", "x")),
            "type", JsonSchema.of(Map.of("errorMessage", Map.of("type", "x"))),
            "required/nope",
                object()
                    .prop("a", string())
                    .required("a")
                    .errorMessages(m -> m.required("nope", "x")),
            "properties/zz", object().prop("a", string()).errorMessages(m -> m.property("zz", "x")),
            "items", string().errorMessages(m -> m.item("x")),
            "minimun", Schemas.of(Typo.class),
            "pattern", Schemas.of(Absent.class));
    wrong.forEach(
        (name, schema) ->
            assertThatThrownBy(() -> Validator.of(object().prop("in", schema), strict))
                .as(name)
                .hasMessageContaining("errorMessage for \"" + name + '"'));
    assertThat(
            Validator.of(
                object()
                    .prop("in", string().minLength(1))
                    .errorMessages(m -> m.property("in", "x").keyword("type", "y").otherwise("z")),
                strict))
        .isNotNull();
    assertThat(Validator.of(Schemas.of(Customer.class), strict)).isNotNull();
    assertThat(Validator.of(Schemas.of(Address.class).without("city", "street"), strict))
        .isNotNull();
  }

  @Test
  void messagesOfHeadersAreByTheirNamesInAnyCase() {
    try (Fastjava app = Fastjava.create(o -> o.validation(v -> v.errorMessages(true)))) {
      app.get(
          "/",
          r ->
              r.schema(
                      s ->
                          s.headers(
                              object()
                                  .prop("X-Key", string().minLength(3))
                                  .required("X-Key")
                                  .errorMessages(
                                      m ->
                                          m.required("X-Key", "send a key")
                                              .property("X-Key", "no such key"))))
                  .handler((request, reply) -> "ok"));
      assertThat(app.inject("/").body()).contains("send a key");
      assertThat(app.inject(r -> r.url("/").header("x-key", "a")).body()).contains("no such key");
    }
  }

  record Customer(
      @ErrorMessage("Name your customer")
          @jakarta.validation.constraints.Size(min = 2)
          @jakarta.validation.constraints.NotNull
          String name,
      @ErrorMessage(keyword = "minimum", value = "Not ${0}, but 18 at least")
          @ErrorMessage(keyword = "type", value = "An age is a number")
          @ErrorMessage(keyword = "required", value = "How old?")
          @jakarta.validation.constraints.Min(18)
          @jakarta.validation.constraints.NotNull
          Integer age,
      @Nullable Address address) {}

  @ErrorMessage(keyword = "required", value = "An address has city and street")
  record Address(
      @jakarta.validation.constraints.NotNull String city,
      @jakarta.validation.constraints.NotNull String street) {}

  @ParameterizedTest
  @EnumSource
  void typesHaveMessagesByAnnotation(Engine engine) {
    AtomicReference<ValidationException> seen = new AtomicReference<>();
    try (Fastjava app = Fastjava.create(o -> o.validation(v -> v.engine(engine)))) {
      app.setErrorHandler(
          (error, request, reply) -> {
            seen.set((ValidationException) error);
            return reply.next(error);
          });
      app.post("/", r -> r.body(Customer.class).handle((customer, request, reply) -> "ok"));
      assertThat(post(app, Map.of("age", 20))).contains("Name your customer");
      assertThat(post(app, Map.of("name", "A", "age", 20))).contains("Name your customer");
      assertThat(post(app, Map.of("name", "Ada"))).contains("How old?");
      assertThat(post(app, Map.of("name", "Ada", "age", 3))).contains("Not 3, but 18 at least");
      assertThat(post(app, Map.of("name", "Ada", "age", "x"))).contains("An age is a number");
      assertThat(post(app, Map.of("name", "Ada", "age", 20, "address", Map.of("city", "x"))))
          .contains("An address has city and street");
      assertThat(post(app, Map.of("name", "Ada", "age", 20))).isEqualTo("ok");
    }
  }

  private static String post(Fastjava app, Object body) {
    InjectResponse response = app.inject().post("/", body);
    return response.body();
  }

  @Test
  void aMissingPropertyIsTheFieldOfItsMessage() {
    AtomicReference<ValidationException> seen = new AtomicReference<>();
    try (Fastjava app = Fastjava.create(o -> o.validation(v -> v.errorMessages(true)))) {
      app.setErrorHandler(
          (error, request, reply) -> {
            seen.set((ValidationException) error);
            return reply.next(error);
          });
      app.post(
          "/",
          r ->
              r.schema(
                      s ->
                          s.body(
                              object()
                                  .prop("name", string())
                                  .required("name")
                                  .errorMessages(m -> m.required("name", "who?"))))
                  .handler((request, reply) -> "ok"));
      assertThat(post(app, Map.of("x", 1))).contains("\"message\":\"body who?\"");
      assertThat(seen.get().errorsByField()).isEqualTo(Map.of("name", List.of("who?")));
    }
  }

  @Test
  void aValueInAMessageIsToldNoFurtherThanAReaderNeeds() {
    String large = "[" + "\"ab\",".repeat(2_000) + "1]";
    try (Fastjava app =
        Fastjava.create(o -> o.validation(v -> v.errorMessages(true).allErrors(true)))) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(Schemas.array(integer().errorMessage("bad, of ${1}")))),
          (request, reply) -> "");
      InjectResponse response =
          app.inject().post("/", large, r -> r.header("content-type", "application/json"));
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("bad, of [").contains("...").hasSizeLessThan(1_000_000);
    }
  }
}
