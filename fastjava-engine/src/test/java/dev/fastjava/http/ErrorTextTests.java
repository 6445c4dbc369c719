package dev.fastjava.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.Handler;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SchemaFormat;
import dev.fastjava.schema.SchemaKeyword;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.type.DecoratorKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** What replies tell of errors nobody wrote for clients: no classes, no ways through them. */
@SuppressWarnings({
  "DoNotCallSuggester",
  "FutureReturnValueIgnored"
}) // the framework looks after returned stages
class ErrorTextTests {
  /** A bean that cannot be written. */
  public static final class Account {
    public String getOwner() {
      throw new IllegalStateException("no owner");
    }
  }

  /** A bean that fails with an error without a message. */
  public static final class Broken {
    public String getOwner() {
      throw new NullPointerException();
    }
  }

  /** Holds another. */
  public record Ledger(List<Object> accounts) {}

  /** What Jackson reads. */
  public record Order(int count) {}

  /** An error with a member of its own. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("secret", new IllegalStateException("more secrets"));
    }

    public int getRetryAfter() {
      return 5;
    }
  }

  /** What an application makes of an error of Jackson, on purpose. */
  private static final class Purpose extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    Purpose() {
      super(null, "the application's own text about com.example.Order");
    }
  }

  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

  private static Fastjava server() {
    return Fastjava.create(o -> o.loggerOptions(l -> l.level(LogLevel.ERROR).stream(LOG)));
  }

  private static void assertSaysNothing(InjectResponse response) {
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .contains("\"message\":\"")
        .doesNotContain("\"message\":\"\"")
        .doesNotContain("dev.fastjava", "java.", "Ledger", "Account", "Order", "chain", "line:");
  }

  @Test
  void errorsOfWritingNameNoClass() {
    try (Fastjava app = server()) {
      app.get("/bean", (request, reply) -> new Ledger(List.of(new Account())));
      app.get("/broken", (request, reply) -> new Ledger(List.of(new Broken())));
      app.get("/map", (request, reply) -> Map.of("a", new Account()));
      app.get(
          "/typed",
          r -> r.schema(s -> s.response(200, Account.class)),
          (request, reply) -> new Account());
      app.get(
          "/stage",
          (request, reply) ->
              CompletableFuture.supplyAsync(() -> new Ledger(List.of(new Account()))));
      app.get(
          "/schema",
          r -> r.schema(s -> s.response(500, Schemas.object().prop("message", Schemas.string()))),
          (request, reply) -> new Account());
      assertThat(app.inject("/bean").body()).contains("The reply cannot be written as JSON");
      for (String url : List.of("/bean", "/broken", "/map", "/typed", "/stage", "/schema")) {
        assertSaysNothing(app.inject(url));
      }
    }
    assertThat(LOG.toString(StandardCharsets.UTF_8)).contains("Ledger", "NullPointerException");
  }

  @Test
  void errorsOfAMapperOfTheApplicationsOwnNameNoClassEither() {
    JsonMapper mapper = JsonMapper.builder().build();
    try (Fastjava app = server()) {
      app.get("/type", (request, reply) -> mapper.readValue("{\"count\":\"x\"}", Order.class));
      app.get("/json", (request, reply) -> mapper.readValue("{\"count\":", Order.class));
      app.get("/abstract", (request, reply) -> mapper.readValue("{}", Runnable.class));
      app.get(
          "/purpose",
          (request, reply) -> {
            throw new Purpose();
          });
      for (String url : List.of("/type", "/json", "/abstract")) {
        assertSaysNothing(app.inject(url));
      }
      assertThat(app.inject("/purpose").body())
          .contains("the application's own text about com.example.Order");
    }
  }

  @Test
  void errorsWithinAPayloadAreWrittenWithoutStackCauseAndMessage() {
    try (Fastjava app = server()) {
      app.get(
          "/hook",
          r -> r.preSerialization((request, reply, payload) -> new Refused()),
          (request, reply) -> Map.of());
      app.get("/map", (request, reply) -> Map.of("error", new IllegalStateException("secret")));
      app.get("/list", (request, reply) -> List.of(new Refused()));
      assertThat(app.inject("/hook").body()).isEqualTo("{\"retryAfter\":5}");
      assertThat(app.inject("/map").body()).isEqualTo("{\"error\":{}}");
      assertThat(app.inject("/list").body()).isEqualTo("[{\"retryAfter\":5}]");
    }
  }

  /** A bean that fails with one of Java's errors. */
  public static final class Unlinked {
    public String getOwner() {
      throw new NoClassDefFoundError("Could not initialize class com.acme.Db");
    }

    public void setOwner(String owner) {
      throw new AssertionError("com.acme.Db: " + owner);
    }
  }

  @Test
  void errorsOfJavaAreForTheLog() {
    try (Fastjava app = server()) {
      app.get("/plain", (request, reply) -> new Unlinked());
      app.get(
          "/schema",
          r -> r.schema(s -> s.response(200, Unlinked.class)),
          (request, reply) -> new Unlinked());
      app.get(
          "/thrown",
          (request, reply) -> {
            throw new AssertionError("com.acme.Db");
          });
      app.post("/", (request, reply) -> request.body(Unlinked.class).getOwner());
      for (String url : List.of("/plain", "/schema", "/thrown")) {
        InjectResponse response = app.inject().get(url);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("acme");
      }
      InjectResponse bound = app.inject().post("/", Map.of("owner", "x"));
      assertThat(bound.statusCode()).isGreaterThanOrEqualTo(400);
      assertThat(bound.body()).doesNotContain("acme");
      assertThat(LOG.toString(StandardCharsets.UTF_8)).contains("com.acme.Db");
    }
  }

  private static final DecoratorKey<Ledger> LEDGER = DecoratorKey.of("ledger", Ledger.class);

  @Test
  @SuppressWarnings({"NullAway", "unchecked"}) // what happens when somebody does so
  void whatJavaSaysOfClassesIsForTheLog() {
    try (Fastjava app = server()) {
      app.decorate("plain", "text");
      app.decorateRequest(LEDGER, null);
      app.onRequest((request, reply) -> request.set(LEDGER, new Ledger(List.of())));
      app.get("/name", (request, reply) -> request.getDecorator("ledger", Order.class));
      app.get("/server", (request, reply) -> app.getDecorator("plain", Order.class));
      app.get("/key", (request, reply) -> request.get(DecoratorKey.of("ledger", Order.class)));
      app.get(
          "/set",
          (request, reply) -> {
            request.setDecorator("ledger", new Order(1));
            return "";
          });
      app.get("/cast", (request, reply) -> ((Order) (Object) new Ledger(List.of())).count());
      app.get("/param/:id", (request, reply) -> request.paramAs("id", Order.class));
      app.get(
          "/published",
          (request, reply) ->
              (Flow.Publisher<Object>)
                  to ->
                      to.onSubscribe(
                          new Flow.Subscription() {
                            @Override
                            public void request(long count) {
                              to.onNext(new Order(1));
                            }

                            @Override
                            public void cancel() {}
                          }));
      for (String url : List.of("/name", "/server", "/key", "/set", "/cast", "/published")) {
        assertSaysNothing(app.inject(url));
      }
      assertThat(app.inject("/param/1").body()).contains("params/id").doesNotContain("Order");
    }
    assertThat(LOG.toString(StandardCharsets.UTF_8))
        .contains("ErrorTextTests$Order", "ErrorTextTests$Ledger");
  }

  @Test
  @SuppressWarnings("NullAway") // what happens when somebody does so
  void aTextOfTheApplicationIsSentAsItIs() {
    try (Fastjava app = server()) {
      app.get("/own", (request, reply) -> Objects.requireNonNull(null, "no order"));
      app.get("/java", (request, reply) -> ((Ledger) request.body()).accounts());
      app.get("/enum", (request, reply) -> LogLevel.valueOf("purple"));
      app.get(
          "/argument",
          (request, reply) -> {
            throw new IllegalArgumentException("no such colour");
          });
      assertSaysNothing(app.inject("/enum"));
      assertThat(app.inject("/argument").body()).contains("\"message\":\"no such colour\"");
      assertThat(app.inject("/own").body()).contains("\"message\":\"no order\"");
      assertSaysNothing(app.inject("/java"));
    }
  }

  private static boolean cast(Object value) {
    return ((Order) value).count() > 0;
  }

  @Test
  void whatJavaSaysInKeywordsFormatsValidatorsAndFormattersIsForTheLog() {
    try (Fastjava app =
        Fastjava.create(
            o ->
                o.loggerOptions(l -> l.level(LogLevel.ERROR).stream(LOG))
                    .validation(
                        v ->
                            v.format("cast", SchemaFormat.text(ErrorTextTests::cast))
                                .keyword(
                                    SchemaKeyword.of(
                                        "cast",
                                        k -> k.validate((given, value) -> cast(value))))))) {
      Handler handler = (request, reply) -> "reached";
      app.get("/format", r -> r.schema(s -> s.querystring(query("format", "cast"))), handler);
      app.get("/keyword", r -> r.schema(s -> s.querystring(query("cast", true))), handler);
      app.get(
          "/validator",
          r ->
              r.validatorCompiler(schema -> value -> ValidationResult.replacedBy(cast(value)))
                  .schema(s -> s.querystring(Schemas.object())),
          handler);
      app.get(
          "/formatter",
          r ->
              r.schemaErrorFormatter((errors, part) -> new IllegalStateException("" + cast(errors)))
                  .schema(s -> s.querystring(query("minLength", 5))),
          handler);
      for (String url : List.of("/format", "/keyword", "/validator", "/formatter")) {
        InjectResponse response = app.inject(url + "?a=b");
        assertThat(response.statusCode()).as(url).isEqualTo(500);
        assertThat(response.body()).as(url).contains("\"message\":\"Internal Server Error\"");
      }
    }
  }

  private static JsonSchema query(String keyword, Object value) {
    return Schemas.raw(
        Map.of(
            "type", "object", "properties", Map.of("a", Map.of("type", "string", keyword, value))));
  }

  @Test
  void whatSerializersOfTheApplicationsOwnThrowIsItsOwnText() {
    try (Fastjava app = server()) {
      app.setReplySerializer(
          (payload, status) -> {
            throw new IllegalStateException("no format for " + status);
          });
      app.get("/context", (request, reply) -> Map.of());
      app.get("/reply", (request, reply) -> reply.serializer(value -> cast(value)).send(Map.of()));
      assertThat(app.inject("/context").body()).contains("\"message\":\"no format for 200\"");
      assertSaysNothing(app.inject("/reply"));
    }
  }
}
