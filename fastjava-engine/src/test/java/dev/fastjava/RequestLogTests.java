package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.logging.LogLevel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The lines about requests, and that a request is served whatever its logging does. */
class RequestLogTests {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Fastjava app(Consumer<FastjavaOptions.Builder> more) {
    return Fastjava.create(
        options -> {
          options.loggerOptions(l -> l.stream(bytes).synchronous(true).base(Map.of()));
          more.accept(options);
        });
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void requestLinesCanBeSwitchedOff() {
    try (Fastjava app = app(o -> o.disableRequestLogging(true))) {
      app.get("/", (request, reply) -> "x");
      app.get(
          "/error",
          (request, reply) -> {
            request.log().info("mine");
            throw new IllegalStateException("broken");
          });
      app.inject("/");
      app.inject("/error");
      app.inject("/missing");
    }
    assertThat(lines()).hasSize(1).first().asString().contains("mine");
  }

  @Test
  void someRequestsCanBeLeftOut() {
    try (Fastjava app = app(o -> o.disableRequestLogging(raw -> raw.url().equals("/health")))) {
      app.get("/health", (request, reply) -> "up");
      app.get("/", (request, reply) -> "x");
      app.inject("/health");
      app.inject("/");
    }
    assertThat(lines()).isNotEmpty().noneMatch(line -> line.contains("/health"));
  }

  @Test
  void aDecisionThatFailsIsToldAndTheRequestServed() {
    try (Fastjava app =
        app(
            o ->
                o.disableRequestLogging(
                    raw -> {
                      throw new IllegalStateException("undecided");
                    }))) {
      app.get("/", (request, reply) -> "x");
      assertThat(app.inject("/").body()).isEqualTo("x");
    }
    assertThat(lines())
        .anyMatch(line -> line.contains("\"msg\":\"disableRequestLogging failed\""))
        .anyMatch(line -> line.contains("incoming request"));
  }

  @Test
  void aFactoryThatFailsIsToldAndTheRequestServedWithTheDefaultLogger() {
    try (Fastjava app =
        app(
            o ->
                o.childLoggerFactory(
                    (logger, bindings, options, raw) -> {
                      throw new IllegalStateException("no logger");
                    }))) {
      app.get("/", (request, reply) -> "x");
      assertThat(app.inject("/").body()).isEqualTo("x");
    }
    assertThat(lines())
        .anyMatch(line -> line.contains("childLoggerFactory failed") && line.contains("no logger"))
        .anyMatch(line -> line.contains("\"reqId\":\"req-1\"") && line.contains("incoming"));
  }

  @Test
  @SuppressWarnings("NullAway") // what untyped callers do
  void aFactoryThatMakesNothingIsTold() {
    try (Fastjava app = app(o -> o.childLoggerFactory((logger, bindings, options, raw) -> null))) {
      app.get("/", (request, reply) -> "x");
      assertThat(app.inject("/").body()).isEqualTo("x");
    }
    assertThat(lines()).anyMatch(line -> line.contains("FST_ERR_LOG_INVALID_LOGGER"));
  }

  @Test
  void aLoggerThatThrowsDoesNotHoldARequestUp() {
    try (Fastjava app = Fastjava.create(o -> o.loggerInstance(new ThrowingLogger()))) {
      app.get("/", (request, reply) -> "x");
      assertThat(app.inject("/").statusCode()).isEqualTo(500);
    }
  }

  @Test
  void aLevelThatIsOffMakesNoLoggersAndMayBeSwitchedOnWhileServing() {
    try (Fastjava app = app(o -> {})) {
      app.get("/", (request, reply) -> "x");
      app.get("/debug", route -> route.logLevel(LogLevel.INFO), (request, reply) -> "x");
      app.log().setLevel(LogLevel.WARN);
      app.inject("/");
      assertThat(lines()).isEmpty();
      app.inject("/debug");
      assertThat(lines()).as("a route with a level of its own").isNotEmpty();
      bytes.reset();
      app.log().setLevel(LogLevel.INFO);
      app.inject("/");
      assertThat(lines()).anyMatch(line -> line.contains("incoming request"));
    }
  }

  @Test
  void aLevelSetForOneRequestHolds() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    try (Fastjava app = app(o -> {})) {
      app.addRequestListener(
          new RequestListener() {
            @Override
            public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
              over.countDown();
            }
          });
      app.onRequest((request, reply) -> request.log().setLevel(LogLevel.INFO));
      app.get("/", (request, reply) -> "x");
      app.log().setLevel(LogLevel.WARN);
      app.inject("/");
      assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(lines()).anyMatch(line -> line.contains("request completed"));
  }

  /** A logger of the application's own with a defect. */
  private static final class ThrowingLogger implements dev.fastjava.logging.Logger {
    @Override
    public dev.fastjava.logging.LogLevel level() {
      return dev.fastjava.logging.LogLevel.INFO;
    }

    @Override
    public void setLevel(dev.fastjava.logging.LogLevel level) {}

    @Override
    public dev.fastjava.logging.Logger child(
        Map<String, ?> bindings, dev.fastjava.logging.ChildOptions options) {
      return this;
    }

    @Override
    public void log(
        dev.fastjava.logging.LogLevel level,
        Map<String, ?> fields,
        @Nullable String format,
        @Nullable Object... args) {
      throw new IllegalStateException("logger");
    }
  }
}
