package dev.fastjava.logging;

import dev.fastjava.schema.Utf8Output;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Encodes a line on the thread that logs and hands the bytes to a sink. */
final class LineLogger implements Logger {
  private static final int EXPECTED_FIELDS_BYTES = 256;
  private static final byte[] NO_BINDINGS = new byte[0];

  private final LineEncoder encoder;
  private final LineSink sink;
  private final byte[] bindings;
  private final Map<String, LogSerializer> serializers;
  private final @Nullable RedactionNode redaction;
  private final String messagePrefix;
  private final boolean owner;
  private final String messageKey;
  private volatile Threshold threshold;
  private volatile boolean followsParent;

  private LineLogger(
      LineEncoder encoder,
      LineSink sink,
      byte[] bindings,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction,
      String messagePrefix,
      String messageKey,
      boolean owner,
      Threshold threshold,
      boolean followsParent) {
    this.encoder = encoder;
    this.sink = sink;
    this.bindings = bindings;
    this.serializers = serializers;
    this.redaction = redaction;
    this.messagePrefix = messagePrefix;
    this.owner = owner;
    this.messageKey = messageKey;
    this.threshold = threshold;
    this.followsParent = followsParent;
  }

  static LineLogger create(LoggerOptions options) {
    LineOutput output = LineOutput.of(options);
    LineEncoder encoder =
        options.format() == LogFormat.PRETTY
            ? new PrettyLineEncoder(options)
            : new JsonLineEncoder(options);
    Map<String, LogSerializer> serializers = new LinkedHashMap<>();
    serializers.put(LogSerializers.ERROR, LogSerializers.error());
    serializers.putAll(options.serializers());
    RedactionNode redaction = compiled(options.redaction());
    byte[] base = encoder.encodeBindings(NO_BINDINGS, baseFields(options), serializers, redaction);
    LineSink sink =
        options.synchronous()
            ? new DirectSink(output, lossNotice(encoder, base))
            : BackgroundSink.start(output, options.queueCapacity(), lossNotice(encoder, base));
    return new LineLogger(
        encoder,
        sink,
        base,
        Collections.unmodifiableMap(serializers),
        redaction,
        options.messagePrefix(),
        options.messageKey(),
        true,
        new Threshold(options.level()),
        false);
  }

  @Override
  public LogLevel level() {
    return threshold.level();
  }

  @Override
  public void setLevel(LogLevel level) {
    if (followsParent) {
      threshold = new Threshold(level);
      followsParent = false;
    } else {
      threshold.set(level);
    }
  }

  @Override
  public boolean isLevelEnabled(LogLevel level) {
    return threshold.admits(level);
  }

  @Override
  public Map<String, LogSerializer> serializers() {
    return serializers;
  }

  @Override
  public Logger child(Map<String, ?> childBindings, ChildOptions options) {
    Map<String, LogSerializer> childSerializers = serializers;
    if (!options.serializers().isEmpty()) {
      childSerializers = new LinkedHashMap<>(serializers);
      childSerializers.putAll(options.serializers());
    }
    RedactionNode childRedaction =
        options.redaction() == null ? redaction : compiled(options.redaction());
    String prefix = options.messagePrefix();
    LogLevel level = options.level();
    return new LineLogger(
        encoder,
        sink,
        bindings(childBindings, childSerializers, childRedaction),
        childSerializers,
        childRedaction,
        prefix == null ? messagePrefix : messagePrefix + prefix,
        messageKey,
        false,
        level == null ? threshold : new Threshold(level),
        level == null);
  }

  @Override
  public void log(
      LogLevel level, Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    if (!isLevelEnabled(level)) {
      return;
    }
    Utf8Output line = new Utf8Output(bindings.length + EXPECTED_FIELDS_BYTES, 0);
    try {
      encode(line, level, fields, format, args);
    } catch (Throwable failure) {
      // Code of the application may throw anything: the request must not fail for its log line.
      LogEntry rest = LogEntry.broken(format, messagePrefix, failure);
      line = new Utf8Output(bindings.length + EXPECTED_FIELDS_BYTES, 0);
      encoder.write(line, level, bindings, rest.fields(), rest.message(), Map.of(), null);
    }
    sink.write(line.array(), line.size());
    if (level == LogLevel.FATAL) {
      sink.flush();
    }
  }

  @Override
  public void flush() {
    sink.flush();
  }

  @Override
  public void close() {
    if (owner) {
      sink.close();
    }
  }

  private byte[] bindings(
      Map<String, ?> added,
      Map<String, LogSerializer> childSerializers,
      @Nullable RedactionNode childRedaction) {
    try {
      return encoder.encodeBindings(bindings, added, childSerializers, childRedaction);
    } catch (Throwable failure) {
      Map<String, ?> note = LogEntry.broken(null, "", failure).fields();
      return encoder.encodeBindings(bindings, note, Map.of(), null);
    }
  }

  private void encode(
      Utf8Output line,
      LogLevel level,
      Map<String, ?> fields,
      @Nullable String format,
      @Nullable Object[] args) {
    LogEntry entry = LogEntry.of(fields, format, args, messagePrefix, messageKey, redaction);
    encoder.write(line, level, bindings, entry.fields(), entry.message(), serializers, redaction);
  }

  private static @Nullable RedactionNode compiled(@Nullable Redaction redaction) {
    return redaction == null || redaction.paths().isEmpty()
        ? null
        : RedactionNode.compile(redaction);
  }

  private static Map<String, ? extends @Nullable Object> baseFields(LoggerOptions options) {
    Map<String, @Nullable Object> base = options.base();
    if (base != null) {
      return base;
    }
    return options.format() == LogFormat.PRETTY ? Map.of() : ProcessIdentity.fields();
  }

  private static LongFunction<byte[]> lossNotice(LineEncoder encoder, byte[] base) {
    return count -> {
      Utf8Output line = new Utf8Output();
      String message = count + " log lines were lost, their destination was too slow or failed";
      encoder.write(line, LogLevel.WARN, base, Map.of(), message, Map.of(), null);
      return line.toByteArray();
    };
  }
}
