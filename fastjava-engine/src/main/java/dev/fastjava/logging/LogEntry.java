package dev.fastjava.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call logs, its arguments put in order.
 *
 * @param fields the fields, an error of the arguments among them
 * @param message the finished text; null for a line without one
 */
record LogEntry(Map<String, ? extends @Nullable Object> fields, @Nullable String message) {
  static LogEntry of(
      @Nullable Map<String, ? extends @Nullable Object> given,
      @Nullable String format,
      @Nullable Object @Nullable [] args,
      String prefix,
      String messageKey,
      @Nullable RedactionNode redaction) {
    Map<String, ? extends @Nullable Object> fields = given == null ? Map.of() : given;
    if (format == null) {
      return new LogEntry(fields, messageOfError(fields, messageKey));
    }
    if (args == null || args.length == 0) {
      return new LogEntry(fields, prefix.isEmpty() ? format : prefix + format);
    }
    Throwable error = MessageFormat.unplacedError(format, args);
    if (error != null && !fields.containsKey(LogSerializers.ERROR)) {
      Map<String, @Nullable Object> extended = new LinkedHashMap<>(fields);
      extended.put(LogSerializers.ERROR, error);
      fields = extended;
    }
    return new LogEntry(fields, MessageFormat.apply(prefix + format, args, redaction));
  }

  private static @Nullable String messageOfError(
      Map<String, ? extends @Nullable Object> fields, String messageKey) {
    return !fields.isEmpty()
            && fields.get(LogSerializers.ERROR) instanceof Throwable error
            && fields.get(messageKey) == null
        ? ErrorSerializer.messageOf(error)
        : null;
  }

  /**
   * What is left of a call whose fields cannot be read: the text as it was given, and a note.
   *
   * @param failure why
   */
  static LogEntry broken(@Nullable String format, String prefix, Throwable failure) {
    return new LogEntry(
        Map.of("lost", "[fields lost: " + failure.getClass().getName() + "]"),
        format == null ? null : prefix + format);
  }
}
