package dev.fastjava.internal.lifecycle;

import dev.fastjava.http.Headers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of a request as validation and hooks have left them; made when asked for. */
final class LiveHeaders implements Headers {
  private final LiveRequest request;

  LiveHeaders(LiveRequest request) {
    this.request = request;
  }

  @Override
  public @Nullable String get(String name) {
    return request.header(name);
  }

  @Override
  public List<String> all(String name) {
    return request.headerLines(name);
  }

  @Override
  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(request.headerMap());
  }

  @Override
  public String toString() {
    return names().toString();
  }
}
