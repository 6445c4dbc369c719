package dev.fastjava.error;

import dev.fastjava.http.Headers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An error with a status code, to be thrown from handlers and hooks: {@code throw new
 * HttpException(404, "No such order", e -> e.code("ORDER_UNKNOWN"))}. {@link HttpErrors} has a
 * method for each status, {@link CustomErrorCode} makes errors of one code again and again.
 * Immutable, as far as exceptions are.
 *
 * <p>Reference: Reply, Errors.
 */
public class HttpException extends RuntimeException implements HttpError {
  private static final long serialVersionUID = 1L;

  /** The status code of the reply. */
  private final int statusCode;

  /** The code in the body of the reply; null for none. */
  private final @Nullable String code;

  /** The type of RFC 9457; null for {@code about:blank}. */
  private final @Nullable String problemType;

  /** The title of RFC 9457; null for the phrase of the status. */
  private final @Nullable String problemTitle;

  // Not sent along when an exception is serialized: values may be anything.
  private final transient @Nullable Headers headers;
  private final transient @Nullable Map<String, @Nullable Object> properties;

  /**
   * Makes an error.
   *
   * @param statusCode the status code of the reply, 400 to 599; 0 leaves the choice to the reply
   * @param message what went wrong; the client sees it
   */
  public HttpException(int statusCode, @Nullable String message) {
    this(statusCode, message, details -> {});
  }

  /**
   * Makes an error with the one behind it.
   *
   * @param statusCode the status code of the reply, 400 to 599; 0 leaves the choice to the reply
   * @param message what went wrong; the client sees it
   * @param cause the error behind it, for the log; the client does not see it
   */
  public HttpException(int statusCode, @Nullable String message, @Nullable Throwable cause) {
    this(statusCode, message, details -> details.cause(cause));
  }

  /**
   * Makes an error with details.
   *
   * @param statusCode the status code of the reply, 400 to 599; 0 leaves the choice to the reply
   * @param message what went wrong; the client sees it
   * @param details sets code, headers, properties and cause
   */
  public HttpException(int statusCode, @Nullable String message, Consumer<Details> details) {
    this(statusCode, message, Details.of(details));
  }

  private HttpException(int statusCode, @Nullable String message, Details details) {
    super(message, details.cause);
    this.statusCode = statusCode;
    this.code = details.code;
    this.problemType = details.problemType;
    this.problemTitle = details.problemTitle;
    this.headers = Headers.of(details.headers);
    this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(details.properties));
  }

  @Override
  public int statusCode() {
    return statusCode;
  }

  @Override
  public @Nullable String code() {
    return code;
  }

  @Override
  public Headers headers() {
    return headers == null ? Headers.none() : headers;
  }

  @Override
  public Map<String, @Nullable Object> properties() {
    return properties == null ? new LinkedHashMap<>() : properties;
  }

  @Override
  public String problemType() {
    return problemType == null ? HttpError.super.problemType() : problemType;
  }

  @Override
  public String problemTitle() {
    return problemTitle == null ? HttpError.super.problemTitle() : problemTitle;
  }

  /** What an error has beside status and message; used by one thread while it is made. */
  public static final class Details {
    private @Nullable String code;
    private @Nullable Throwable cause;
    private @Nullable String problemType;
    private @Nullable String problemTitle;
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();

    private Details() {}

    static Details of(Consumer<Details> settings) {
      Details details = new Details();
      settings.accept(details);
      return details;
    }

    /**
     * Sets the code of the error.
     *
     * @param code a stable code; the client sees it
     * @return this
     */
    public Details code(String code) {
      this.code = Objects.requireNonNull(code, "code");
      return this;
    }

    /**
     * Names the problem, for {@link HttpError#toProblemDetails(String)}.
     *
     * @param type a URI reference; null for {@code about:blank}
     * @param title a short text that is the same for all problems of the type; null for the reason
     *     phrase of the status
     * @return this
     */
    public Details problem(@Nullable String type, @Nullable String title) {
      problemType = type;
      problemTitle = title;
      return this;
    }

    /**
     * Sets a header of the reply.
     *
     * @param name the name, in any case
     * @param value a text, number, or collection of texts for several lines; takes the place of one
     *     set before by this name
     * @return this
     */
    public Details header(String name, Object value) {
      headers.put(name.toLowerCase(Locale.ROOT), Objects.requireNonNull(value, "value of " + name));
      return this;
    }

    /**
     * Adds a property, for response schemas and the log.
     *
     * @param name the name
     * @param value the value
     * @return this
     */
    public Details property(String name, @Nullable Object value) {
      properties.put(Objects.requireNonNull(name, "name"), value);
      return this;
    }

    /**
     * Sets the error behind this one.
     *
     * @param cause for the log; the client does not see it
     * @return this
     */
    public Details cause(@Nullable Throwable cause) {
      this.cause = cause;
      return this;
    }
  }
}
