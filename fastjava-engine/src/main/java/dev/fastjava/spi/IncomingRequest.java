package dev.fastjava.spi;

import dev.fastjava.Fastjava;
import dev.fastjava.Request;
import dev.fastjava.http.Headers;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request that another server has received, for {@link Fastjava#routing}: what its first line,
 * its headers and its connection say. Immutable.
 *
 * <pre>{@code
 * IncomingRequest.of("POST", "/orders?draft=1", r -> r
 *     .header("content-type", "application/json")
 *     .body(in)
 *     .remoteAddress("192.0.2.7"));
 * }</pre>
 *
 * <p>Reference: Server, routing.
 */
public final class IncomingRequest {
  private final String method;
  private final String url;
  private final Headers headers;
  private final Object body;
  private final String httpVersion;
  private final String remoteAddress;
  private final int remotePort;
  private final boolean encrypted;
  private final @Nullable Executor eventLoop;

  private IncomingRequest(String method, String url, Builder builder) {
    this.method = method.toUpperCase(Locale.ROOT);
    this.url = url.startsWith("/") || url.equals("*") ? url : "/" + url;
    this.headers = Headers.of(builder.headers);
    this.body = builder.body;
    this.httpVersion = builder.httpVersion;
    this.remoteAddress = builder.remoteAddress;
    this.remotePort = builder.remotePort;
    this.encrypted = builder.encrypted;
    this.eventLoop = builder.eventLoop;
  }

  /**
   * Makes a request without headers and body.
   *
   * @param method its method
   * @param url path and query, undecoded
   * @return the request
   */
  public static IncomingRequest of(String method, String url) {
    return of(method, url, r -> {});
  }

  /**
   * Makes a request.
   *
   * @param method its method
   * @param url path and query, undecoded
   * @param request sets headers, body and what is known of the connection
   * @return the request
   */
  public static IncomingRequest of(String method, String url, Consumer<Builder> request) {
    Builder builder = new Builder();
    request.accept(builder);
    return new IncomingRequest(
        Objects.requireNonNull(method, "method"), Objects.requireNonNull(url, "url"), builder);
  }

  /**
   * Returns the method.
   *
   * @return in upper case
   */
  public String method() {
    return method;
  }

  /**
   * Returns path and query.
   *
   * @return as received, undecoded
   */
  public String url() {
    return url;
  }

  /**
   * Returns the headers.
   *
   * @return as received
   */
  public Headers headers() {
    return headers;
  }

  /**
   * Returns the body.
   *
   * @return {@code byte[]}, {@link InputStream}, or {@link java.util.concurrent.Flow.Publisher} of
   *     {@link ByteBuffer}
   */
  public Object body() {
    return body;
  }

  /**
   * Returns the protocol version.
   *
   * @return such as {@code "1.1"}
   */
  public String httpVersion() {
    return httpVersion;
  }

  /**
   * Returns the address of the peer, which {@link Request#ip()} starts from.
   *
   * @return an IP address
   */
  public String remoteAddress() {
    return remoteAddress;
  }

  /**
   * Returns the port of the peer.
   *
   * @return the port; 0 when unknown
   */
  public int remotePort() {
    return remotePort;
  }

  /**
   * Returns whether the client's connection uses TLS, which {@link Request#protocol()} tells.
   *
   * @return true for TLS
   */
  public boolean isEncrypted() {
    return encrypted;
  }

  /**
   * Returns what plays the event loop.
   *
   * @return the executor; null for a thread of the application's own
   */
  public @Nullable Executor eventLoop() {
    return eventLoop;
  }

  @Override
  public String toString() {
    return method + " " + url;
  }

  /** Sets what a request has besides method and url. */
  public static final class Builder {
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private Object body = new byte[0];
    private String httpVersion = "1.1";
    private String remoteAddress = "127.0.0.1";
    private int remotePort;
    private boolean encrypted;
    private @Nullable Executor eventLoop;

    private Builder() {}

    /**
     * Adds a line of a header; one of the same name stays beside it.
     *
     * @param name the name, in any case
     * @param value the value of the line
     * @return this
     */
    public Builder header(String name, String value) {
      Object before = headers.get(name.toLowerCase(Locale.ROOT));
      List<Object> lines = new ArrayList<>();
      if (before instanceof List<?> list) {
        lines.addAll(list);
      } else if (before != null) {
        lines.add(before);
      }
      lines.add(value);
      headers.put(name.toLowerCase(Locale.ROOT), lines.size() == 1 ? value : List.copyOf(lines));
      return this;
    }

    /**
     * Adds all headers of another request.
     *
     * @param all names, each with its lines
     * @return this
     */
    public Builder headers(Headers all) {
      all.forEachLine(this::header);
      return this;
    }

    /**
     * Sets the body. Its {@code content-length}, where there is one, has to be that of the bytes.
     *
     * @param bytes the bytes; not changed from now on
     * @return this
     */
    public Builder body(byte[] bytes) {
      body = bytes;
      return this;
    }

    /**
     * Sets the body.
     *
     * @param stream has the bytes; read where blocking is safe, closed at the end
     * @return this
     */
    public Builder body(InputStream stream) {
      body = stream;
      return this;
    }

    /**
     * Sets the body.
     *
     * @param publisher has the bytes as they arrive; asked for more as they are read
     * @return this
     */
    public Builder body(Flow.Publisher<ByteBuffer> publisher) {
      body = publisher;
      return this;
    }

    /**
     * Sets the protocol version.
     *
     * @param version such as {@code "1.1"}, which is the default, or {@code "2"}
     * @return this
     */
    public Builder httpVersion(String version) {
      httpVersion = version;
      return this;
    }

    /**
     * Sets the address of the peer.
     *
     * @param address an IP address; {@code 127.0.0.1} when it is not set
     * @return this
     */
    public Builder remoteAddress(String address) {
      remoteAddress = address;
      return this;
    }

    /**
     * Sets the port of the peer.
     *
     * @param port the port; 0, which is the default, when it is not known
     * @return this
     */
    public Builder remotePort(int port) {
      remotePort = port;
      return this;
    }

    /**
     * Sets whether the client's connection uses TLS.
     *
     * @param uses true for TLS; false by default
     * @return this
     */
    public Builder encrypted(boolean uses) {
      encrypted = uses;
      return this;
    }

    /**
     * Sets what plays the event loop: it runs routes of {@code Execution.EVENT_LOOP}, and what the
     * engine does by itself. Without one, all requests that come this way share a thread.
     *
     * @param executor runs tasks one after the other in the order given, such as the event loop of
     *     the connection; its tasks must not block
     * @return this
     */
    public Builder eventLoop(Executor executor) {
      eventLoop = executor;
      return this;
    }
  }
}
