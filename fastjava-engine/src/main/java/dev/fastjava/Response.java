package dev.fastjava;

import java.util.Collections;
import java.util.LinkedHashMap;
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
  private final Map<String, Object> headers;
  private final @Nullable Object body;

  private Response(int status, @Nullable Object body, Map<String, Object> headers) {
    this.status = status;
    this.body = body;
    this.headers = Collections.unmodifiableMap(headers);
  }

  /**
   * Makes a reply with a status and a body.
   *
   * @param status the status code, 100 to 599
   * @param body a text, bytes, stream, publisher, path or null; objects are not serialized
   * @return the reply
   */
  public static Response of(int status, @Nullable Object body) {
    return new Response(status, body, Map.of());
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
    return new Response(status, body, new LinkedHashMap<>(builder.headers));
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
   * @return names with a text or a list of texts, in the order they were set; unmodifiable
   */
  public Map<String, Object> headers() {
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
     * @param name its name
     * @param value a text or a list of texts; takes the place of one set before by this name
     * @return this
     */
    public Builder header(String name, Object value) {
      headers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }
  }
}
