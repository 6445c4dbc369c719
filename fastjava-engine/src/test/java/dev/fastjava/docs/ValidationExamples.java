package dev.fastjava.docs;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.bool;
import static dev.fastjava.schema.Schemas.constant;
import static dev.fastjava.schema.Schemas.enumOf;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.mixed;
import static dev.fastjava.schema.Schemas.not;
import static dev.fastjava.schema.Schemas.number;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.oneOf;
import static dev.fastjava.schema.Schemas.ref;
import static dev.fastjava.schema.Schemas.string;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonView;
import dev.fastjava.Fastjava;
import dev.fastjava.error.HttpException;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.ErrorMessage;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.ObjectSchema;
import dev.fastjava.schema.SchemaFormat;
import dev.fastjava.schema.SchemaKeyword;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorFactory;
import dev.fastjava.spi.ValidationMessages;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The Java of the page on validation. */
final class ValidationExamples {
  private ValidationExamples() {}

  static Fastjava routes() {
    Fastjava app = Fastjava.create();
    app.post(
        "/orders/:shop",
        r ->
            r.schema(
                s ->
                    s.params(object().prop("shop", string().pattern("^[a-z]+$")))
                        .querystring(object().prop("dryRun", bool().defaultValue(false)))
                        .headers(object().prop("X-Tenant", integer()).required("X-Tenant"))
                        .body(
                            object()
                                .prop("sku", string().minLength(1))
                                .prop("qty", integer().minimum(1))
                                .required("sku", "qty"))),
        (request, reply) -> Map.of("qty", request.body(Map.class).get("qty")));
    return app;
  }

  static JsonSchema builder() {
    JsonSchema body =
        object()
            .prop("someKey", string())
            .prop("requiredKey", array(integer()).maxItems(3).required())
            .prop("nullableKey", number().nullable())
            .prop("multipleTypesKey", mixed("boolean", "number"))
            .prop("restrictedKey", oneOf(string().maxLength(5), number().minimum(10)))
            .prop("enumKey", enumOf("John", "Foo"))
            .prop("notTypeKey", not(array()))
            .ifThen(
                object().prop("someKey", constant("x")).required("someKey"),
                object().required("enumKey"));
    return body;
  }

  static List<JsonSchema> shared(Fastjava app) {
    ObjectSchema address =
        object()
            .id("#address")
            .prop("line1", string().required())
            .prop("country", string().minLength(2).maxLength(2).required());

    app.addSchema(object().id("https://example.com/common").definition("address", address));

    JsonSchema person =
        object()
            .prop("home", ref("https://example.com/common#address"))
            .prop("work", ref("https://example.com/common#/definitions/address"));

    JsonSchema customer =
        object()
            .prop("email", string().format("email").required())
            .extend(object().prop("name", string().required()));
    return List.of(person, customer);
  }

  interface Editable {}

  interface Admin {}

  record Profile(
      @JsonView(Editable.class) String name, @JsonView(Admin.class) @Nullable String role) {}

  static void views(Fastjava app) {
    app.put(
        "/profile",
        r -> r.bodyView(Editable.class).schema(s -> s.body(Profile.class)),
        (request, reply) -> String.valueOf(request.body(Profile.class)));
  }

  record Person(String name, @Nullable String mail) {}

  static void said(Fastjava app) {
    app.post(
        "/teams",
        r ->
            r.schema(
                s ->
                    s.body(
                        object()
                            .prop(
                                "lead",
                                Schemas.of(Person.class)
                                    .description("answers for the team")
                                    .required())
                            .prop("deputy", Schemas.of(Person.class).without("mail").nullable()))),
        (request, reply) -> request.body());
  }

  record NewOrder(
      @Email String customer,
      @Size(min = 1, max = 100) List<Line> lines,
      LocalDate due,
      Optional<String> note,
      @Nullable Payment payment) {}

  record Line(@Size(min = 1) String sku, @Min(1) int qty) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Payment permits Card, Invoice {}

  @JsonTypeName("card")
  record Card(String number) implements Payment {}

  @JsonTypeName("invoice")
  record Invoice(int days) implements Payment {}

