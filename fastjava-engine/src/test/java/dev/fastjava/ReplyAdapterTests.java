package dev.fastjava;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.error.HttpErrors;
import dev.fastjava.error.HttpException;
import dev.fastjava.logging.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a framework around the server makes of payloads and errors. */
class ReplyAdapterTests {
  private record Wrapped(int status, @Nullable Object body) {}

  private static final class ForeignException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ForeignException() {
      super("secret");
    }
  }

  private static final class Adapter implements ReplyAdapter {
    @Override
    public @Nullable Object payload(Object payload, Request request, Reply reply) {
      if (payload instanceof Wrapped wrapped) {
        reply.code(wrapped.status());
        return wrapped.body();
      }
      return payload;
    }

    @Override
    public @Nullable HttpException describe(Throwable error) {
      return error instanceof ForeignException
          ? new HttpException(418, "teapot", details -> details.header("x-pot", "tea"))
          : null;
    }

    @Override
    public @Nullable String message(Throwable error, Request request, Reply reply) {
      return reply.statusCode() == 500 ? "hidden" : null;
    }

    @Override
    public @Nullable Object body(Throwable error, Request request, Reply reply) {
      return request.query("own") == null ? null : Map.of("own", reply.statusCode());
    }
  }

  private static Fastjava serving(Handler handler) {
    return Fastjava.create(o -> o.replyAdapter(new Adapter())).get("/it", handler);
  }

  @Test
  void payloadsAreReplacedAlsoInsideOfEachOther() {
    Fastjava app =
        serving(
            (request, reply) ->
                new Wrapped(201, CompletableFuture.completedFuture(new Wrapped(202, "body"))));
    assertThat(app.inject("/it")).hasStatus(202).hasBody("body");
    app.close();
  }

  @Test
  void nullInPlaceOfAPayloadIsAnEmptyBody() {
    Fastjava app = serving((request, reply) -> reply.send(new Wrapped(200, null)));
    assertThat(app.inject("/it")).hasStatus(200).hasEmptyBody();
    app.close();
  }

  @Test
  void errorsHaveTheStatusTheAdapterKnows() {
    Fastjava app =
        serving(
            (request, reply) -> {
              throw new ForeignException();
            });
    assertThat(app.inject("/it"))
        .hasStatus(418)
        .hasHeader("x-pot", "tea")
        .bodyText()
        .contains("teapot")
        .doesNotContain("secret");
    assertThat(app.inject("/it?own=1")).hasBody("{\"own\":418}");
    assertThat(app.inject("/nowhere?own=1")).hasStatus(404).hasBody("{\"own\":404}");
    app.close();
  }

  @Test
  void theMessageClientsReadIsChosen() {
    Fastjava app =
        serving(
            (request, reply) -> {
              throw new IllegalStateException("secret");
            });
    assertThat(app.inject("/it"))
        .hasStatus(500)
        .bodyText()
        .contains("hidden")
        .doesNotContain("secret");
    app.close();
  }

  private static Fastjava failing(ReplyAdapter adapter, OutputStream log) {
    return Fastjava.create(
            o -> o.replyAdapter(adapter).loggerOptions(l -> l.level(LogLevel.ERROR).stream(log)))
        .get(
            "/it",
            (request, reply) -> {
              throw HttpErrors.notFound("secret");
            });
  }

  private static final ReplyAdapter BROKEN_MESSAGE =
      new ReplyAdapter() {
        @Override
        public @Nullable String message(Throwable error, Request request, Reply reply) {
          throw new IllegalStateException("adapter broken");
        }
      };

  private static final ReplyAdapter BROKEN_DESCRIPTION =
      new ReplyAdapter() {
        @Override
        public @Nullable HttpException describe(Throwable error) {
          throw new IllegalStateException("adapter broken");
        }
      };

  @Test
  void anAdapterThatThrowsIsAnErrorThatTellsNothing() {
    for (ReplyAdapter adapter : List.of(BROKEN_MESSAGE, BROKEN_DESCRIPTION)) {
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      try (Fastjava app = failing(adapter, log)) {
        assertThat(app.inject("/it"))
            .hasStatus(500)
            .hasBody(
                "{\"statusCode\":500,\"error\":\"Internal Server Error\","
                    + "\"message\":\"Internal Server Error\"}");
      }
      Assertions.assertThat(log.toString(StandardCharsets.UTF_8))
          .containsOnlyOnce("\"adapter broken\"");
    }
  }
}
