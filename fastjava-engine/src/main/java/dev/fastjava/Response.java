package dev.fastjava;

import dev.fastjava.http.Headers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A whole reply as one value: what a handler may return, or send, instead of setting the parts on
 * the {@link Reply}. Immutable.
 *
 * <pre>{@code
 * Response.of(202, "accepted")
 * Response.of(429, "later", r -> r.header("retry-after", "10"))
 * }</pre>
 *
 * <p>Reference: Reply, send, Response.
 */
public final class Response {
  private final int status;
  private final Headers headers;
  private final @Nullable Object body;

  private Response(int status, @Nullable Object body, Headers headers) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /**
   * Makes a reply with a status and a body.
   *
   * @param status the status code, 100 to 599
   * @param body a text, bytes, stream, publisher, path or null; objects are not serialized
   * @return the reply
   */
  public static Response of(int status, @Nullable Object body) {
    return new Response(status, body, Headers.none());
  }

  /**
   * Makes a reply with a status, a body and more.
   *
   * @param status the status code, 100 to 599
   * @param body a text, bytes, stream, publisher, path or null; objects are not serialized
   * @param parts sets headers
   * @return the reply
   */
  public static Response of(int status, @Nullable Object body, Consumer<Builder> parts) {
    Builder builder = new Builder();
    parts.accept(builder);
    return new Response(status, body, Headers.of(builder.headers));
  }

  /**
   * Returns the status code.
   *
   * @return the code
   */
  public int status() {
    return status;
  }

  /**
   * Returns the headers.
   *
   * @return the headers, in the order they were set
   */
  public Headers headers() {
    return headers;
  }

  /**
   * Returns the body.
   *
   * @return a text, bytes, stream, publisher, path or null
   */
  public @Nullable Object body() {
    return body;
  }

  /** Collects what a reply has beside status and body. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Object> headers = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets a header.
     *
     * @param name its name, in any case
     * @param value a text, number, or collection of texts for several lines; takes the place of one
     *     set before by this name
     * @return this
     */
    public Builder header(String name, Object value) {
      headers.put(name.toLowerCase(Locale.ROOT), Objects.requireNonNull(value, "value"));
      return this;
    }
  }
}