  static void types(Fastjava app) {
    app.post(
        "/orders",
        r -> r.schema(s -> s.body(NewOrder.class)),
        (request, reply) -> request.body(NewOrder.class).lines().size());

    app.post(
        "/batches",
        r ->
            r.schema(
                s ->
                    s.body(
                        object()
                            .prop("orders", array(Schemas.of(NewOrder.class)).minItems(1))
                            .required("orders"))),
        (request, reply) -> "ok");
  }

  static JsonSchema messages() {
    Fastjava app = Fastjava.create(o -> o.validation(v -> v.errorMessages(true)));

    JsonSchema person =
        object()
            .prop("name", string().minLength(3))
            .prop("age", integer().minimum(18).errorMessage("${0} is too young"))
            .required("name")
            .errorMessages(
                m ->
                    m.required("name", "Who are you?")
                        .property("name", "${/name} is too short")
                        .otherwise("This is no person"));
    app.post("/persons", r -> r.schema(s -> s.body(person)), (request, reply) -> "ok");
    return person;
  }

  static Fastjava languages() {
    ResourceBundle german = ResourceBundle.getBundle("errors", Locale.GERMAN);
    Fastjava app =
        Fastjava.create(
            o ->
                o.validationMessages(
                    ValidationMessages.of(
                        (key, locale) ->
                            locale.getLanguage().equals("de") && german.containsKey(key)
                                ? german.getString(key)
                                : null)));
    return app;
  }

  record Customer(
      @ErrorMessage("Name your customer") @NotNull @Size(min = 2) String name,
      @ErrorMessage(keyword = "minimum", value = "Not ${0}, but 18 at least") @Min(18) int age) {}

  static Fastjava options() {
    Fastjava app =
        Fastjava.create(
            o ->
                o.validation(
                    v ->
                        v.coercion(HttpPart.BODY, Coercion.OFF)
                            .removeAdditional(RemoveAdditional.ALL)
                            .allErrors(true)
                            .format("isbn", SchemaFormat.pattern("^97[89]-?\\d{10}$", "u"))
                            .keyword(
                                SchemaKeyword.of(
                                    "even",
                                    k ->
                                        k.types("integer")
                                            .validate(
                                                (schema, value) ->
                                                    ((Number) value).longValue() % 2 == 0)
                                            .message("must be even")))));
    return app;
  }

  static void byContentType(Fastjava app) {
    app.post(
        "/notes",
        r ->
            r.schema(
                s ->
                    s.body(
                        types ->
                            types
                                .content(
                                    "application/json",
                                    object().prop("text", string()).required("text"))
                                .content("text/plain", string().minLength(1)))),
        (request, reply) -> "ok");
  }

  static void errors(Fastjava app) {
    app.setSchemaErrorFormatter(
        (errors, part) -> new HttpException(422, part + ": " + errors.size() + " problem(s)"));

    app.post(
        "/lenient",
        r -> r.schema(s -> s.body(object().required("name"))).attachValidation(true),
        (request, reply) -> request.validationError() == null ? "valid" : "not valid");
  }

  record Booking(LocalDate day) {
    Booking {
      if (day.isBefore(LocalDate.EPOCH)) {
        throw new HttpException(409, "Nothing can be booked before 1970");
      }
    }
  }

  static ValidationResult validator() throws Exception {
    Validator validator =
        Validator.of(object().prop("age", integer()), ValidationOptions.defaults());
    ValidationResult result = validator.validate(Map.of("age", "old"));
    return result;
  }

  static void newerDialects(Fastjava app) {
    app.post(
        "/tuples",
        r ->
            r.schema(
                s ->
                    s.body(
                        """
                        {"$schema": "https://json-schema.org/draft/2020-12/schema",
                         "prefixItems": [{"type": "string"}, {"type": "integer"}],
                         "items": false}
                        """)),
        (request, reply) -> "ok");

    app.register(
        (plugin, options) -> {
          plugin.setValidatorCompiler(
              ValidatorFactory.standard()
                  .build(plugin.getSchemas(), ValidationOptions.of(v -> v.engine(Engine.LIBRARY))));
        });
  }

  static Fastjava constraints(jakarta.validation.Validator validator) {
    Fastjava app = Fastjava.create(o -> o.beanConstraints(JakartaConstraints.of(validator)));
    return app;
  }
}
