package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.HttpError;
import dev.fastjava.http.Headers;
import dev.fastjava.http.ReasonPhrases;
import dev.fastjava.internal.json.JacksonMessages;
import java.io.FileNotFoundException;
import java.io.ObjectStreamException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an error tells of itself. Its members may be the application's own: one that throws, or
 * gives null where there is a value, counts as absent, and what it threw goes along with the error
 * into the log. An error is never sent as anything else because it is a broken one.
 */
final class ErrorMembers {
  private static final int LONGEST_STATUS = 16;

  private ErrorMembers() {}

  /** One member of an error, which may be missing. */
  private interface Member<T> {
    @Nullable T read();
  }

  /**
   * The message as clients may read it: that of the application, else the phrase of the status.
   * What Java words is for the log: it has names of classes, files and hosts, or what an assertion
   * compared.
   */
  static String message(Throwable error, int status) {
    String own = read(error, () -> ownMessage(error));
    if (own != null) {
      return own;
    }
    String phrase = ReasonPhrases.find(status);
    return phrase == null ? "Internal Server Error" : phrase;
  }

  private static @Nullable String ownMessage(Throwable error) {
    if (JacksonMessages.concerns(error)) {
      return JacksonMessages.of(error);
    }
    String message = error.getMessage();
    Throwable cause = error.getCause();
    // A Throwable that is given nothing but its cause takes that one's class and message for its
    // own.
    if (message == null || (cause != null && message.equals(cause.toString()))) {
      return null;
    }
    return error instanceof HttpError || !isWordedByJava(error, message) ? message : null;
  }

  private static boolean isWordedByJava(Throwable error, String message) {
    if (error instanceof NullPointerException || error instanceof IllegalArgumentException) {
      // What was null, and the method that was called on it; the class of an enum, by its valueOf.
      // All else is the application's own text.
      return message.startsWith("No enum constant ")
          || (message.startsWith("Cannot ") && message.contains("\" because "));
    }
    if (error instanceof IllegalStateException) {
      // A key or a decorator of a primitive type without a value: our own words, of types.
      return message.contains(" knows no null");
    }
    return error instanceof Error
        || error instanceof ClassCastException
        || error instanceof ArrayStoreException
        || error instanceof ReflectiveOperationException
        || error instanceof FileSystemException
        || error instanceof FileNotFoundException
        || error instanceof ObjectStreamException
        || error instanceof UnknownHostException
        || error instanceof SocketException;
  }

  static @Nullable String code(Throwable error) {
    return error instanceof HttpError http ? read(error, () -> http.code()) : null;
  }

  /** The status an error names, whatever its value; 0 when it names none. */
  static int statusCode(Throwable error) {
    Integer status = error instanceof HttpError http ? read(error, () -> http.statusCode()) : null;
    return status == null ? 0 : status;
  }

  static Headers headers(Throwable error) {
    Headers headers = error instanceof HttpError http ? read(error, () -> http.headers()) : null;
    return headers == null ? Headers.none() : headers;
  }

  static Map<String, @Nullable Object> properties(Throwable error) {
    Map<String, @Nullable Object> properties =
        error instanceof HttpError http ? read(error, () -> http.properties()) : null;
    return properties == null ? new LinkedHashMap<>() : properties;
  }

  // The status an error asks for: its own, else a property, which may be a text, as errors of other
  // systems have them.

  /** The first status that is one of errors, 400 to 599; 0 when there is none. */
  static int status(Throwable error) {
    int own = statusCode(error);
    if (isError(own)) {
      return own;
    }
    Map<String, @Nullable Object> properties = properties(error);
    int status = number(properties.get("statusCode"));
    if (!isError(status)) {
      status = number(properties.get("status"));
    }
    return isError(status) ? status : 0;
  }

  private static boolean isError(int status) {
    return status >= 400 && status <= 599;
  }

  private static int number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.intValue();
    }
    if (!(value instanceof String text)) {
      return 0;
    }
    String digits = text.strip();
    if (digits.isEmpty() || digits.length() > LONGEST_STATUS) {
      return 0;
    }
    try {
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        return Integer.parseUnsignedInt(digits.substring(2), 16);
      }
      for (int i = 0; i < digits.length(); i++) {
        // Java's own forms, such as 404f, are no numbers to anybody else.
        if ("0123456789.eE+-".indexOf(digits.charAt(i)) < 0) {
          return 0;
        }
      }
      return (int) Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static <T> @Nullable T read(Throwable error, Member<T> member) {
    try {
      return member.read();
    } catch (Throwable broken) {
      Thrown.rethrowFatal(broken);
      if (broken != error) {
        error.addSuppressed(broken);
      }
      return null;
    }
  }
}
