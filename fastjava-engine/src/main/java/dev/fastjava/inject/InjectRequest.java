package dev.fastjava.inject;

import dev.fastjava.http.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A request to inject. Mutable, not thread-safe; may be sent again, as long as its payload is not a
 * stream.
 *
 * <p>A request has the headers {@code user-agent: lightMyRequest} and {@code host: localhost:80}
 * unless others are given, and a {@code content-length} when its payload is a text, bytes or JSON.
 * Setters check nothing; sending an invalid request fails with {@link IllegalArgumentException}.
 *
 * <p>Reference: Guides/Testing.
 */
public final class InjectRequest {
  private String method = "GET";
  private @Nullable String url;
  private @Nullable String queryText;
  private @Nullable Object payload;
  private String remoteAddress = "127.0.0.1";
  private @Nullable String authority;
  private boolean validated = true;
  private boolean payloadAsStream;
  private @Nullable Executor eventLoop;
  private final Map<String, Object> headers = new LinkedHashMap<>();
  private final Set<String> suppressedHeaders = new LinkedHashSet<>();
  private final Map<String, Object> query = new LinkedHashMap<>();
  private @Nullable List<Cookie> cookies;
  private @Nullable List<FormPart> parts;
  private final Set<Simulation> simulations = EnumSet.noneOf(Simulation.class);

  /**
   * A cookie to send.
   *
   * @param name its name
   * @param value its value; percent-encoded on the wire where it has to be
   * @param path sends the cookie only to urls below this path; null for every url
   */
  public record Cookie(String name, String value, @Nullable String path) {}

  /**
   * A part of a multipart form.
   *
   * @param name the name of the field
   * @param filename the name of the file; null for a plain field
   * @param contentType the media type of a file; null for the default
   * @param content the content; not to be moved
   */
  public record FormPart(
      String name, @Nullable String filename, @Nullable String contentType, ByteBuffer content) {}

  /** What a badly behaving client does with its payload. */
  public enum Simulation {
    /** The payload arrives in two parts, the first of one byte. */
    SPLIT,
    /** The payload never ends: whoever waits for the end waits until the client goes away. */
    NO_END,
    /** Reading the payload fails behind its last byte. */
    ERROR,
    /** The client closes the connection behind the last byte of the payload. */
    CLOSE
  }

  /** Makes a GET request, yet without a url. */
  public InjectRequest() {}

  /**
   * Sets the method.
   *
   * @param method an HTTP method in upper or lower case; GET by default
   * @return this
   */
  public InjectRequest method(String method) {
    this.method = method;
    return this;
  }

  /**
   * Sets the url. It is brought into the form a browser would send: dot segments are resolved,
   * characters that may not stand in a url are percent-encoded.
   *
   * @param url path and query, or an absolute url, which tells the host as well
   * @return this
   */
  public InjectRequest url(String url) {
    this.url = url;
    return this;
  }

  /**
   * Sets a query parameter, in place of one of the same name in the url.
   *
   * @param name its name
   * @param value a value, or a collection of values
   * @return this
   */
  public InjectRequest query(String name, Object value) {
    query.put(name, value);
    return this;
  }

  /**
   * Sets query parameters, in place of those of the same names in the url.
   *
   * @param parameters names and values, see {@link #query(String, Object)}
   * @return this
   */
  public InjectRequest query(Map<String, ?> parameters) {
    query.putAll(parameters);
    return this;
  }

  /**
   * Sets query parameters as a text, in place of those of the same names in the url.
   *
   * @param query such as {@code a=1&b=2}
   * @return this
   */
  public InjectRequest query(String query) {
    queryText = query;
    return this;
  }

