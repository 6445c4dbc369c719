package dev.fastjava.error;

import dev.fastjava.http.Headers;
import dev.fastjava.logging.LoggedProperties;
import dev.fastjava.mark.ForImplementation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exception may tell about the reply it becomes. Any exception class can implement it.
 *
 * <p>Reference: Reply, Errors.
 */
@ForImplementation
public interface HttpError extends LoggedProperties {
  /**
   * Returns the status code of the reply. Outside of 400 to 599 it is not used.
   *
   * @return the status code, or 0 for none
   */
  default int statusCode() {
    return 0;
  }

  /**
   * Returns the code of the error, part of the default reply.
   *
   * @return a stable code, or null
   */
  default @Nullable String code() {
    return null;
  }

  /**
   * Returns headers to set on the reply: {@code Headers.of(Map.of("retry-after", 10))}.
   *
   * @return the headers; none by default
   */
  default Headers headers() {
    return Headers.none();
  }

  /**
   * Returns further properties, seen by response schemas for errors and by the log.
   *
   * @return property names and values
   */
  default Map<String, @Nullable Object> properties() {
    return Map.of();
  }

  /**
   * Returns what the log line of the error holds besides type, message and stack: status code,
   * code, headers and further properties, as far as there are any.
   *
   * @return names and values
   */
  @Override
  default Map<String, ?> loggedProperties() {
    Map<String, @Nullable Object> logged = new LinkedHashMap<>();
    String code = code();
    if (code != null) {
      logged.put("code", code);
    }
    if (statusCode() != 0) {
      logged.put("statusCode", statusCode());
    }
    if (!headers().isEmpty()) {
      logged.put("headers", headers().asMap());
    }
    logged.putAll(properties());
    return logged;
  }
}
