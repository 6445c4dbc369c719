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

  static Map<String, @Nullable Object> describe(Throwable error) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("type", typeOf(error));
    fields.put("message", messageWithCauses(error));
    fields.put("stack", stackOf(error));
    if (error instanceof LoggedProperties described) {
      described.loggedProperties().forEach(fields::putIfAbsent);
    }
    return fields;
  }

  private static String typeOf(Throwable error) {
    String simpleName = error.getClass().getSimpleName();
    return simpleName.isEmpty() ? error.getClass().getName() : simpleName;
  }

  private static String messageWithCauses(Throwable error) {
    String own = error.getMessage();
    StringBuilder message = new StringBuilder(own == null ? "" : own);
    Throwable cause = error.getCause();
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      String text = cause.getMessage();
      // An exception made from its cause alone has the cause's text as its message already.
      if (text != null && message.indexOf(text) < 0) {
        message.append(message.length() == 0 ? "" : ": ").append(text);
      }
      cause = cause.getCause();
    }
    return message.toString();
  }

  private static String stackOf(Throwable error) {
    StringWriter stack = new StringWriter();
    error.printStackTrace(new PrintWriter(stack));
    return stack.toString().stripTrailing();
  }
}
