package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.http.RawRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Application code that gives nothing, or throws where nobody thinks of it, lets nobody through.
 */
@SuppressWarnings("NullAway") // what happens when somebody gives null
class ClosedFailureTests {
  private static void assertFails(InjectResponse response) {
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("reached");
  }

  @Test
  void aHookThatFailsWithoutAnErrorLetsNobodyThrough() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/onRequest",
          r -> r.onRequest((request, reply, done) -> done.fail(null)),
          (request, reply) -> "reached");
      app.get(
          "/later",
          r ->
              r.preHandler(
                  (request, reply, done) -> {
                    var unused = CompletableFuture.runAsync(() -> done.fail(null));
                  }),
          (request, reply) -> "reached");
      app.get(
          "/onSend",
          r -> r.onSend((request, reply, payload, done) -> done.fail(null)),
          (request, reply) -> "reached");
      app.addContentTypeParser("text/x", BodyParser.text((request, body, done) -> done.fail(null)));
      app.post("/parser", (request, reply) -> "reached");
      for (String url : List.of("/onRequest", "/later", "/onSend")) {
        assertFails(app.inject(url));
      }
      assertFails(app.inject().post("/parser", "x", r -> r.header("content-type", "text/x")));
    }
  }

  @Test
  void aPluginOrStepThatFailsWithoutAnErrorStopsTheBoot() {
    List<Consumer<Fastjava>> failing =
        List.of(
            app -> app.register((inner, options, done) -> done.fail(null)),
            app -> app.onReady(done -> done.fail(null)));
    for (Consumer<Fastjava> declare : failing) {
      Fastjava app = Fastjava.create();
      declare.accept(app);
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .hasMessageContaining("without an error");
      app.close();
    }
  }

  @Test
  void compilersThatReturnNullStopTheBootByTheRoute() {
    List<Consumer<Fastjava>> failing =
        List.of(
            app -> {
              app.setValidatorCompiler(schema -> null);
              app.get(
                  "/route",
                  r -> r.schema(s -> s.querystring(Schemas.object())),
                  (request, reply) -> "reached");
            },
            app -> {
              app.setSerializerCompiler(schema -> null);
              app.get(
                  "/route",
                  r -> r.schema(s -> s.response(200, Schemas.string())),
                  (request, reply) -> "reached");
            });
    for (Consumer<Fastjava> declare : failing) {
      Fastjava app = Fastjava.create();
      declare.accept(app);
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .hasMessageContaining("/route")
          .hasMessageContaining("returned null");
      app.close();
    }
  }

  @Test
  void compilersThatReturnNullForHandlersAreErrors() {
    try (Fastjava app = Fastjava.create()) {
      app.setValidatorCompiler(schema -> null);
      app.setSerializerCompiler(schema -> null);
      app.get(
          "/validator",
          (request, reply) -> {
            request.compileValidationSchema(Schemas.string());
            return "reached";
          });
      app.get(
          "/serializer",
          (request, reply) -> {
            reply.compileSerializationSchema(Schemas.string());
            return "reached";
          });
      assertFails(app.inject("/validator"));
      assertFails(app.inject("/serializer"));
    }
  }

  @Test
  void aRequestThatIsGivenNoIdHasACountedOne() {
    try (Fastjava app = Fastjava.create(o -> o.genReqId(raw -> raw.header("x-id")))) {
      app.get("/", (request, reply) -> request.id());
      assertThat(app.inject("/").body()).isEqualTo("req-1");
      assertThat(app.inject(r -> r.url("/").header("x-id", "mine")).body()).isEqualTo("mine");
      assertThat(app.inject("/").body()).isEqualTo("req-2");
    }
  }

  /** Fails where it is asked to. */
  private record Failing(boolean fromStorage, boolean isAsync, AtomicBoolean serving)
      implements ConstraintStrategy {
    @Override
    public String name() {
      return "tenant";
    }

    @Override
    public @Nullable Object derive(RawRequest request) {
      if (fromStorage) {
        return "a";
      }
      throw new IllegalStateException("no tenant");
    }

    @Override
    public Storage storage() {
      Storage known = ConstraintStrategy.super.storage();
      return !fromStorage
          ? known
          : new Storage() {
            @Override
            public @Nullable Object get(Object value) {
              if (serving.get()) {
                throw new IllegalStateException("no tenant");
              }
              return known.get(value);
            }

            @Override
            public void set(Object value, Object route) {
              known.set(value, route);
            }
          };
    }
  }

  @Test
  void aConstraintThatFailsIsTheReply() {
    for (boolean fromStorage : new boolean[] {false, true}) {
      for (boolean async : new boolean[] {false, true}) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (Fastjava app =
            Fastjava.create(o -> o.loggerOptions(l -> l.level(LogLevel.ERROR).stream(log)))) {
          AtomicBoolean serving = new AtomicBoolean();
          app.addConstraintStrategy(new Failing(fromStorage, async, serving));
          app.get("/", r -> r.constraint("tenant", "a"), (request, reply) -> "reached");
          Eventually.join(app.ready());
          serving.set(true);
          InjectResponse response = app.inject("/");
          assertFails(response);
          assertThat(response.body()).contains("Unexpected error from async constraint");
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("no tenant");
      }
    }
  }

  @Test
  void aRewriterThatThrowsIsAnswered() {
    try (Fastjava app =
        Fastjava.create(
            o ->
                o.rewriteUrl(
                    raw -> {
                      throw new AssertionError("rewriter");
                    }))) {
      app.get("/", (request, reply) -> "reached");
      assertFails(app.inject("/"));
    }
  }
}
