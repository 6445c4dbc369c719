package dev.fastjava.error;

import dev.fastjava.http.Headers;
import dev.fastjava.http.ReasonPhrases;
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
   * Returns the type of the problem, for {@link #toProblemDetails}.
   *
   * @return a URI reference
   */
  default String problemType() {
    return "about:blank";
  }

  /**
   * Returns the title of the problem, for {@link #toProblemDetails}.
   *
   * @return a short text that is the same for all problems of the type; the reason phrase of the
   *     status by default
   */
  default String problemTitle() {
    String phrase = ReasonPhrases.find(problemStatus());
    return phrase == null ? "Unknown Error" : phrase;
  }

  private int problemStatus() {
    return statusCode() == 0 ? 500 : statusCode();
  }

  /**
   * Describes the error as RFC 9457 says, to be sent by an error handler as {@code
   * application/problem+json}.
   *
   * @param instance what the problem is one of, such as the url of the request; null and empty are
   *     the same
   * @return type, title, status, detail (the message, if there is one), instance, code (if there is
   *     one) and details, by name
   */
  default Map<String, @Nullable Object> toProblemDetails(@Nullable String instance) {
    return toProblemDetails(instance, Map.of());
  }

  /**
   * Describes the error as {@link #toProblemDetails(String)} does.
   *
   * @param instance what the problem is one of, such as the url of the request; null and empty are
   *     the same
   * @param details what else clients are told, under {@code details}, which is there when it is
   *     empty or null, too; extension members in the sense of RFC 9457 are put into the result
   * @return type, title, status, detail (the message, if there is one), instance, code (if there is
   *     one) and details, by name
   */
  default Map<String, @Nullable Object> toProblemDetails(
      @Nullable String instance, @Nullable Map<String, ? extends @Nullable Object> details) {
    Map<String, @Nullable Object> problem = new LinkedHashMap<>();
    problem.put("type", problemType());
    problem.put("title", problemTitle());
    problem.put("status", problemStatus());
    String message = this instanceof Throwable error ? error.getMessage() : null;
    if (message != null) {
      problem.put("detail", message);
    }
    problem.put("instance", instance == null ? "" : instance);
    String code = code();
    if (code != null) {
      problem.put("code", code);
    }
    problem.put("details", details == null ? Map.of() : details);
    return problem;
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
