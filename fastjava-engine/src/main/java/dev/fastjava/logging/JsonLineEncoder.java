package dev.fastjava.logging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.fastjava.schema.Utf8Output;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line: level, time, bindings, fields, message. A key that is given twice is
 * written twice; readers take the last one, which is the one of the line itself.
 */
final class JsonLineEncoder implements LineEncoder {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final byte[] NO_BYTES = new byte[0];
  private static final byte[] END = "}\n".getBytes(US_ASCII);

  private final LogTimestamp timestamp;
  private final String messageKey;
  private final byte[] messageName;
  private final Map<LogLevel, byte[]> heads = new EnumMap<>(LogLevel.class);

  JsonLineEncoder(LoggerOptions options) {
    this.timestamp = options.timestamp();
    this.messageKey = options.messageKey();
    this.messageName = name(messageKey);
    for (LogLevel level : LogLevel.values()) {
      String value =
          options.levelLabels() ? '"' + level.label() + '"' : Integer.toString(level.number());
      String time =
          switch (timestamp) {
            case EPOCH_MILLIS -> ",\"time\":";
            case ISO -> ",\"time\":\"";
            case NONE -> "";
          };
      heads.put(level, ("{\"level\":" + value + time).getBytes(US_ASCII));
    }
  }

  @Override
  public void write(
      Utf8Output out, LogLevel level, byte[] bindings, LogEntry entry, FieldRules rules) {
    out.writeBytes(heads.getOrDefault(level, NO_BYTES));
    writeTime(out);
    out.writeBytes(bindings);
    if (!entry.fields().isEmpty()) {
      writeBindings(out, entry.fields(), rules);
    }
    if (entry.message() != null) {
      writeMessage(out, entry.message(), rules);
    }
    out.writeBytes(END);
  }

  private void writeTime(Utf8Output out) {
    switch (timestamp) {
      case EPOCH_MILLIS -> out.writeLong(System.currentTimeMillis());
      case ISO -> {
        out.writeAscii(ISO.format(Instant.now()));
        out.writeByte('"');
      }
      case NONE -> {}
    }
  }

  private void writeMessage(Utf8Output out, String message, FieldRules rules) {
    if (rules.redaction() == null && !rules.serializers().containsKey(messageKey)) {
      out.writeBytes(messageName);
      LogText.writeJson(out, message);
    } else {
      writeField(out, messageKey, message, rules);
    }
  }

  @Override
  public void writeBindings(
      Utf8Output out, Map<String, ? extends @Nullable Object> fields, FieldRules rules) {
    for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
      if (out.size() > JsonValues.MAX_BYTES) {
        break;
      }
      // Maps reach us from untyped code too: a key may be any object, even null.
      writeField(out, LogValues.textOf(field.getKey()), field.getValue(), rules);
    }
  }

  private static void writeField(
      Utf8Output out, String key, @Nullable Object given, FieldRules rules) {
    LoggedValue field = LoggedValue.of(key, given, rules);
    if (field != null) {
      out.writeByte(',');
      LogText.writeJson(out, key);
      out.writeByte(':');
      field.write(out);
    }
  }

  private static byte[] name(String key) {
    Utf8Output out = new Utf8Output(key.length() + 4, 0);
    out.writeByte(',');
    LogText.writeJson(out, key);
    out.writeByte(':');
    return out.toByteArray();
  }
}
