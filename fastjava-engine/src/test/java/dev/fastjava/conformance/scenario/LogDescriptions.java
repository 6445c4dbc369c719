package dev.fastjava.conformance.scenario;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.logging.Logger;
import dev.fastjava.logging.LoggerOptions;
import dev.fastjava.logging.Redaction;
import dev.fastjava.spi.ChildLoggerFactory;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loggers, serializers of log keys and child logger factories, made of descriptions. */
final class LogDescriptions {
  private final Interpreter interpreter;

  LogDescriptions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Writes a line: a level, then a text, fields or an error with further values. */
  void write(Logger logger, List<?> levelAndValues, Frame frame) {
    LogLevel level = LogLevel.of((String) levelAndValues.get(0));
    List<@Nullable Object> values = new ArrayList<>();
    for (Object value : levelAndValues.subList(1, levelAndValues.size())) {
      values.add(interpreter.values().resolveOrNull(value, frame));
    }
    Object first = values.isEmpty() ? null : values.get(0);
    if (first instanceof Throwable error) {
      line(logger, level, Collections.singletonMap("err", error), values.subList(1, values.size()));
    } else if (Spec.isObject(first)) {
      line(logger, level, Spec.of(first).map(), values.subList(1, values.size()));
    } else {
      line(logger, level, Map.of(), values);
    }
  }

  private static void line(
      Logger logger, LogLevel level, Map<String, ?> fields, List<@Nullable Object> texts) {
    if (logger.isLevelEnabled(level)) {
      String format = texts.isEmpty() ? null : Kinds.text(texts.get(0));
      Object[] rest = texts.isEmpty() ? new Object[0] : texts.subList(1, texts.size()).toArray();
      logger.log(level, fields, format, rest);
    }
  }

  /** The options of a logger whose lines go into the journal. */
  LoggerOptions options(@Nullable Object spec) {
    return LoggerOptions.of(options -> options(spec, options.synchronous(true)));
  }

  private void options(@Nullable Object spec, LoggerOptions.Builder options) {
    if (spec instanceof Map<?, ?>) {
      describe(Spec.of(spec), options);
    }
    if (!Spec.isObject(spec) || !Spec.of(spec).has("file") || Spec.of(spec).has("stream")) {
      options.stream(new Lines(interpreter.journal()));
    }
  }

  private static void describe(Spec spec, LoggerOptions.Builder options) {
    if (spec.has("level")) {
      options.level(LogLevel.of(spec.text("level")));
    }
    if (spec.has("serializers")) {
      options.serializers(serializers(spec.object("serializers")));
    }
    if (spec.has("file")) {
      options.file(Path.of(spec.text("file")));
    }
    if (spec.get("redact") instanceof List<?>) {
      options.redact(spec.texts("redact").toArray(String[]::new));
    } else if (spec.has("redact")) {
      Spec redact = spec.object("redact");
      Redaction redaction = Redaction.of(redact.texts("paths"));
      if (redact.flag("remove")) {
        redaction = redaction.removing();
      } else if (redact.has("censor")) {
        redaction = redaction.withCensor(redact.get("censor"));
      }
      options.redact(redaction);
    }
  }

  /** The serializers of several keys. */
  static Map<String, LogSerializer> serializers(Spec spec) {
    Map<String, LogSerializer> serializers = new LinkedHashMap<>();
    spec.map().forEach((key, each) -> serializers.put(key, serializer(Spec.of(each))));
    return serializers;
  }

  private static LogSerializer serializer(Spec spec) {
    if (spec.has("pick")) {
      return value -> {
        Map<String, @Nullable Object> picked = new LinkedHashMap<>();
        spec.texts("pick").forEach(path -> picked.put(path, pick(value, path)));
        return picked;
      };
    }
    if (spec.has("prefix")) {
      return value -> spec.text("prefix") + Kinds.text(value);
    }
    return value -> spec.get("constant");
  }

  private static @Nullable Object pick(@Nullable Object value, String path) {
    List<String> keys = Arrays.asList(path.split("\\.", -1));
    try {
      if (value instanceof Request request) {
        return Echo.ofRequest(request, keys);
      }
      if (value instanceof Reply reply) {
        return Echo.value(path, new Frame().on(reply.request(), reply));
      }
    } catch (IllegalStateException unknownProperty) {
      return null;
    }
    return Kinds.dig(value, keys);
  }

  /** A child logger with some more bindings. */
  static ChildLoggerFactory childLoggers(Spec spec) {
    return (logger, bindings, options, request) -> {
      Map<String, @Nullable Object> all = new LinkedHashMap<>(bindings);
      all.putAll(spec.object("bindings").map());
      String header = spec.textOrNull("header");
      if (header != null) {
        all.put(header, request.headers().get(header));
      }
      return logger.child(all, options);
    };
  }

  /** Collects bytes into lines, and lines into the journal. */
  private static final class Lines extends OutputStream {
    private final Journal journal;
    private final StringBuilder rest = new StringBuilder();

    Lines(Journal journal) {
      this.journal = journal;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      // One character a byte: a line is decoded when it is whole.
      rest.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
      int end = rest.indexOf("\n");
      while (end >= 0) {
        String line = rest.substring(0, end);
        rest.delete(0, end + 1);
        journal.log(
            Json.read(
                new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
        end = rest.indexOf("\n");
      }
    }
  }
}
