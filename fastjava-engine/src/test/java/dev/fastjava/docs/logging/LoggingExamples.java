package dev.fastjava.docs.logging;

import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.LogController;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.logging.LogFormat;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.Logger;
import dev.fastjava.logging.LoggerOptions;
import dev.fastjava.logging.Redaction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The examples of docs/Logging.md, compiled; {@link LoggingPageTests} compares them. */
@SuppressWarnings({"unused", "UnusedVariable", "UnusedMethod", "MustBeClosedChecker"})
final class LoggingExamples {
  private LoggingExamples() {}

  record User(int id) {}

  static final class EventRoutes implements Plugin {
    @Override
    public void register(Fastjava app, PluginOptions options) {}
  }

  private static String lastFour(Object value) {
    String text = String.valueOf(value);
    return text.substring(Math.max(0, text.length() - 4));
  }

  private static String describe() {
    return "fine";
  }

  static void example1() {
    // Level info, JSON lines, the standard output.
    Fastjava app = Fastjava.create(o -> o.logger(true));
  }

  static void example2() {
    LoggerOptions logging =
        LoggerOptions.of(
            l ->
                l.level(LogLevel.DEBUG)
                    .file(Path.of("/var/log/shop.log"))
                    .redact("req.headers.authorization"));
    Fastjava app = Fastjava.create(o -> o.loggerOptions(logging));
  }

  static Fastjava environments(String environment) {
    Map<String, Consumer<FastjavaOptions.Builder>> logging =
        Map.of(
            "development",
            o -> o.loggerOptions(l -> l.format(LogFormat.PRETTY)),
            "production",
            o -> o.logger(true),
            "test",
            o -> o.logger(false));
    Fastjava app = Fastjava.create(logging.getOrDefault(environment, o -> o.logger(true)));
    return app;
  }

  static void example4() {
    Fastjava app = Fastjava.create(o -> o.logger(true).disableRequestLogging(true));
  }

  static void example5() {
    Fastjava app =
        Fastjava.create(
            o -> o.logger(true).disableRequestLogging(raw -> raw.url().startsWith("/health")));
  }

  static class QuietArrivals implements LogController {
    @Override
    public void incomingRequest(Request request, Reply reply, Runnable line) {
      request.log().debug("%s arrives", request.url()); // in place of the line
    }

    @Override
    public void requestCompleted(
        @Nullable Throwable error, Request request, Reply reply, Runnable line) {
      if (reply.elapsedTime() > 100 || error != null) {
        line.run();
      }
    }
  }

  static void controlled() {
    Fastjava app = Fastjava.create(o -> o.logger(true).logController(new QuietArrivals()));
  }

  static void writingLines(Logger log, String name, Object order, Exception exception, int id) {
    // A text, and a text with values.
    log.info("ready");
    log.info("took %d ms for %s", 12, name);
    // Fields, with a text and alone.
    log.warn(Map.of("order", 7, "left", 0), "out of stock");
    log.info(Map.of("order", order));
    // An error, whose message is the text, and an error with a text.
    log.error(exception);
    log.error(exception, "order %d failed", id);
  }

  static void example7(Logger log) {
    if (log.isLevelEnabled(LogLevel.DEBUG)) {
      log.debug(Map.of("state", describe()));
    }
  }

  static void example8(Fastjava app) {
    app.get("/health", route -> route.logLevel(LogLevel.WARN), (request, reply) -> "up");
    app.register(new EventRoutes(), o -> o.prefix("/events").logLevel(LogLevel.DEBUG));
  }

  static void childLoggers(Fastjava app) {
    Logger jobs = app.log().child(Map.of("module", "jobs"));
    Logger quiet =
        app.log()
            .child(
                Map.of("module", "import"), c -> c.level(LogLevel.WARN).messagePrefix("[import] "));
  }

  static void example10(Fastjava app) {
    app.setChildLoggerFactory(
        (logger, bindings, options, raw) -> {
          Map<String, Object> all = new LinkedHashMap<>(bindings);
          all.put("tenant", Objects.requireNonNullElse(raw.header("x-tenant"), "none"));
          return logger.child(all, options);
        });
  }

  static void example11() {
    LoggerOptions logging =
        LoggerOptions.of(
            l ->
                l.serializer(
                        "req",
                        value ->
                            value instanceof Request request
                                ? Map.of(
                                    "method",
                                    request.method(),
                                    "headers",
                                    request.headers().asMap())
                                : value)
                    .serializer("user", value -> value instanceof User user ? user.id() : value));
  }

  static void example12(Fastjava app) {
    app.preHandler(
        (request, reply) -> {
          if (request.body() != null) {
            request.log().info(Map.of("body", request.body()), "parsed body");
          }
        });
  }

  static void example13() {
    LoggerOptions logging =
        LoggerOptions.of(
            l ->
                l.redact(
                    "req.headers.authorization",
                    "*.password",
                    "users[*].name",
                    "headers[\"x-key\"]"));
  }

  static void example14() {
    Redaction stars = Redaction.of("card.number").withCensor("***");
    Redaction digits = Redaction.of("card.number").withCensor((value, path) -> lastFour(value));
    // The key goes, too.
    Redaction gone = Redaction.of("card.number").removing();
  }

  static void example15() {
    LoggerOptions logging = LoggerOptions.of(l -> l.format(LogFormat.PRETTY));
  }

  static void example16() {
    Logger shop = Logger.slf4j(LoggerFactory.getLogger("shop"));
    Fastjava app = Fastjava.create(o -> o.loggerInstance(shop));
  }

  static void example17(Fastjava app) {
    app.addRequestListener(RequestListener.mdc("reqId"));
  }
}
