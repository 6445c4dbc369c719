package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.error.HttpErrors;
import dev.fastjava.logging.Logger;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who decides about the lines that the framework logs about requests. */
class LogControllerTests {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Fastjava app(LogController controller, Consumer<FastjavaOptions.Builder> more) {
    Fastjava app =
        Fastjava.create(
            o -> {
              o.loggerOptions(l -> l.stream(bytes).synchronous(true).base(Map.of()));
              o.logController(controller);
              more.accept(o);
            });
    app.get("/", (request, reply) -> "up");
    app.get(
        "/failing",
        (request, reply) -> {
          throw HttpErrors.serviceUnavailable("not now");
        });
    return app;
  }

  private String lines() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Notes what it is asked, and leaves the lines as they are or drops them. */
  private static final class Noting implements LogController {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final boolean writing;

    Noting(boolean writing) {
      this.writing = writing;
    }

    private void ask(String what, Runnable line) {
      asked.add(what);
      if (writing) {
        line.run();
      }
    }

    @Override
    public void incomingRequest(Request request, Reply reply, Runnable line) {
      ask("incoming " + request.url(), line);
    }

    @Override
    public void requestCompleted(
        @Nullable Throwable error, Request request, Reply reply, Runnable line) {
      ask("completed " + reply.statusCode(), line);
    }

    @Override
    public void defaultErrorLog(Throwable error, Request request, Reply reply, Runnable line) {
      ask("error " + error.getMessage(), line);
    }

    @Override
    public void routeNotFound(Request request, Reply reply, Runnable line) {
      ask("not found " + request.url(), line);
    }

    @Override
    public void serializerError(Throwable error, Request request, Reply reply, Runnable line) {
      ask("serializer " + reply.statusCode(), line);
    }

    @Override
    public void serviceUnavailable(Logger logger, Fastjava server, Runnable line) {
      ask("unavailable", line);
    }
  }

  private static void requests(Fastjava app) {
    assertThat(app.inject("/").statusCode()).isEqualTo(200);
    assertThat(app.inject("/failing").statusCode()).isEqualTo(503);
    assertThat(app.inject("/none").statusCode()).isEqualTo(404);
  }

  private static final String[] ALL = {
    "incoming /",
    "completed 200",
    "incoming /failing",
    "error not now",
    "completed 503",
    "incoming /none",
    "not found /none",
    "completed 404"
  };

  @Test
  void isAskedForEachLineAndMayLetItBeWritten() {
    Noting controller = new Noting(true);
    try (Fastjava app = app(controller, o -> {})) {
      requests(app);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () -> assertThat(controller.asked).containsExactlyInAnyOrder(ALL));
      assertThat(lines())
          .contains(
              "incoming request", "request completed", "not now", "Route GET:/none not found");
    }
  }

  @Test
  void whatItDoesNotLetBeWrittenIsNot() {
    Noting controller = new Noting(false);
    try (Fastjava app = app(controller, o -> {})) {
      requests(app);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () -> assertThat(controller.asked).containsExactlyInAnyOrder(ALL));
      assertThat(lines()).isEmpty();
    }
  }

  @Test
  void whatItDoesNotDecideAboutIsLoggedAsEver() {
    LogController quiet =
        new LogController() {
          @Override
          public void incomingRequest(Request request, Reply reply, Runnable line) {
            request.log().warn("%s arrives", request.url());
          }
        };
    try (Fastjava app = app(quiet, o -> {})) {
      assertThat(app.inject("/").statusCode()).isEqualTo(200);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () -> assertThat(lines()).contains("\"msg\":\"/ arrives\"", "request completed"));
      assertThat(lines()).doesNotContain("incoming request").contains("\"reqId\":\"req-1\"");
    }
  }

  @Test
  void requestsThatAreNotLoggedAreNoneOfItsBusiness() {
    Noting controller = new Noting(true);
    try (Fastjava app =
        app(controller, o -> o.disableRequestLogging(raw -> raw.url().equals("/")))) {
      requests(app);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () ->
              assertThat(controller.asked)
                  .contains("completed 404")
                  .contains("completed 503")
                  .doesNotContain("incoming /", "completed 200"));
    }
  }

  @Test
  void isAskedWithoutALoggerToo() {
    Noting controller = new Noting(true);
    try (Fastjava app = Fastjava.create(o -> o.logController(controller))) {
      app.get("/", (request, reply) -> "up");
      assertThat(app.inject("/").statusCode()).isEqualTo(200);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () -> assertThat(controller.asked).containsExactly("incoming /", "completed 200"));
    }
  }

  @Test
  void oneThatFailsIsLoggedAndTheRequestGoesOn() {
    LogController broken =
        new LogController() {
          @Override
          public void incomingRequest(Request request, Reply reply, Runnable line) {
            throw new IllegalStateException("broken controller");
          }
        };
    try (Fastjava app = app(broken, o -> {})) {
      assertThat(app.inject("/").body()).isEqualTo("up");
      assertThat(lines()).contains("logController failed", "broken controller");
    }
  }
}
