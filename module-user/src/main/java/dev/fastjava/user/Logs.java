package dev.fastjava.user;

import dev.fastjava.logging.ChildOptions;
import dev.fastjava.logging.DiagnosticContext;
import dev.fastjava.logging.LevelMethods;
import dev.fastjava.logging.LogFormat;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.logging.LogSerializers;
import dev.fastjava.logging.LogTimestamp;
import dev.fastjava.logging.LoggedProperties;
import dev.fastjava.logging.Logger;
import dev.fastjava.logging.LoggerOptions;
import dev.fastjava.logging.Redaction;
import java.io.OutputStream;
import java.util.Map;

/** The log of the shop. */
final class Logs {
  private Logs() {}

  static final LogSerializer CUSTOMER = value -> String.valueOf(value).charAt(0) + ".";

  static void configure(LoggerOptions.Builder options, OutputStream stream) {
    options.stream(stream)
        .format(LogFormat.JSON)
        .level(LogLevel.INFO)
        .timestamp(LogTimestamp.ISO)
        .synchronous(true)
        .redact(Redaction.of("password").removing())
        .serializer("customer", CUSTOMER)
        .serializer(LogSerializers.ERROR, LogSerializers.error());
  }

  static Logger logger(OutputStream stream) {
    LoggerOptions options = LoggerOptions.of(o -> configure(o, stream));
    ChildOptions child = ChildOptions.of(Logs::quiet);
    return Logger.create(options).child(Map.of("part", "shop"), child);
  }

  private static void quiet(ChildOptions.Builder options) {
    options.level(LogLevel.INFO);
  }

  static void sold(LevelMethods log, Order order) {
    Runnable restore = DiagnosticContext.put("customer", order.customer());
    try {
      log.info(Map.of("customer", order.customer()), "sold %d", order.id());
    } finally {
      restore.run();
    }
  }

  /** An error that tells the log more than clients. */
  static final class OutOfStock extends RuntimeException implements LoggedProperties {
    private static final long serialVersionUID = 1;

    OutOfStock() {
      super("out of stock");
    }

    @Override
    public Map<String, ?> loggedProperties() {
      return Map.of("stock", 0);
    }
  }
}
