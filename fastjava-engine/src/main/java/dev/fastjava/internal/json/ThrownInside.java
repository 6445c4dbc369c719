package dev.fastjava.internal.json;

import dev.fastjava.error.HttpError;
import dev.fastjava.error.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the errors that an application's own code throws while a value is bound or written: in
 * constructors, creators, setters, getters, deserializers. One that names a status is an answer,
 * and is not turned into another.
 */
public final class ThrownInside {
  private ThrownInside() {}

  /**
   * Returns what was thrown inside of a failure, if it names a status from 400 to 599.
   *
   * @return null when there is none
   */
  public static @Nullable RuntimeException of(Throwable failure) {
    Throwable each = failure;
    // Causes may form a circle.
    for (int depth = 0; each != null && depth < 50; depth++) {
      if (each instanceof HttpError error && namesStatus(error)) {
        return each instanceof RuntimeException own ? own : unchecked(error, each);
      }
      each = each.getCause();
    }
    return null;
  }

  private static boolean namesStatus(HttpError error) {
    try {
      int status = error.statusCode();
      return status >= 400 && status <= 599;
    } catch (RuntimeException e) {
      return false; // a broken one says nothing
    }
  }

  private static HttpException unchecked(HttpError error, Throwable thrown) {
    return new HttpException(
        error.statusCode(),
        thrown.getMessage(),
        details -> {
          details.cause(thrown);
          String code = error.code();
          if (code != null) {
            details.code(code);
          }
          error.headers().asMap().forEach(details::header);
          error.properties().forEach(details::property);
        });
  }
}
