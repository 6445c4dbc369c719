package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.HttpError;
import dev.fastjava.internal.json.JacksonMessages;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an error tells of itself. Its members may be the application's own: one that throws, or
 * gives null where there is a value, counts as absent, and what it threw goes along with the error
 * into the log. An error is never sent as anything else because it is a broken one.
 */
final class ErrorMembers {
  private ErrorMembers() {}

  /** One member of an error, which may be missing. */
  private interface Member<T> {
    @Nullable T read();
  }

  /** The message as clients may read it; empty when there is none. */
  static String message(Throwable error) {
    if (JacksonMessages.concerns(error)) {
      return JacksonMessages.of(error);
    }
    String message = read(error, () -> error.getMessage());
    return message == null ? "" : message;
  }

  static @Nullable String code(Throwable error) {
    return error instanceof HttpError http ? read(error, () -> http.code()) : null;
  }

  /** The status an error names, whatever its value; 0 when it names none. */
  static int statusCode(Throwable error) {
    Integer status = error instanceof HttpError http ? read(error, () -> http.statusCode()) : null;
    return status == null ? 0 : status;
  }

  static Map<String, Object> headers(Throwable error) {
    Map<String, Object> headers =
        error instanceof HttpError http ? read(error, () -> http.headers()) : null;
    return headers == null ? Map.of() : headers;
  }

  static Map<String, @Nullable Object> properties(Throwable error) {
    Map<String, @Nullable Object> properties =
        error instanceof HttpError http ? read(error, () -> http.properties()) : null;
    return properties == null ? new LinkedHashMap<>() : properties;
  }

  private static <T> @Nullable T read(Throwable error, Member<T> member) {
    try {
      return member.read();
    } catch (Throwable broken) {
      Failures.rethrowFatal(broken);
      if (broken != error) {
        error.addSuppressed(broken);
      }
      return null;
    }
  }
}
