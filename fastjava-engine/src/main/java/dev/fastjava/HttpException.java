package dev.fastjava;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error with a status code, to be thrown from handlers and hooks: {@code throw new
 * HttpException(404, "No such order").code("ORDER_UNKNOWN")}. Not thread-safe while it is built.
 *
 * <p>Reference: Reply, Errors.
 */
public class HttpException extends RuntimeException implements HttpError {
  private static final long serialVersionUID = 1L;

  /** The status code of the reply. */
  private final int statusCode;

  /** The code in the body of the reply; null for none. */
  private @Nullable String code;

  private final transient Map<String, Object> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> properties = new LinkedHashMap<>();

  /**
   * Makes an error.
   *
   * @param statusCode the status code of the reply, 400 to 599; 0 leaves the choice to the reply
   * @param message what went wrong; the client sees it
   */
  public HttpException(int statusCode, @Nullable String message) {
    this(statusCode, message, null);
  }

  /**
   * Makes an error with the one behind it.
   *
   * @param statusCode the status code of the reply, 400 to 599; 0 leaves the choice to the reply
   * @param message what went wrong; the client sees it
   * @param cause the error behind it; the client does not see it
   */
  public HttpException(int statusCode, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.statusCode = statusCode;
  }

  /**
   * Sets the code of the error.
   *
   * @param code a stable code
   * @return this
   */
  public HttpException code(String code) {
    this.code = code;
    return this;
  }

  /**
   * Adds a header for the reply.
   *
   * @param name the name
   * @param value a text or a list of texts
   * @return this
   */
  public HttpException header(String name, Object value) {
    headers.put(name, value);
    return this;
  }

  /**
   * Adds a property, for response schemas and the log.
   *
   * @param name the name
   * @param value the value
   * @return this
   */
  public HttpException property(String name, Object value) {
    properties.put(name, value);
    return this;
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
  public Map<String, Object> headers() {
    return headers;
  }

  @Override
  public Map<String, Object> properties() {
    return properties;
  }
}
