package dev.fastjava;

import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.ref;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonView;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.Validator;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A route's view of Jackson decides what clients can set in a body. */
@SuppressWarnings({
  "UnusedVariable",
  "UnusedMethod",
  "EffectivelyPrivate",
  "NullAway"
}) // bound by reflection, with nulls for what is not in the view
class BodyViewTests {
  interface Signup {}

  interface Admin extends Signup {}

  record Account(
      @JsonView(Signup.class) String name,
      @JsonView(Admin.class) String role,
      @Nullable Boolean active) {}

  static class Bean {
    @JsonView(Signup.class)
    public String name = "nobody";

    @JsonView(Admin.class)
    public String role = "user";

    private int credit = 5;

    @JsonView(Signup.class)
    public List<Bean> friends = List.of();

    public int getCredit() {
      return credit;
    }

    public void setCredit(int credit) {
      this.credit = credit;
    }
  }

  record Holder(
      @JsonView(Signup.class) Map<String, Account> byName,
      @JsonView(Signup.class) Optional<Account> first) {}

  private static final String BODY = "{\"name\":\"Ada\",\"role\":\"root\",\"active\":true}";

  private static InjectResponse post(Fastjava app, String url, String json) {
    return app.inject().post(url, json, r -> r.header("content-type", "application/json"));
  }

  @Test
  void whatIsNotInTheViewIsNotBoundAndNotDemanded() {
    AtomicReference<Object> bound = new AtomicReference<>();
    Handler handler =
        (request, reply) -> {
          bound.set(request.body(Account.class));
          return "";
        };
    try (Fastjava app = Fastjava.create()) {
      app.post("/none", r -> r.bodyView(Signup.class), handler);
      app.post(
          "/derived", r -> r.bodyView(Signup.class).schema(s -> s.body(Account.class)), handler);
      app.post(
          "/written",
          r ->
              r.bodyView(Signup.class)
                  .schema(s -> s.body(object().prop("role", string()).required("role"))),
          handler);
      app.post("/admin", r -> r.bodyView(Admin.class).schema(s -> s.body(Account.class)), handler);
      app.post("/all", r -> r.schema(s -> s.body(Account.class)), handler);
      for (String url : List.of("/none", "/derived", "/written")) {
        assertThat(post(app, url, BODY).statusCode()).isEqualTo(200);
        assertThat(bound.get()).as(url).isEqualTo(new Account("Ada", null, null));
      }
      assertThat(post(app, "/derived", "{\"name\":\"Ada\"}").statusCode()).isEqualTo(200);
      assertThat(post(app, "/derived", "{\"name\":\"Ada\",\"role\":[{}]}").statusCode())
          .isEqualTo(200);
      assertThat(post(app, "/derived", "{}").body())
          .contains("body must have required property 'name'");
      assertThat(post(app, "/admin", BODY).statusCode()).isEqualTo(200);
      assertThat(bound.get()).isEqualTo(new Account("Ada", "root", null));
      assertThat(post(app, "/admin", "{\"name\":\"Ada\"}").body())
          .contains("body must have required property 'role'");
      assertThat(post(app, "/all", BODY).statusCode()).isEqualTo(200);
      assertThat(bound.get()).isEqualTo(new Account("Ada", "root", true));
    }
  }

