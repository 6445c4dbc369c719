package dev.fastjava.spring.boot.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.logging.structured.JsonWriterStructuredLogFormatter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Writes log lines with pino's keys: {@code level} as a number, {@code time} in milliseconds,
 * {@code pid}, {@code hostname}, {@code name} the logger, the fields of the MDC and of the line,
 * {@code err} with type, message and stack, {@code msg}. A field takes the place of a key before
 * it. Named in {@code logging.structured.format.console} or {@code .file}; the properties {@code
 * logging.structured.json.*} apply.
 *
 * <p>Reference: Logging.
 */
public final class PinoLogFormatter extends JsonWriterStructuredLogFormatter<ILoggingEvent> {

  /**
   * Made by Boot.
   *
   * @param customizers make what {@code logging.structured.json.*} asks for
   */
  public PinoLogFormatter(StructuredLoggingJsonMembersCustomizer.Builder<?> customizers) {
    this(ProcessHandle.current().pid(), hostname(), customizers);
  }

  PinoLogFormatter(
      long pid, String hostname, StructuredLoggingJsonMembersCustomizer.Builder<?> customizers) {
    super(
        members -> members.addMapEntries(event -> fields(event, pid, hostname)),
        customizers.nested().build());
  }

  private static Map<String, @Nullable Object> fields(
      ILoggingEvent event, long pid, String hostname) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("level", level(event).number());
    fields.put("time", event.getTimeStamp());
    fields.put("pid", pid);
    fields.put("hostname", hostname);
    fields.put("name", event.getLoggerName());
    fields.putAll(event.getMDCPropertyMap());
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> fields.put(pair.key, pair.value));
    }
    IThrowableProxy error = event.getThrowableProxy();
    if (error != null) {
      fields.put(LogSerializers.ERROR, describe(error));
    }
    fields.put("msg", event.getFormattedMessage());
    return fields;
  }

  private static LogLevel level(ILoggingEvent event) {
    List<Marker> markers = event.getMarkerList();
    if (markers != null && markers.stream().anyMatch(marker -> marker.contains("FATAL"))) {
      return LogLevel.FATAL;
    }
    return switch (event.getLevel().toInt()) {
      case Level.TRACE_INT -> LogLevel.TRACE;
      case Level.DEBUG_INT -> LogLevel.DEBUG;
      case Level.WARN_INT -> LogLevel.WARN;
      case Level.ERROR_INT -> LogLevel.ERROR;
      default -> LogLevel.INFO;
    };
  }

  private static @Nullable Object describe(IThrowableProxy error) {
    if (error instanceof ThrowableProxy proxy) {
      try {
        return LogSerializers.error().serialize(proxy.getThrowable());
      } catch (Exception failure) {
        // Its message or its properties failed: the proxy has copied what there is.
        return copy(error);
      }
    }
    return copy(error);
  }

  private static Map<String, @Nullable Object> copy(IThrowableProxy error) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("type", error.getClassName());
    fields.put("message", error.getMessage());
    fields.put("stack", ThrowableProxyUtil.asString(error));
    return fields;
  }

  /** The variable spares a lookup that may take seconds on a machine with a broken resolver. */
  private static String hostname() {
    String name = System.getenv("HOSTNAME");
    if (name != null && !name.isEmpty()) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unknown) {
      return "localhost";
    }
  }
}