  /**
   * Sets a header.
   *
   * @param name its name, in any case
   * @param value a text, number, boolean, or collection of these for several lines; takes the place
   *     of one set before by this name
   * @return this
   */
  public InjectRequest header(String name, Object value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  /**
   * Sets headers.
   *
   * @param headers names and values, see {@link #header}
   * @return this
   */
  public InjectRequest headers(Map<String, ?> headers) {
    headers.forEach(this::header);
    return this;
  }

  /**
   * Sets headers, such as those of a request or response.
   *
   * @param headers the headers
   * @return this
   */
  public InjectRequest headers(Headers headers) {
    return headers(headers.asMap());
  }

  /**
   * Leaves out a header that would be added by default: {@code user-agent}, {@code content-type} or
   * {@code content-length}.
   *
   * @param name its name, in any case
   * @return this
   */
  public InjectRequest withoutHeader(String name) {
    suppressedHeaders.add(name.toLowerCase(Locale.ROOT));
    return this;
  }

  /**
   * Adds a cookie.
   *
   * @param name its name
   * @param value its value; percent-encoded on the wire where it has to be
   * @return this
   */
  public InjectRequest cookie(String name, String value) {
    return cookie(new Cookie(name, value, null));
  }

  /**
   * Adds a cookie.
   *
   * @param cookie the cookie
   * @return this
   */
  public InjectRequest cookie(Cookie cookie) {
    if (cookies == null) {
      cookies = new ArrayList<>();
    }
    cookies.add(cookie);
    return this;
  }

  /**
   * Adds cookies.
   *
   * @param cookies names and values; a request with an empty map sends an empty header
   * @return this
   */
  public InjectRequest cookies(Map<String, String> cookies) {
    if (this.cookies == null) {
      this.cookies = new ArrayList<>();
    }
    cookies.forEach(this::cookie);
    return this;
  }

  /**
   * Sets the payload. Following the reference, {@code 0}, {@code false} and the empty text are no
   * payload.
   *
   * @param payload a text, {@code byte[]}, {@link ByteBuffer}, {@link java.io.InputStream} or
   *     {@link java.util.concurrent.Flow.Publisher} of byte buffers is sent as it is, the last two
   *     without {@code content-length}; any other value is sent as JSON, with that content type
   *     unless one is set
   * @return this
   */
  public InjectRequest payload(Object payload) {
    this.payload = payload;
    return this;
  }

  /**
   * Sends an url-encoded form, with its content type unless one is set.
   *
   * @param fields names with a value or a collection of values
   * @return this
   */
  public InjectRequest form(Map<String, ?> fields) {
    payload = new UrlEncodedForm(new LinkedHashMap<>(fields));
    return this;
  }

  /**
   * An url-encoded form as payload.
   *
   * @param fields names with a value or a collection of values
   */
  public record UrlEncodedForm(Map<String, Object> fields) {}

  /**
   * Sends a multipart form, be it without any part. It takes the place of the payload, is sent
   * without {@code content-length}, and its content type rules.
   *
   * @return this
   */
  public InjectRequest multipart() {
    if (parts == null) {
      parts = new ArrayList<>();
    }
    return this;
  }

  /**
   * Adds a field of a {@linkplain #multipart() multipart form}.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public InjectRequest field(String name, String value) {
    return part(new FormPart(name, null, null, StandardCharsets.UTF_8.encode(value)));
  }

  /**
   * Adds a file of a {@linkplain #multipart() multipart form}.
   *
   * @param name the name of the field
   * @param filename the name of the file
   * @param contentType its media type; null for {@code application/octet-stream}
   * @param content its content
   * @return this
   */
  public InjectRequest file(
      String name, String filename, @Nullable String contentType, byte[] content) {
    return part(new FormPart(name, filename, contentType, ByteBuffer.wrap(content.clone())));
  }

  private InjectRequest part(FormPart part) {
    if (parts == null) {
      parts = new ArrayList<>();
    }
    parts.add(part);
    return this;
  }

  /**
   * Sets the address of the peer.
   *
   * @param remoteAddress an IP address; 127.0.0.1 by default
   * @return this
   */
  public InjectRequest remoteAddress(String remoteAddress) {
    this.remoteAddress = remoteAddress;
    return this;
  }

  /**
   * Sets the default of the host header.
   *
   * @param authority host and port
   * @return this
   */
  public InjectRequest authority(String authority) {
    this.authority = authority;
    return this;
  }

  /**
   * Says whether the method and the presence of a url are checked.
   *
   * @param validate true by default; false lets any method pass
   * @return this
   */
  public InjectRequest validate(boolean validate) {
    validated = validate;
    return this;
  }

  /**
   * Returns the response as soon as its head is there; its body is then read from {@link
   * InjectResponse#stream()}, and who reads slowly slows the server down. For bodies without end or
   * too large for memory. Closing the stream early closes the connection.
   *
   * @return this
   */
  public InjectRequest payloadAsStream() {
    payloadAsStream = true;
    return this;
  }

  /**
   * Sets what plays the event loop. Routes with {@link dev.fastjava.Execution#EVENT_LOOP} run there
   * completely: on the thread of a test, for instance, that sends the request by {@link
   * Inject#sendAsync(InjectRequest)} and runs the tasks itself until there is a response.
   *
   * @param executor runs tasks one after the other in the order given
   * @return this
   */
  public InjectRequest eventLoop(Executor executor) {
    eventLoop = executor;
    return this;
  }

  /**
   * Makes the client behave badly.
   *
   * @param first what it does
   * @param more what it does besides
   * @return this
   */
  public InjectRequest simulate(Simulation first, Simulation... more) {
    simulations.add(first);
    Collections.addAll(simulations, more);
    return this;
  }

  /**
   * Returns what plays the event loop.
   *
   * @return the executor; null for a thread of the application's own
   */
  public @Nullable Executor eventLoop() {
    return eventLoop;
  }

  /**
   * Returns the method.
   *
   * @return as set
   */
  public String method() {
    return method;
  }

  /**
   * Returns the url.
   *
   * @return as set, or null
   */
  public @Nullable String url() {
    return url;
  }

  /**
   * Returns the query parameters.
   *
   * @return a live map
   */
  public Map<String, Object> query() {
    return query;
  }

  /**
   * Returns the query parameters set as a text.
   *
   * @return as set, or null
   */
  public @Nullable String queryText() {
    return queryText;
  }

  /**
   * Returns the headers set so far.
   *
   * @return a copy: {@link #header} changes the request; without those added when it is sent
   */
  public Headers headers() {
    return Headers.of(headers);
  }

  /**
   * Returns the headers left out.
   *
   * @return lower-case names; a live set
   */
  public Set<String> suppressedHeaders() {
    return suppressedHeaders;
  }

  /**
   * Returns the cookies.
   *
   * @return a live list; null when cookies were never set
   */
  public @Nullable List<Cookie> cookies() {
    return cookies;
  }

  /**
   * Returns the payload.
   *
   * @return as set, a {@link UrlEncodedForm}, or null for none
   */
  public @Nullable Object payload() {
    return payload;
  }

  /**
   * Returns the parts of the multipart form.
   *
   * @return a live list; null without a form
   */
  public @Nullable List<FormPart> parts() {
    return parts;
  }

  /**
   * Returns the address of the peer.
   *
   * @return an IP address
   */
  public String remoteAddress() {
    return remoteAddress;
  }

  /**
   * Returns the default of the host header.
   *
   * @return host and port, or null
   */
  public @Nullable String authority() {
    return authority;
  }

  /**
   * Returns whether the request is checked.
   *
   * @return true by default
   */
  public boolean isValidated() {
    return validated;
  }

  /**
   * Returns whether the response comes as a stream.
   *
   * @return false by default
   */
  public boolean isPayloadAsStream() {
    return payloadAsStream;
  }

  /**
   * Returns how the client behaves badly.
   *
   * @return a live set
   */
  public Set<Simulation> simulations() {
    return simulations;
  }
}
