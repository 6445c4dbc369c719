package dev.fastjava.logging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.fastjava.schema.Utf8Output;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines for a person: local time, level, message, then the bindings and fields as {@code
 * key=value}. The stack of an error follows on lines of its own. Everything but the first line is
 * indented, so that no text can pass for another entry.
 */
final class PrettyLineEncoder implements LineEncoder {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final String INDENT = "    ";
  private static final byte[] RESET = "\u001b[39m".getBytes(US_ASCII);
  private static final byte[] GRAY = "\u001b[90m".getBytes(US_ASCII);
  private static final byte[] CYAN = "\u001b[36m".getBytes(US_ASCII);

  private final ZoneId zone = ZoneId.systemDefault();
  private final boolean colored;

  PrettyLineEncoder(LoggerOptions options) {
    Boolean wanted = options.colored();
    boolean standardOutput = options.stream() == null && options.file() == null;
    this.colored = wanted == null ? standardOutput && Terminal.showsColors() : wanted;
  }

  @Override
  public void writeBindings(
      Utf8Output out, Map<String, ? extends @Nullable Object> bindings, FieldRules rules) {
    bindings.forEach((key, value) -> writeField(out, key, value, rules));
  }

  @Override
  public void write(
      Utf8Output out, LogLevel level, byte[] bindings, LogEntry entry, FieldRules rules) {
    color(out, GRAY);
    out.writeAscii(TIME.format(LocalTime.now(zone)));
    color(out, colorOf(level));
    out.writeByte(' ');
    out.writeAscii(level.name());
    if (level.name().length() == 4) {
      out.writeByte(' ');
    }
    color(out, RESET);
    if (entry.message() != null) {
      out.writeByte(' ');
      LogText.writePretty(out, entry.message(), INDENT);
    }
    out.writeBytes(bindings);
    String stack = writeFields(out, entry.fields(), rules);
    out.writeByte('\n');
    if (stack != null) {
      out.writeAscii(INDENT);
      LogText.writePretty(out, stack, INDENT);
      out.writeByte('\n');
    }
  }

  /** Writes the fields and returns the stack of the error among them, or null. */
  private @Nullable String writeFields(
      Utf8Output out, Map<String, ? extends @Nullable Object> fields, FieldRules rules) {
    FieldRules serialized = rules.afterSerializers();
    String stack = null;
    for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
      if (out.size() > JsonValues.MAX_BYTES) {
        break;
      }
      String key = LogValues.textOf(field.getKey());
      Object value = LogValues.serialized(rules.serializers().get(key), field.getValue());
      if (key.equals(LogSerializers.ERROR)
          && rules.redaction() == null
          && field.getValue() instanceof Throwable
          && value instanceof Map<?, ?> error
          && error.get("stack") instanceof String text) {
        stack = text;
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>(error);
        rest.remove("stack");
        value = rest;
      }
      writeField(out, key, value, serialized);
    }
    return stack;
  }

  private void writeField(Utf8Output out, String key, @Nullable Object given, FieldRules rules) {
    LoggedValue field = LoggedValue.of(key, given, rules);
    if (field == null) {
      return;
    }
    out.writeByte(' ');
    color(out, CYAN);
    LogText.writePretty(out, LogText.oneLine(key), INDENT);
    color(out, RESET);
    out.writeByte('=');
    field.write(out);
  }

  private void color(Utf8Output out, byte[] sequence) {
    if (colored) {
      out.writeBytes(sequence);
    }
  }

  private static byte[] colorOf(LogLevel level) {
    String code =
        switch (level) {
          case TRACE -> "90";
          case DEBUG -> "34";
          case INFO -> "32";
          case WARN -> "33";
          case ERROR, FATAL, SILENT -> "31";
        };
    return ("\u001b[" + code + "m").getBytes(US_ASCII);
  }
}
