package dev.fastjava.internal.lifecycle;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server under test has logged. */
final class LogLines {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Options of a server that logs here. */
  FastjavaOptions.Builder into(FastjavaOptions.Builder options, String level) {
    OutputStream out = bytes;
    return options.loggerOptions(l -> l.level(LogLevel.of(level)).stream(out));
  }

  /** The lines of a level and worse. */
  List<JsonNode> from(int level) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonMapper.shared().readTree(line))
        .filter(line -> line.get("level").asInt() >= level)
        .toList();
  }

  /** The messages of warnings and errors, those of their error where they have no own. */
  List<String> warnings() {
    return from(40).stream()
        .map(line -> line.has("msg") ? line.get("msg").asString() : message(line))
        .toList();
  }

  private static String message(JsonNode line) {
    return line.path("err").path("message").asString("");
  }

  /** The messages of warnings and errors, when there is one: it may be later than the reply. */
  List<String> awaitWarnings() {
    return Eventually.eventually("a warning", this::warnings, each -> !each.isEmpty());
  }
}
