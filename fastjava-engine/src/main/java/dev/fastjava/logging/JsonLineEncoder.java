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
      Utf8Output out,
      LogLevel level,
      byte[] bindings,
      Map<String, ? extends @Nullable Object> fields,
      @Nullable String message,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction) {
    out.writeBytes(heads.getOrDefault(level, NO_BYTES));
    writeTime(out);
    out.writeBytes(bindings);
    if (!fields.isEmpty()) {
      writeBindings(out, fields, serializers, redaction);
    }
    if (message != null) {
      writeMessage(out, message, serializers, redaction);
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

  private void writeMessage(
      Utf8Output out,
      String message,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction) {
    if (redaction == null && !serializers.containsKey(messageKey)) {
      out.writeBytes(messageName);
      LogText.writeJson(out, message);
    } else {
      writeField(out, messageKey, message, serializers, redaction);
    }
  }

  @Override
  public void writeBindings(
      Utf8Output out,
      Map<String, ? extends @Nullable Object> fields,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction) {
    for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
      if (out.size() > JsonValues.MAX_BYTES) {
        break;
      }
      // Maps reach us from untyped code too: a key may be any object, even null.
      writeField(out, LogValues.textOf(field.getKey()), field.getValue(), serializers, redaction);
    }
  }

  private static void writeField(
      Utf8Output out,
      String key,
      @Nullable Object given,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction) {
    LoggedValue field = LoggedValue.of(key, given, serializers, redaction);
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
