package dev.fastjava.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The standard serializer for errors, see {@link LogSerializers#error()}. */
final class ErrorSerializer implements LogSerializer {
  static final ErrorSerializer INSTANCE = new ErrorSerializer();

  /** Chains of causes are cut here; they may even be circular. */
  private static final int MAX_CAUSES = 20;

  private ErrorSerializer() {}

  @Override
  public @Nullable Object serialize(@Nullable Object value) {
    return value instanceof Throwable error ? describe(error) : value;
  }

  static Map<String, @Nullable Object> describe(Throwable given) {
    Throwable error = OneLineThrowable.original(given);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("type", typeOf(error));
    fields.put("message", messageWithCauses(error));
    fields.put("stack", stackOf(error));
    if (error instanceof LoggedProperties described) {
      addProperties(fields, described);
    }
    return fields;
  }

  private static void addProperties(
      Map<String, @Nullable Object> fields, LoggedProperties described) {
    try {
      described.loggedProperties().forEach(fields::putIfAbsent);
    } catch (Throwable failure) {
      fields.put("properties", LogValues.unwritable(described));
    }
  }

  /** The message of an error, whose method may be the application's and fail. */
  static @Nullable String messageOf(Throwable error) {
    try {
      return error.getMessage();
    } catch (Throwable failure) {
      return LogValues.unwritable(error);
    }
  }

  private static String typeOf(Throwable error) {
    String simpleName = error.getClass().getSimpleName();
    return simpleName.isEmpty() ? error.getClass().getName() : simpleName;
  }

  private static String messageWithCauses(Throwable error) {
    String own = messageOf(error);
    StringBuilder message = new StringBuilder(own == null ? "" : own);
    Throwable cause = causeOf(error);
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      String text = messageOf(cause);
      // An exception made from its cause alone has the cause's text as its message already.
      if (text != null && message.indexOf(text) < 0) {
        message.append(message.length() == 0 ? "" : ": ").append(text);
      }
      cause = causeOf(cause);
    }
    return message.toString();
  }

  static @Nullable Throwable causeOf(Throwable error) {
    try {
      return error.getCause();
    } catch (Throwable failure) {
      return null;
    }
  }

  private static String stackOf(Throwable error) {
    StringWriter stack = new StringWriter();
    try {
      error.printStackTrace(new PrintWriter(stack));
    } catch (Throwable failure) {
      // The text of the error or of one behind it failed: the frames are what counts.
      stack.write(LogValues.unwritable(error));
      for (StackTraceElement frame : error.getStackTrace()) {
        stack.write("\n\tat " + frame);
      }
    }
    return stack.toString().stripTrailing();
  }
}
