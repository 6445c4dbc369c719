package dev.fastjava.internal.inject;

import dev.fastjava.http.Headers;
import dev.fastjava.http.ReasonPhrases;
import dev.fastjava.inject.InjectResponse;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A response as its caller sees it. */
final class InjectedResponse implements InjectResponse {
  private final ResponseJson json;
  private final int statusCode;
  private final Headers headers;
  private final List<Informational> informational;
  private final ResponseBody body;
  private final Supplier<Map<String, String>> trailers;

  InjectedResponse(
      ResponseJson json,
      int statusCode,
      Map<String, Object> headers,
      List<Informational> informational,
      ResponseBody body,
      Supplier<Map<String, String>> trailers) {
    this.json = json;
    this.statusCode = statusCode;
    this.headers = Headers.of(headers);
    this.informational = informational;
    this.body = body;
    this.trailers = trailers;
  }

  @Override
  public int statusCode() {
    return statusCode;
  }

  @Override
  public String statusMessage() {
    return ReasonPhrases.of(statusCode);
  }

  @Override
  public Headers headers() {
    return headers;
  }

  @Override
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  @Override
  public List<String> headerLines(String name) {
    return headers.all(name);
  }

  @Override
  public Map<String, String> trailers() {
    return trailers.get();
  }

  @Override
  public List<Informational> informational() {
    return informational;
  }

  @Override
  public List<Cookie> cookies() {
    return SetCookieHeader.parse(headers.asMap().get("set-cookie"));
  }

  @Override
  public @Nullable Cookie cookie(String name) {
    return cookies().stream()
        .filter(cookie -> cookie.name().equals(name))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  @Override
  public byte[] bodyBytes() {
    if (body instanceof ResponseBody.Collected collected) {
      return collected.toByteArray();
    }
    throw new IllegalStateException(
        "Response payload is not available with payloadAsStream: true; read stream()");
  }

  @Override
  public String body() {
    return new String(bodyBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable Object json() {
    return json.read(body());
  }

  @Override
  public <T> T json(Class<T> type) {
    return json(type, type);
  }

  @Override
  public <T> T json(Type type, Class<T> raw) {
    Object value = json.bind(body(), type);
    if (value == null) {
      throw new IllegalStateException("The body is null, and no " + type.getTypeName());
    }
    return raw.cast(value);
  }

  @Override
  public InputStream stream() {
    return body.stream();
  }

  @Override
  public String toString() {
    return ResponseText.of(this, body instanceof ResponseBody.Collected);
  }
}
