package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.HttpErrors;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.Eventually;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Errors that come in a wrapper of Java's, and those that Java has given their message. */
@SuppressWarnings("FutureReturnValueIgnored") // what is returned is looked after by the framework
class WrappedErrorTests {
  private static CompletableFuture<Object> missing() {
    return CompletableFuture.failedFuture(HttpErrors.notFound("no order"));
  }

  private static CompletableFuture<Object> chained() {
    return CompletableFuture.supplyAsync(
        () -> {
          throw HttpErrors.notFound("no order");
        });
  }

  private static void assertNotFound(InjectResponse response) {
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("\"message\":\"no order\"");
  }

  @Test
  void whatJoinAndGetThrowIsTheErrorInside() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/join", (request, reply) -> Eventually.join(chained()));
      app.get("/get", (request, reply) -> chained().get());
      app.get(
          "/twice",
          (request, reply) -> {
            throw new CompletionException(new CompletionException(HttpErrors.notFound("no order")));
          });
      app.get(
          "/sent",
          (request, reply) -> reply.send(new CompletionException(HttpErrors.notFound("no order"))));
      app.get(
          "/hook",
          r -> r.preHandler((request, reply) -> Eventually.join(missing())),
          (request, reply) -> "reached");
      app.get(
          "/done",
          r -> r.preHandler((request, reply, done) -> missing().get()),
          (request, reply) -> "reached");
      app.get(
          "/onSend",
          r -> r.onSend((request, reply, payload) -> Eventually.join(missing())),
          (request, reply) -> "reached");
      app.get(
          "/errorHandler",
          r -> r.errorHandler((error, request, reply) -> Eventually.join(missing())),
          (request, reply) -> {
            throw new IllegalStateException("first");
          });
      for (String url :
          List.of(
              "/join", "/get", "/twice", "/sent", "/hook", "/done", "/onSend", "/errorHandler")) {
        assertNotFound(app.inject(url));
      }
    }
  }

  @Test
  void parsersAndValidatorsMayJoinToo() {
    try (Fastjava app = Fastjava.create()) {
      app.addContentTypeParser(
          "text/x", BodyParser.text((request, body) -> Eventually.join(missing())));
      app.post("/parsed", (request, reply) -> "reached");
      app.register(
          (inner, options) -> {
            inner.setValidatorCompiler(
                schema ->
                    value -> (dev.fastjava.schema.ValidationResult) Eventually.join(missing()));
            inner.get(
                "/validated",
                r -> r.schema(s -> s.querystring(Schemas.object())),
                (request, reply) -> "reached");
          });
      assertNotFound(app.inject().post("/parsed", "x", r -> r.header("content-type", "text/x")));
      assertThat(app.inject("/validated").body()).contains("\"message\":\"no order\"");
    }
  }

  @Test
  void errorHandlersSeeTheErrorInside() {
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler((error, request, reply) -> error.getClass().getSimpleName());
      app.get("/", (request, reply) -> Eventually.join(chained()));
      assertThat(app.inject("/").body()).isEqualTo("HttpException");
    }
  }

  @Test
  void theBootFailsWithTheErrorInside() {
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (inner, options) ->
              CompletableFuture.failedFuture(new IllegalStateException("no database")).get());
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .cause()
          .hasMessageContaining("no database")
          .isExactlyInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anErrorWithNothingButACauseHasNoMessageForClients() {
    IllegalStateException cause = new IllegalStateException("com.acme.Db");
    try (Fastjava app = Fastjava.create()) {
      List<Exception> errors =
          List.of(
              new RuntimeException(cause),
              new UncheckedIOException(new FileNotFoundException("/etc/acme")),
              new RuntimeException(new RuntimeException(cause)),
              HttpErrors.create(500, cause.toString(), e -> e.cause(cause)));
      for (int i = 0; i < errors.size(); i++) {
        Exception error = errors.get(i);
        app.get(
            "/" + i,
            (request, reply) -> {
              throw error;
            });
      }
      app.get(
          "/status",
          (request, reply) -> {
            reply.code(409);
            throw new RuntimeException(cause);
          });
      app.get(
          "/own",
          (request, reply) -> {
            throw new RuntimeException("The database is away", cause);
          });
      for (int i = 0; i < errors.size(); i++) {
        assertThat(app.inject("/" + i).body()).contains("\"message\":\"Internal Server Error\"");
      }
      assertThat(app.inject("/status").body()).contains("\"message\":\"Conflict\"");
      assertThat(app.inject("/own").body()).contains("\"message\":\"The database is away\"");
    }
  }

  @Test
  void namesOfFilesAndHostsAreForTheLog() {
    Map<String, Exception> errors =
        Map.of(
            "/nio", new NoSuchFileException("/etc/acme"),
            "/io", new FileNotFoundException("/etc/acme"),
            "/host", new UnknownHostException("db.acme"));
    try (Fastjava app = Fastjava.create()) {
      errors.forEach(
          (url, error) ->
              app.get(
                  url,
                  (request, reply) -> {
                    throw error;
                  }));
      app.get("/file", (request, reply) -> Files.readString(Path.of("/no/acme")));
      for (String url : List.of("/nio", "/io", "/host", "/file")) {
        assertThat(app.inject(url).body())
            .as(url)
            .contains("\"message\":\"Internal Server Error\"");
      }
    }
  }

  @Test
  @SuppressWarnings("NullAway") // what happens when somebody does so
  void anErrorWithoutAMessageHasThePhraseOfItsStatus() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/null", (request, reply) -> Objects.requireNonNull(null));
      app.get(
          "/empty",
          (request, reply) -> {
            throw new IllegalStateException("");
          });
      assertThat(app.inject("/null").body()).contains("\"message\":\"Internal Server Error\"");
      assertThat(app.inject("/empty").body()).contains("\"message\":\"\"");
    }
  }
}
