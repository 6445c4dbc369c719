package dev.fastjava.spring.boot.accesslog;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.boot.json.JsonWriter;

/** Lines of fields, with the names of the server's own log where that has them. */
final class AccessLogFields {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  /** What a field has; null for nothing, and then it is left out. */
  @FunctionalInterface
  private interface Value {
    @Nullable Object of(AccessLogEntry entry);
  }

  private static final Map<String, Value> COMMON = new LinkedHashMap<>();
  private static final Map<String, Value> OTHERS = new LinkedHashMap<>();

  static {
    COMMON.put("time", entry -> TIME.format(entry.time()));
    COMMON.put("reqId", entry -> entry.request().id());
    COMMON.put("remoteAddress", entry -> entry.request().ip());
    COMMON.put("method", entry -> entry.request().method());
    COMMON.put("url", entry -> entry.request().originalUrl());
    COMMON.put("route", AccessLogEntry::route);
    COMMON.put("protocol", AccessLogEntry::protocol);
    COMMON.put("statusCode", AccessLogEntry::status);
    COMMON.put("aborted", entry -> entry.aborted() ? true : null);
    COMMON.put("bytes", AccessLogEntry::bytes);
    COMMON.put("responseTime", entry -> entry.reply().elapsedTime());
    COMMON.put("referer", entry -> entry.request().raw().header("referer"));
    COMMON.put("userAgent", entry -> entry.request().raw().header("user-agent"));
    COMMON.put("traceId", entry -> MDC.get("traceId"));
    COMMON.put("spanId", entry -> MDC.get("spanId"));
    OTHERS.put("host", entry -> entry.request().host());
    OTHERS.put("scheme", entry -> entry.request().protocol());
    OTHERS.put("path", AccessLogEntry::path);
    OTHERS.put("query", entry -> entry.query().isEmpty() ? null : entry.query().substring(1));
    OTHERS.put("peerAddress", entry -> entry.request().raw().remoteAddress());
    OTHERS.put("thread", entry -> Thread.currentThread().getName());
  }

  private final Map<String, Value> fields = new LinkedHashMap<>();

  private AccessLogFields() {}

  static AccessLogFields of(List<String> names) {
    AccessLogFields chosen = new AccessLogFields();
    if (names.isEmpty()) {
      chosen.fields.putAll(COMMON);
    }
    names.forEach(chosen::add);
    return chosen;
  }

  private void add(String field) {
    Value known = COMMON.getOrDefault(field, OTHERS.get(field));
    int colon = field.indexOf(':');
    if (known != null) {
      fields.put(field, known);
    } else if (colon > 0 && colon + 1 < field.length()) {
      String name = field.substring(colon + 1);
      fields.put(name, of(field.substring(0, colon), name));
    } else {
      throw unknown(field);
    }
  }

  private static Value of(String kind, String name) {
    return switch (kind) {
      case "header" -> entry -> entry.request().raw().header(name);
      case "response-header" -> entry -> entry.reply().getHeader(name);
      case "mdc" -> entry -> MDC.get(name);
      default -> throw unknown(kind + ":" + name);
    };
  }

  private static AccessLogSyntaxException unknown(String field) {
    return new AccessLogSyntaxException(
        "fields",
        "there is no field '%s'; there are %s, %s, 'header:NAME', 'response-header:NAME' and"
                .formatted(field, COMMON.keySet(), OTHERS.keySet())
            + " 'mdc:KEY'");
  }

  AccessLogLine asJson() {
    JsonWriter<AccessLogEntry> writer =
        JsonWriter.of(
            members -> fields.forEach((name, value) -> members.add(name, value::of).whenNotNull()));
    return (logger, entry) -> logger.info(AccessLogText.jsonLine(writer.writeToString(entry)));
  }

  /** The message is short: the fields have all there is. */
  AccessLogLine asPairs() {
    return (logger, entry) -> {
      LoggingEventBuilder event = logger.atInfo();
      fields.forEach(
          (name, value) -> {
            Object own = value.of(entry);
            if (own != null) {
              LoggingEventBuilder unused =
                  event.addKeyValue(
                      name, own instanceof String text ? AccessLogText.oneLine(text) : own);
            }
          });
      StringBuilder message = new StringBuilder(100);
      AccessLogText.append(message, entry.request().method(), false);
      message.append(' ');
      AccessLogText.append(message, entry.path(), false);
      message.append(' ').append(entry.status() == null ? "-" : entry.status());
      event.log(message.toString());
    };
  }
}
