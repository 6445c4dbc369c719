package dev.fastjava;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to inject. Mutable; may be sent again.
 *
 * <p>Reference: Guides/Testing.
 */
public final class InjectRequest {
  private String method = "GET";
  private String url = "/";
  private @Nullable Object payload;
  private String remoteAddress = "127.0.0.1";
  private @Nullable String authority;
  private final Map<String, Object> headers = new LinkedHashMap<>();
  private final Map<String, Object> query = new LinkedHashMap<>();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final List<FormPart> parts = new ArrayList<>();

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

  /** Makes a GET request of {@code /}. */
  public InjectRequest() {}

  /**
   * Sets the method.
   *
   * @param method the HTTP method; GET by default
   * @return this
   */
  public InjectRequest method(String method) {
    this.method = method;
    return this;
  }

  /**
   * Sets the url.
   *
   * @param url path and query, or an absolute url that tells the host as well
   * @return this
   */
  public InjectRequest url(String url) {
    this.url = url;
    return this;
  }

  /**
   * Adds a query parameter to those of the url.
   *
   * @param name its name
   * @param value a value, or a list of values
   * @return this
   */
  public InjectRequest query(String name, Object value) {
    query.put(name, value);
    return this;
  }

  /**
   * Sets a header.
   *
   * @param name its name, in any case
   * @param value a text, number, or list of texts for several lines
   * @return this
   */
  public InjectRequest header(String name, Object value) {
    headers.put(name, value);
    return this;
  }

  /**
   * Sets headers.
   *
   * @param headers names and values
   * @return this
   */
  public InjectRequest headers(Map<String, ?> headers) {
    this.headers.putAll(headers);
    return this;
  }

  /**
   * Adds a cookie.
   *
   * @param name its name
   * @param value its value; percent-encoded on the wire
   * @return this
   */
  public InjectRequest cookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /**
   * Sets the payload.
   *
   * @param payload a text, bytes or {@link java.io.InputStream} sent as it is; any other value is
   *     sent as JSON with that content type unless one is set
   * @return this
   */
  public InjectRequest payload(Object payload) {
    this.payload = payload;
    return this;
  }

  /**
   * Adds a field of a multipart form.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public InjectRequest field(String name, String value) {
    parts.add(new FormPart(name, null, null, StandardCharsets.UTF_8.encode(value)));
    return this;
  }

  /**
   * Adds a file of a multipart form.
   *
   * @param name the name of the field
   * @param filename the name of the file
   * @param contentType its media type; null for {@code application/octet-stream}
   * @param content its content
   * @return this
   */
  public InjectRequest file(
      String name, String filename, @Nullable String contentType, byte[] content) {
    parts.add(new FormPart(name, filename, contentType, ByteBuffer.wrap(content.clone())));
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
   * Returns the method.
   *
   * @return the HTTP method
   */
  public String method() {
    return method;
  }

  /**
   * Returns the url.
   *
   * @return as set
   */
  public String url() {
    return url;
  }

  /**
   * Returns the query parameters added.
   *
   * @return a live map
   */
  public Map<String, Object> query() {
    return query;
  }

  /**
   * Returns the headers.
   *
   * @return a live map
   */
  public Map<String, Object> headers() {
    return headers;
  }

  /**
   * Returns the cookies.
   *
   * @return a live map
   */
  public Map<String, String> cookies() {
    return cookies;
  }

  /**
   * Returns the payload.
   *
   * @return as set; null for none
   */
  public @Nullable Object payload() {
    return payload;
  }

  /**
   * Returns the parts of the multipart form.
   *
   * @return a live list; empty without a form
   */
  public List<FormPart> parts() {
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
}