  @Test
  void beansKeepTheirDefaultsAtEveryDepth() {
    AtomicReference<Bean> bound = new AtomicReference<>();
    AtomicReference<Holder> holder = new AtomicReference<>();
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/bean",
          r -> r.bodyView(Signup.class).schema(s -> s.body(Bean.class)),
          (request, reply) -> {
            bound.set(request.body(Bean.class));
            return "";
          });
      app.post(
          "/holder",
          r -> r.bodyView(Signup.class).schema(s -> s.body(Holder.class)),
          (request, reply) -> {
            holder.set(request.body(Holder.class));
            return "";
          });
      String one = "{\"name\":\"x\",\"role\":\"root\",\"credit\":9,\"friends\":[%s]}";
      post(app, "/bean", one.formatted(one.formatted("")));
      Bean whole = bound.get();
      assertThat(List.of(whole.name, whole.role, whole.getCredit()))
          .isEqualTo(List.of("x", "user", 5));
      Bean friend = whole.friends.get(0);
      assertThat(List.of(friend.name, friend.role, friend.getCredit()))
          .isEqualTo(List.of("x", "user", 5));
      post(app, "/holder", "{\"byName\":{\"a\":" + BODY + "},\"first\":" + BODY + "}");
      Account seen = new Account("Ada", null, null);
      assertThat(holder.get()).isEqualTo(new Holder(Map.of("a", seen), Optional.of(seen)));
    }
  }

  @Test
  void propertiesWithoutAViewFollowTheMapper() {
    JsonMapper mapper = JsonMapper.builder().enable(MapperFeature.DEFAULT_VIEW_INCLUSION).build();
    AtomicReference<Object> bound = new AtomicReference<>();
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.post(
          "/",
          r -> r.bodyView(Signup.class).schema(s -> s.body(Account.class)),
          (request, reply) -> {
            bound.set(request.body(Account.class));
            return "";
          });
      assertThat(post(app, "/", BODY).statusCode()).isEqualTo(200);
      assertThat(bound.get()).isEqualTo(new Account("Ada", null, true));
    }
  }

  @Test
  void theMappersOwnViewHoldsOnRoutesWithoutOne() {
    JsonMapper mapper = JsonMapper.builder().defaultView(Signup.class).build();
    AtomicReference<Object> bound = new AtomicReference<>();
    Handler handler =
        (request, reply) -> {
          bound.set(request.body(Account.class));
          return "";
        };
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.post("/", r -> r.schema(s -> s.body(Account.class)), handler);
      app.post("/admin", r -> r.bodyView(Admin.class).schema(s -> s.body(Account.class)), handler);
      assertThat(post(app, "/", "{\"name\":\"Ada\"}").statusCode()).isEqualTo(200);
      post(app, "/", BODY);
      assertThat(bound.get()).isEqualTo(new Account("Ada", null, null));
      post(app, "/admin", BODY);
      assertThat(bound.get()).isEqualTo(new Account("Ada", "root", null));
    }
  }

  @Test
  void aMapperThatRefusesWhatIsNotInTheViewIsFollowed() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNEXPECTED_VIEW_PROPERTIES)
            .build();
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.post(
          "/",
          r -> r.bodyView(Signup.class).schema(s -> s.body(Bean.class)),
          (request, reply) -> String.valueOf(request.body(Bean.class)));
      assertThat(post(app, "/", "{\"name\":\"Ada\",\"friends\":[]}").statusCode()).isEqualTo(200);
      InjectResponse refused =
          post(app, "/", "{\"name\":\"Ada\",\"friends\":[],\"role\":\"root\"}");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("\"body is not valid\"");
    }
  }

  @Test
  void otherPartsOfARequestHaveNoView() {
    record Filter(String name, @JsonView(Admin.class) String role) {}
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/:name/:role",
          r ->
              r.bodyView(Signup.class)
                  .schema(
                      s -> s.querystring(Filter.class).params(Filter.class).headers(Filter.class)),
          (request, reply) ->
              request.query(Filter.class)
                  + " "
                  + request.params(Filter.class)
                  + request.headers(Filter.class));
      assertThat(
              app.inject()
                  .post("/a/b?name=c&role=d", "", r -> r.header("name", "e").header("role", "f"))
                  .body())
          .isEqualTo("Filter[name=c, role=d] Filter[name=a, role=b]Filter[name=e, role=f]");
    }
  }

  @Test
  void schemasOfHandlersAndSharedSchemasDescribeTypesInTheView() {
    try (Fastjava app = Fastjava.create()) {
      app.addSchema(Map.of("$id", "account", "properties", Map.of("in", Account.class)));
      app.post(
          "/shared",
          r -> r.bodyView(Signup.class).schema(s -> s.body(ref("account#/properties/in"))),
          (request, reply) -> String.valueOf(request.body(Account.class)));
      app.post(
          "/compiled",
          r -> r.bodyView(Signup.class),
          (request, reply) -> {
            Validator body =
                request.compileValidationSchema(Schemas.of(Account.class), HttpPart.BODY);
            Validator query =
                request.compileValidationSchema(Schemas.of(Account.class), HttpPart.QUERYSTRING);
            return body.validate(request.body()).isValid()
                + " "
                + query.validate(request.body()).isValid();
          });
      assertThat(post(app, "/shared", "{\"name\":\"Ada\"}").body())
          .isEqualTo("Account[name=Ada, role=null, active=null]");
      assertThat(post(app, "/compiled", "{\"name\":\"Ada\",\"role\":{}}").body())
          .isEqualTo("true false");
    }
  }

  record Address(@JsonView(Signup.class) @NotBlank String street, @NotBlank String code) {}

  record Form(
      @JsonView(Signup.class) @NotBlank String name,
      @JsonView(Admin.class) @NotBlank String role,
      @JsonView(Admin.class) @NotNull @Positive Integer level,
      @JsonView(Admin.class) @Valid @Nullable Address office,
      @JsonView(Signup.class) @Valid Address home) {}

  @Test
  void constraintsOfWhatNobodyCanSetAreNotChecked() {
    try (ValidatorFactory factory =
            Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
        Fastjava app =
            Fastjava.create(
                o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())))) {
      app.post(
          "/",
          r -> r.bodyView(Signup.class).schema(s -> s.body(Form.class)),
          (request, reply) -> String.valueOf(request.body(Form.class)));
      app.post(
          "/admin",
          r -> r.bodyView(Admin.class).schema(s -> s.body(Form.class)),
          (request, reply) -> String.valueOf(request.body(Form.class)));
      String home = ",\"home\":{\"street\":\"s\"}";
      assertThat(post(app, "/", "{\"name\":\"Ada\"" + home + "}").statusCode()).isEqualTo(200);
      assertThat(post(app, "/", "{\"name\":\" \"" + home + "}").body())
          .contains("body/name must not be blank");
      assertThat(post(app, "/", "{\"name\":\"Ada\",\"home\":{\"street\":\" \"}}").body())
          .contains("body/home/street must not be blank");
      assertThat(
              post(app, "/admin", "{\"name\":\"Ada\",\"role\":\" \",\"level\":1" + home + "}")
                  .body())
          .contains("body/role must not be blank");
    }
  }

  record Unchecked(
      @JsonView(Signup.class) String name, @JsonView(Admin.class) @NotBlank String x) {}

  @Test
  void aConstraintOutsideOfTheViewNeedsNoValidator() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          r -> r.bodyView(Signup.class).schema(s -> s.body(Unchecked.class)),
          (request, reply) -> String.valueOf(request.body(Unchecked.class)));
      assertThat(post(app, "/", "{\"name\":\"Ada\",\"x\":\" \"}").body())
          .isEqualTo("Unchecked[name=Ada, x=null]");
    }
  }
}
