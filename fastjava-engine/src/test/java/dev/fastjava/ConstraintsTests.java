package dev.fastjava;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fastjava.error.HttpException;
import dev.fastjava.error.ValidationException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.testing.EnglishValidators;
import dev.fastjava.type.TypeRef;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsTests {
  private static ValidatorFactory factory;

  @BeforeAll
  static void start() {
    factory = EnglishValidators.factory();
  }

  @AfterAll
  static void stop() {
    factory.close();
  }

  interface OnCreate {}

  record Line(@NotBlank String sku, @Min(1) int qty) {}

  record NewOrder(
      @NotBlank @Size(max = 20) String customer,
      @NotEmpty @Valid List<Line> lines,
      @Nullable @Digits(integer = 3, fraction = 2) BigDecimal price,
      @Nullable @Past LocalDate placed,
      @Nullable @JsonProperty("due_date") @Future LocalDate due,
      @Nullable @Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE) String code,
      @Nullable List<@NotBlank String> tags,
      @Nullable Map<String, @NotBlank String> labels,
      Optional<@Size(min = 2) String> note,
      @Nullable @Email String mail) {}

  private static final String ORDER =
      "{'customer':'c','lines':[{'sku':'s','qty':1},{'sku':'t','qty':2}],'price':1.25,"
          + "'placed':'2020-01-01','due_date':'2999-01-01','code':'Ab','tags':['t'],"
          + "'labels':{'a':'b'},'note':'nn','mail':'a@b.de'}";

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Fastjava app(ValidationOptions options) {
    return Fastjava.create(
        o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())).validation(options));
  }

  private static Fastjava app() {
    return app(ValidationOptions.defaults());
  }

  private static InjectResponse post(Fastjava app, String url, String body) {
    return app.inject(
        r ->
            r.method("POST")
                .url(url)
                .header("content-type", "application/json")
                .payload(json(body)));
  }

  private static InjectResponse post(Fastjava app, String body) {
    return post(app, "/", body);
  }

  /** Posts a body to a route that declares a type. */
  private static <T> InjectResponse post(Class<T> type, String body) {
    try (Fastjava app = app()) {
      app.post(
          "/", r -> r.schema(s -> s.body(type)), (request, reply) -> request.body(type) == null);
      return post(app, body);
    }
  }

  private static String message(InjectResponse response) {
    return String.valueOf(response.json(Map.class).get("message"));
  }

  private static <T> void assertRefused(Class<T> type, String body, String message) {
    InjectResponse response = post(type, body);
    assertThat(message(response)).isEqualTo(message);
    assertThat(response).hasStatus(400);
    assertThat(response.json(Map.class).get("code")).isEqualTo("FST_ERR_VALIDATION");
  }

  private static <T> void assertAccepted(Class<T> type, String body) {
    assertThat(post(type, body).body()).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'customer':'c' | 'customer':' ' | body/customer must not be blank",
        "'sku':'t' | 'sku':' ' | body/lines/1/sku must not be blank",
        "1.25 | 1234.5 | body/price numeric value out of bounds (<3 digits>.<2 digits> expected)",
        "2020-01-01 | 2999-01-01 | body/placed must be a past date",
        "2999-01-01 | 2020-01-01 | body/due_date must be a future date",
        "'Ab' | 'A1' | body/code must match \"[a-z]+\"",
        "['t'] | ['t',' '] | body/tags/1 must not be blank",
        "{'a':'b'} | {'x/y':' '} | body/labels/x~1y must not be blank",
        "'a@b.de' | 'nobody' | body/mail must be a well-formed email address",
      })
  void whatNoSchemaSaysIsCheckedOnTheBoundValue(String good, String bad, String message) {
    assertAccepted(NewOrder.class, ORDER);
    assertThat(ORDER).contains(good);
    assertRefused(NewOrder.class, ORDER.replace(good, bad), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'qty':2 | 'qty':0 | body/lines/1/qty must be >= 1",
        "'nn' | 'n' | body/note must NOT have fewer than 2 characters",
        "'customer':'c' | 'customer':'ccccccccccccccccccccc' | body/customer must NOT have more"
            + " than 20 characters",
        "[{'sku':'s','qty':1},{'sku':'t','qty':2}] | [] | body/lines must NOT have fewer than 1"
            + " items",
      })
  void whatASchemaSaysIsAKeyword(String good, String bad, String message) {
    assertThat(ORDER).contains(good);
    assertRefused(NewOrder.class, ORDER.replace(good, bad), message);
  }

  @Test
  void theErrorHasTheShapeOfSchemaErrors() {
    AtomicReference<List<ValidationError>> errors = new AtomicReference<>();
    AtomicReference<HttpPart> part = new AtomicReference<>();
    try (Fastjava app = app()) {
      app.setErrorHandler(
          (error, request, reply) -> {
            ValidationException invalid = (ValidationException) error;
            errors.set(invalid.validation());
            part.set(invalid.validationContext());
            return reply.code(invalid.statusCode()).send("told");
          });
      app.post("/", r -> r.schema(s -> s.body(NewOrder.class)), (request, reply) -> "ok");
      assertThat(post(app, ORDER.replace("1.25", "1.255")).body()).isEqualTo("told");
    }
    assertThat(part.get()).isEqualTo(HttpPart.BODY);
    assertThat(errors.get())
        .containsExactly(
            new ValidationError(
                "/price",
                "",
                "Digits",
                Map.of("integer", 3, "fraction", 2),
                "numeric value out of bounds (<3 digits>.<2 digits> expected)"));
  }

  @Test
  void theFormatterMakesTheError() {
    try (Fastjava app = app()) {
      app.setSchemaErrorFormatter(
          (errors, part) -> new HttpException(422, part + errors.get(0).instancePath()));
      app.post("/", r -> r.schema(s -> s.body(NewOrder.class)), (request, reply) -> "ok");
      InjectResponse response = post(app, ORDER.replace("'t','qty'", "' ','qty'"));
      assertThat(response).hasStatus(422);
      assertThat(response.body()).contains("/lines/1/sku");
    }
  }

  @Test
  void attachValidationLetsTheHandlerSeeErrorAndValue() {
    try (Fastjava app = app()) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(NewOrder.class)).attachValidation(true),
          (request, reply) ->
              request.validationError().getMessage()
                  + ": ["
                  + request.body(NewOrder.class).customer()
                  + "]");
      assertThat(post(app, ORDER.replace("'c'", "' '")).body())
          .isEqualTo("body/customer must not be blank: [ ]");
    }
  }

  @Test
  void preHandlersSeeOnlyCheckedValuesAndTheSameInstance() {
    List<NewOrder> seen = new ArrayList<>();
    try (Fastjava app = app()) {
      app.post(
          "/",
          r ->
              r.schema(s -> s.body(NewOrder.class))
                  .preHandler(
                      (request, reply) -> {
                        seen.add(request.body(NewOrder.class));
                      }),
          (request, reply) -> {
            seen.add(request.body(NewOrder.class));
            return "ok";
          });
      assertThat(post(app, ORDER.replace("'c'", "' '"))).hasStatus(400);
      assertThat(seen).isEmpty();
      assertThat(post(app, ORDER)).hasStatus(200);
      assertThat(seen).hasSize(2);
      assertThat(seen.get(0)).isSameAs(seen.get(1));
    }
  }

  @Test
  void allErrorsAreToldInTheOrderOfThePropertiesWhenWanted() {
    try (Fastjava app = app(ValidationOptions.of(v -> v.allErrors(true)))) {
      app.post("/", r -> r.schema(s -> s.body(NewOrder.class)), (request, reply) -> "ok");
      String bad =
          ORDER
              .replace("'c'", "' '")
              .replace("['t']", "['a',' ',' ']")
              .replace("'sku':'s'", "'sku':' '");
      assertThat(message(post(app, bad)))
          .isEqualTo(
              "body/customer must not be blank, body/lines/0/sku must not be blank,"
                  + " body/tags/1 must not be blank, body/tags/2 must not be blank");
    }
  }

  // Cascades

  record Uncascaded(List<Line> lines, Map<String, Line> named, Optional<Line> maybe, Line one) {}

  @ParameterizedTest
  @CsvSource({"lines,/lines/0", "named,/named/n", "maybe,/maybe", "one,/one"})
  void constraintsOfInnerTypesHoldWithoutValidToo(String at, String place) {
    Map<String, String> parts = new TreeMap<>();
    parts.put("lines", "[{'sku':'s','qty':1}]");
    parts.put("named", "{'n':{'sku':'s','qty':1}}");
    parts.put("maybe", "{'sku':'s','qty':1}");
    parts.put("one", "{'sku':'s','qty':1}");
    assertAccepted(Uncascaded.class, object(parts));
    parts.computeIfPresent(at, (name, value) -> value.replace("'s'", "' '"));
    assertRefused(Uncascaded.class, object(parts), "body" + place + "/sku must not be blank");
  }

  private static String object(Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(each -> "'" + each.getKey() + "':" + each.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  record Deep(@Valid List<List<Line>> matrix, List<Map<String, @Valid Line>> maps) {}

  @Test
  void nestedContainersAreGoneThrough() {
    String good = "{'matrix':[[{'sku':'a','qty':1}]],'maps':[{'k':{'sku':'b','qty':1}}]}";
    assertAccepted(Deep.class, good);
    assertRefused(Deep.class, good.replace("'a'", "' '"), "body/matrix/0/0/sku must not be blank");
    assertRefused(Deep.class, good.replace("'b'", "' '"), "body/maps/0/k/sku must not be blank");
  }

  record Wrapper(@JsonUnwrapped(prefix = "a_") Line first, String name) {}

  @Test
  void unwrappedPropertiesHaveTheirNamesInJson() {
    try (Fastjava app = app()) {
      app.post("/", (request, reply) -> request.body(Wrapper.class).name());
      assertThat(post(app, "{'a_sku':'s','a_qty':1,'name':'n'}").body()).isEqualTo("n");
      assertThat(message(post(app, "{'a_sku':' ','a_qty':1,'name':'n'}")))
          .isEqualTo("body/a_sku must not be blank");
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Payment permits Card, Invoice {}

  @JsonTypeName("card")
  record Card(@NotBlank String number) implements Payment {}

  @JsonTypeName("invoice")
  record Invoice(@Min(1) int days) implements Payment {}

  record Paid(Payment payment) {}

  @Test
  void subtypesHaveTheirOwnConstraints() {
    assertAccepted(Paid.class, "{'payment':{'kind':'card','number':'1'}}");
    assertRefused(
        Paid.class,
        "{'payment':{'kind':'card','number':' '}}",
        "body/payment/number must not be blank");
    assertRefused(Payment.class, "{'kind':'card','number':' '}", "body/number must not be blank");
  }

  // Kinds of constraints

  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = Ordered.Check.class)
  @interface Ordered {
    String message() default "must end after it starts";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Ordered, Range> {
      @Override
      public boolean isValid(Range range, ConstraintValidatorContext context) {
        return range.from() <= range.to();
      }
    }
  }

  @Target({ElementType.FIELD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = Even.Check.class)
  @interface Even {
    String message() default "must be even";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Even, Integer> {
      @Override
      public boolean isValid(Integer value, ConstraintValidatorContext context) {
        return value % 2 == 0;
      }
    }
  }

  @Ordered
  record Range(int from, int to) {}

  record Ranges(@Valid List<Range> all, @Even int step) {}

  @Test
  void constraintsOfClassesAndOnesOwnAreChecked() {
    assertRefused(Range.class, "{'from':2,'to':1}", "body must end after it starts");
    assertRefused(
        Ranges.class,
        "{'all':[{'from':1,'to':2},{'from':2,'to':1}],'step':2}",
        "body/all/1 must end after it starts");
    assertRefused(Ranges.class, "{'all':[],'step':1}", "body/step must be even");
  }

  static class Account {
    private String password = "";
    private String repeated = "";

    public String getPassword() {
      return password;
    }

    public void setPassword(String password) {
      this.password = password;
    }

    @NotBlank
    public String getRepeated() {
      return repeated;
    }

    public void setRepeated(String repeated) {
      this.repeated = repeated;
    }

    @AssertTrue(message = "must be the same")
    public boolean isRepeatedRight() {
      return password.equals(repeated);
    }
  }

  @Test
  void gettersAreCheckedLikeFields() {
    assertAccepted(Account.class, "{'password':'a','repeated':'a'}");
    assertRefused(
        Account.class, "{'password':' ','repeated':' '}", "body/repeated must not be blank");
    assertRefused(
        Account.class, "{'password':'a','repeated':'b'}", "body/repeatedRight must be the same");
  }

  record Twice(
      @Pattern(regexp = "[a-z]*") @Pattern(regexp = ".{2}") String code,
      @Min(5) @Positive int number,
      @Pattern(regexp = "\\p{Lower}+") String lower,
      @Pattern(regexp = "a\\sb") String spaced) {}

  @Test
  void severalConstraintsOfOneKindAllHold() {
    String good = "{'code':'ab','number':5,'lower':'x','spaced':'a b'}";
    assertAccepted(Twice.class, good);
    assertThat(post(Twice.class, good.replace("'ab'", "'a1'"))).hasStatus(400);
    assertThat(post(Twice.class, good.replace("'ab'", "'abc'"))).hasStatus(400);
    assertThat(post(Twice.class, good.replace("5", "4"))).hasStatus(400);
    assertThat(post(Twice.class, good.replace("'x'", "'X'"))).hasStatus(400);
    assertThat(post(Twice.class, good.replace("a b", "a\u00a0b"))).hasStatus(400);
  }

  // Groups

  record Grouped(
      @NotBlank(groups = OnCreate.class) String name,
      @Size(max = 2, groups = OnCreate.class) String code,
      @NotBlank String always) {}

  @Test
  void groupsHoldWhereTheRouteNamesThem() {
    String body = "{'name':' ','code':'ccc','always':'a'}";
    String named = body.replace("' '", "'n'");
    try (Fastjava app = app()) {
      app.post("/", r -> r.schema(s -> s.body(Grouped.class)), (request, reply) -> "ok");
      app.post(
          "/create",
          r -> r.schema(s -> s.body(Grouped.class)).validationGroups(OnCreate.class),
          (request, reply) -> "ok");
      assertThat(post(app, body).body()).isEqualTo("ok");
      assertThat(message(post(app, body.replace("'a'", "' '"))))
          .isEqualTo("body/always must not be blank");
      assertThat(message(post(app, "/create", body))).isEqualTo("body/name must not be blank");
      assertThat(message(post(app, "/create", named)))
          .isEqualTo("body/code size must be between 0 and 2");
      assertThat(message(post(app, "/create", named.replace("'ccc'", "'c'").replace("'a'", "' '"))))
          .isEqualTo("body/always must not be blank");
    }
  }

  // Positions

  record Filter(@NotBlank String text, Optional<@Max(9) Integer> page) {}

  record Key(
      @JsonProperty("X-Api-Key") @Pattern(regexp = "\\p{Alpha}+", message = "must be a key")
          String key,
      @NotBlank String userAgent) {}

  @Test
  void queriesParametersAndHeadersAreCheckedToo() {
    try (Fastjava app = app()) {
      app.get(
          "/query",
          r -> r.schema(s -> s.querystring(Filter.class)),
          (request, reply) -> request.query(Filter.class).text());
      app.get(
          "/params/:text",
          r -> r.schema(s -> s.params(Filter.class)),
          (request, reply) -> request.params(Filter.class).text());
      app.get(
          "/headers",
          r -> r.schema(s -> s.headers(Key.class)),
          (request, reply) -> request.headers(Key.class).key());
      assertThat(app.inject("/query?text=t&page=9").body()).isEqualTo("t");
      assertThat(message(app.inject("/query?text=+")))
          .isEqualTo("querystring/text must not be blank");
      assertThat(message(app.inject("/query?text=t&page=10")))
          .isEqualTo("querystring/page must be <= 9");
      assertThat(message(app.inject("/params/%20"))).isEqualTo("params/text must not be blank");
      assertThat(
              message(
                  app.inject(
                      r -> r.url("/headers").header("x-api-key", "k").header("user-agent", ""))))
          .isEqualTo("headers/user-agent must NOT have fewer than 1 characters");
      assertThat(
              message(
                  app.inject(
                      r -> r.url("/headers").header("x-api-key", "-").header("user-agent", "a"))))
          .isEqualTo("headers/x-api-key must be a key");
    }
  }

  @Test
  void typesInsideOfOtherSchemasAreChecked() {
    try (Fastjava app = app()) {
      app.post(
          "/",
          r ->
              r.schema(
                  s ->
                      s.body(
                          Schemas.object()
                              .prop("orders", array(Schemas.of(Line.class)))
                              .prop(
                                  "named",
                                  Schemas.object().additionalProperties(Schemas.of(Line.class))))),
          (request, reply) -> "ok");
      assertThat(post(app, "{'orders':[{'sku':'s','qty':1}],'named':{}}").body()).isEqualTo("ok");
      assertThat(message(post(app, "{'orders':[{'sku':'s','qty':1},{'sku':' ','qty':1}]}")))
          .isEqualTo("body/orders/1/sku must not be blank");
      assertThat(message(post(app, "{'named':{'n':{'sku':' ','qty':1}}}")))
          .isEqualTo("body/named/n/sku must not be blank");
    }
  }

  @Test
  void genericRootsAreGoneThrough() {
    TypeRef<List<Line>> lines = new TypeRef<>() {};
    try (Fastjava app = app()) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(Schemas.of(lines.type()))),
          (request, reply) -> request.body(lines).size());
      assertThat(post(app, "[{'sku':'s','qty':1}]").body()).isEqualTo("1");
      assertThat(message(post(app, "[{'sku':'s','qty':1},{'sku':' ','qty':1}]")))
          .isEqualTo("body/1/sku must not be blank");
    }
  }

  @Test
  void whatIsBoundWithoutASchemaIsCheckedWhenItIsBound() {
    try (Fastjava app = app()) {
      app.post("/", (request, reply) -> request.body(Line.class).sku());
      assertThat(post(app, "{'sku':'s','qty':1}").body()).isEqualTo("s");
      InjectResponse response = post(app, "{'sku':'s','qty':0}");
      assertThat(response).hasStatus(400);
      assertThat(message(response)).isEqualTo("body/qty must be greater than or equal to 1");
    }
  }

  @Test
  void aHandlerMayAskTheValidatorOfThePart() {
    try (Fastjava app = app()) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(Line.class)),
          (request, reply) ->
              request
                  .validateInput(Map.of("sku", " ", "qty", 1), HttpPart.BODY)
                  .errors()
                  .get(0)
                  .instancePath());
      assertThat(post(app, "{'sku':'s','qty':1}").body()).isEqualTo("/sku");
    }
  }
}
