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

/**
 * A response as its caller sees it.
 *
 * @param reader reads its body as JSON
 * @param sent its body, or what of it has come
 * @param lastTrailers its trailers, once they have come
 */
record InjectedResponse(
    ResponseJson reader,
    int statusCode,
    Headers headers,
    List<Informational> informational,
    ResponseBody sent,
    Supplier<Map<String, String>> lastTrailers)
    implements InjectResponse {
  @Override
  public String statusMessage() {
    return ReasonPhrases.of(statusCode);
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
    return lastTrailers.get();
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
    if (sent instanceof ResponseBody.Collected collected) {
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
    return reader.read(body());
  }

  @Override
  public <T> T json(Class<T> type) {
    return json(type, type);
  }

  @Override
  public <T> T json(Type type, Class<T> raw) {
    Object value = reader.bind(body(), type);
    if (value == null) {
      throw new IllegalStateException("The body is null, and no " + type.getTypeName());
    }
    return raw.cast(value);
  }

  @Override
  public InputStream stream() {
    return sent.stream();
  }

  @Override
  public String toString() {
    return ResponseText.of(this, sent instanceof ResponseBody.Collected);
  }
}
