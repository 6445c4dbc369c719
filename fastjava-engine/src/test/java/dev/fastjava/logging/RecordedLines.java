package dev.fastjava.logging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A logger whose lines are kept, as text and as parsed JSON without the time. */
final class RecordedLines {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  final Logger log;

  RecordedLines() {
    this(options -> {});
  }

  RecordedLines(Consumer<LoggerOptions.Builder> more) {
    this.log =
        Logger.create(
            options -> {
              options.stream(bytes).synchronous(true).base(Map.of()).level(LogLevel.TRACE);
              more.accept(options);
            });
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return text().lines().toList();
  }

  String lastText() {
    List<String> lines = lines();
    return lines.get(lines.size() - 1);
  }

  List<Map<String, Object>> all() {
    return lines().stream().map(RecordedLines::parsed).toList();
  }

  Map<String, Object> last() {
    return parsed(lastText());
  }

  private static Map<String, Object> parsed(String line) {
    Map<String, Object> parsed = MAPPER.readValue(line, new TypeReference<>() {});
    parsed.remove("time");
    return parsed;
  }
}
