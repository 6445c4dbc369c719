package dev.fastjava.internal.inject;

import dev.fastjava.http.Headers;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectRequest.Cookie;
import dev.fastjava.inject.InjectRequest.FormPart;
import dev.fastjava.inject.InjectRequest.Simulation;
import dev.fastjava.inject.InjectRequest.UrlEncodedForm;
import dev.fastjava.internal.exchange.BodyInputStream;
import dev.fastjava.internal.exchange.HeaderLines;
import dev.fastjava.internal.exchange.HttpMethods;
import dev.fastjava.spi.IncomingRequest;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request as it would come from a connection.
 *
 * @param method in upper case
 * @param target path and query
 * @param headers lower-case names, each with a text or a list of texts for several lines
 * @param connection what is known of it
 * @param payload {@code byte[]} or {@link InputStream}
 * @param simulations how the client behaves badly
 * @param streamed whether the response is read as a stream
 */
record InjectedRequest(
    String method,
    String target,
    Map<String, Object> headers,
    Connection connection,
    Object payload,
    Set<Simulation> simulations,
    boolean streamed)
    implements Headers {

  private static final byte[] NO_PAYLOAD = {};

  /** What is known of the connection that a request came by. */
  record Connection(String httpVersion, String remoteAddress, int remotePort, boolean encrypted) {}

  /** A request that another server received; nothing is added to it. */
  static InjectedRequest of(IncomingRequest request) {
    Map<String, Object> headers = new LinkedHashMap<>();
    for (String name : request.headers().names()) {
      List<String> lines = request.headers().all(name);
      headers.put(lowerCase(name), lines.size() == 1 ? lines.get(0) : lines);
    }
    Object body = request.body();
    return new InjectedRequest(
        request.method(),
        request.url(),
        headers,
        new Connection(
            request.httpVersion(),
            request.remoteAddress(),
            request.remotePort(),
            request.isEncrypted()),
        body instanceof Flow.Publisher<?> publisher
            ? BodyInputStream.of(byteBuffers(publisher))
            : body,
        Set.of(),
        false);
  }

  /**
   * Completes a request with defaults.
   *
   * @param jsonWriter writes payloads that are neither texts nor bytes
   * @throws IllegalArgumentException when the request is not valid
   */
  static InjectedRequest of(InjectRequest request, Function<Object, byte[]> jsonWriter) {
    String method = request.method().toUpperCase(Locale.ROOT);
    String givenUrl = request.url();
    if (request.isValidated()) {
      checkMethod(request.method(), method);
    }
    if (givenUrl == null) {
      throw invalid(
          "must have required property 'url',must have required property 'path',"
              + "must match exactly one schema in oneOf",
          "The request to inject has no url");
    }
    InjectedUrl url = InjectedUrl.parse(givenUrl);
    url = url.withQuery(QueryParameters.merge(url.query(), request.queryText(), request.query()));

    Map<String, Object> headers = new LinkedHashMap<>(request.headers().asMap());
    Set<String> suppressed = request.suppressedHeaders();
    if (!suppressed.contains("user-agent")) {
      headers.putIfAbsent("user-agent", "lightMyRequest");
    }
    if ("".equals(headers.getOrDefault("host", ""))) {
      String authority = request.authority();
      headers.put("host", authority == null || authority.isEmpty() ? url.host() : authority);
    }
    addCookies(request.cookies(), url.path(), headers);
    Object payload = payload(request, headers, jsonWriter);
    suppressed.forEach(headers::remove);
    return new InjectedRequest(
        method,
        url.target(),
        headers,
        new Connection(
            "1.1",
            request.remoteAddress().isEmpty() ? "127.0.0.1" : request.remoteAddress(),
            0,
            false),
        payload,
        Set.copyOf(request.simulations()),
        request.isPayloadAsStream());
  }

  private static void checkMethod(String given, String upperCase) {
    boolean oneCase = given.equals(upperCase) || given.equals(given.toLowerCase(Locale.ROOT));
    if (!oneCase || !HttpMethods.isKnown(upperCase)) {
      throw invalid(
          "must be equal to one of the allowed values",
          "The method of the request to inject is " + given + "; validate(false) lets it pass");
    }
  }

  /** The message is the reference's; the cause says it in plain words. */
  private static IllegalArgumentException invalid(String message, String explanation) {
    return new IllegalArgumentException(message, new IllegalArgumentException(explanation));
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static void addCookies(
      @Nullable List<Cookie> cookies, String path, Map<String, Object> headers) {
    if (cookies == null) {
      return;
    }
    String added = CookieHeader.of(cookies, path);
    String given = joined("cookie", headers.getOrDefault("cookie", ""));
    headers.put("cookie", given.isEmpty() ? added : added.isEmpty() ? given : given + "; " + added);
  }

  private static Object payload(
      InjectRequest request, Map<String, Object> headers, Function<Object, byte[]> jsonWriter) {
    List<FormPart> parts = request.parts();
    if (parts != null) {
      MultipartForm form = new MultipartForm(parts);
      headers.put("content-type", form.contentType());
      headers.put("transfer-encoding", "chunked");
      return form.toByteArray();
    }
    Object payload = request.payload();
    if (payload instanceof InputStream) {
      return payload;
    }
    if (payload instanceof Flow.Publisher<?> publisher) {
      return BodyInputStream.of(byteBuffers(publisher));
    }
    if (payload == null || isNoPayload(payload)) {
      return NO_PAYLOAD;
    }
    byte[] bytes = bytes(payload, headers, jsonWriter);
    headers.putIfAbsent("content-length", Integer.toString(bytes.length));
    return bytes;
  }

  @SuppressWarnings("unchecked") // documented: a publisher of byte buffers
  private static Flow.Publisher<ByteBuffer> byteBuffers(Flow.Publisher<?> publisher) {
    return (Flow.Publisher<ByteBuffer>) publisher;
  }

  /** What is false in JavaScript is no payload there. */
  private static boolean isNoPayload(Object payload) {
    if (payload instanceof Number number) {
      double value = number.doubleValue();
      return value == 0 || Double.isNaN(value);
    }
    return payload.equals("") || payload.equals(false);
  }

  private static byte[] bytes(
      Object payload, Map<String, Object> headers, Function<Object, byte[]> jsonWriter) {
    if (payload instanceof CharSequence text) {
      return UrlEncoding.utf8(text.toString());
    }
    if (payload instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (payload instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    if (payload instanceof UrlEncodedForm form) {
      headers.putIfAbsent("content-type", "application/x-www-form-urlencoded");
      QueryParameters fields = new QueryParameters();
      form.fields().forEach(fields::set);
      return UrlEncoding.utf8(fields.toString());
    }
    headers.putIfAbsent("content-type", "application/json");
    return jsonWriter.apply(payload);
  }

  @Override
  public @Nullable String get(String name) {
    // Names are in lower case mostly; then no new text is made.
    String key = lowerCase(name);
    Object value = headers.get(key);
    return value == null ? null : joined(key, value);
  }

  @Override
  public List<String> all(String name) {
    return lines(headers.getOrDefault(lowerCase(name), List.of()));
  }

  private static List<String> lines(Object value) {
    return value instanceof List<?> lines
        ? lines.stream().map(String::valueOf).toList()
        : List.of((String) value);
  }

  private static String joined(String name, Object value) {
    return value instanceof String text ? text : HeaderLines.joined(name, lines(value));
  }

  @Override
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> map.put(name, name.equals("set-cookie") ? value : joined(name, value)));
    return map;
  }

  @Override
  public String toString() {
    return method + " " + target + " " + names();
  }

  /** The header lines: names and values in turn. */
  List<String> headerLines() {
    List<String> lines = new ArrayList<>(headers.size() * 2);
    headers.forEach(
        (name, value) -> {
          for (Object each : value instanceof List<?> list ? list : List.of(value)) {
            lines.add(name);
            lines.add((String) each);
          }
        });
    return List.copyOf(lines);
  }
}
