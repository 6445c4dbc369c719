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

  /** What the bindings were made of, besides those of the parent; read when somebody asks. */
  private final Map<String, ? extends @Nullable Object> given;

  private final @Nullable LineLogger parent;
  private final LoggerState state;
  private final String messageKey;

  private LineLogger(
      LineEncoder encoder,
      LineSink sink,
      byte[] bindings,
      Map<String, ? extends @Nullable Object> given,
      @Nullable LineLogger parent,
      LoggerState state,
      String messageKey) {
    this.encoder = encoder;
    this.sink = sink;
    this.bindings = bindings;
    this.given = given;
    this.parent = parent;
    this.state = state;
    this.messageKey = messageKey;
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
    FieldRules rules =
        new FieldRules(
            Collections.unmodifiableMap(serializers), RedactionNode.compile(options.redaction()));
    Map<String, ? extends @Nullable Object> process =
        options.format() == LogFormat.PRETTY ? Map.of() : ProcessIdentity.fields();
    byte[] base = encoder.encodeBindings(NO_BINDINGS, baseFields(options, process), rules);
    LineSink sink =
        options.synchronous()
            ? new DirectSink(output, lossNotice(encoder, base))
            : BackgroundSink.start(output, options.queueCapacity(), lossNotice(encoder, base));
    LoggerState state =
        new LoggerState(rules, options.messagePrefix(), new Threshold(options.level()), false);
    return new LineLogger(
        encoder, sink, base, baseFields(options, Map.of()), null, state, options.messageKey());
  }

  @Override
  public LogLevel level() {
    return state.level();
  }

  @Override
  public void setLevel(LogLevel level) {
    state.setLevel(level);
  }

  @Override
  public boolean isLevelEnabled(LogLevel level) {
    return state.admits(level);
  }

  @Override
  public Map<String, LogSerializer> serializers() {
    return state.rules.serializers();
  }

  @Override
  public Logger child(Map<String, ?> childBindings, ChildOptions options) {
    LoggerState childState = state.child(options);
    return new LineLogger(
        encoder,
        sink,
        bindings(childBindings, childState),
        childBindings,
        this,
        childState,
        messageKey);
  }

  @Override
  public Map<String, @Nullable Object> bindings() {
    Map<String, @Nullable Object> all = parent == null ? new LinkedHashMap<>() : parent.bindings();
    state.addBindings(all, given);
    return all;
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
      LogEntry rest = LogEntry.broken(format, state.messagePrefix, failure);
      line = new Utf8Output(bindings.length + EXPECTED_FIELDS_BYTES, 0);
      encoder.write(line, level, bindings, rest, FieldRules.NONE);
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
    if (parent == null) {
      sink.close();
    }
  }

  private byte[] bindings(Map<String, ?> added, LoggerState childState) {
    try {
      return encoder.encodeBindings(bindings, added, childState.rules);
    } catch (Throwable failure) {
      Map<String, ?> note = LogEntry.broken(null, "", failure).fields();
      return encoder.encodeBindings(bindings, note, FieldRules.NONE);
    }
  }

  private void encode(
      Utf8Output line,
      LogLevel level,
      Map<String, ?> fields,
      @Nullable String format,
      @Nullable Object[] args) {
    FieldRules rules = state.rules;
    LogEntry entry =
        LogEntry.of(fields, format, args, state.messagePrefix, messageKey, rules.redaction());
    encoder.write(line, level, bindings, entry, rules);
  }

  /** What every line carries, by default that of the process. */
  private static Map<String, ? extends @Nullable Object> baseFields(
      LoggerOptions options, Map<String, ? extends @Nullable Object> byDefault) {
    Map<String, @Nullable Object> base = options.base();
    if (base != null) {
      return base;
    }
    return byDefault;
  }

  private static LongFunction<byte[]> lossNotice(LineEncoder encoder, byte[] base) {
    return count -> {
      Utf8Output line = new Utf8Output();
      String message = count + " log lines were lost, their destination was too slow or failed";
      encoder.write(line, LogLevel.WARN, base, new LogEntry(Map.of(), message), FieldRules.NONE);
      return line.toByteArray();
    };
  }
}
