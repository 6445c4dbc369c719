package dev.fastjava.conformance.random;

import static dev.fastjava.conformance.random.Draw.map;

import dev.fastjava.conformance.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes requests to inject into bytes for a connection. */
final class RawRequests {
  private RawRequests() {}

  /** The same request over a connection that ends with it, so that nobody waits for more. */
  static Map<String, @Nullable Object> of(Map<String, @Nullable Object> request) {
    StringBuilder raw = new StringBuilder();
    raw.append(request.get("method"))
        .append(' ')
        .append(request.get("url"))
        .append(" HTTP/1.1\r\n");
    raw.append("Host: localhost\r\nConnection: close\r\n");
    Object headers = request.get("headers");
    if (headers instanceof Map<?, ?> map) {
      map.forEach((name, value) -> raw.append(name).append(": ").append(value).append("\r\n"));
    }
    if (request.get("payloadStream") instanceof List<?> chunks) {
      raw.append("Transfer-Encoding: chunked\r\n\r\n");
      chunks.forEach(
          chunk ->
              raw.append(Integer.toHexString(chunk.toString().length()))
                  .append("\r\n")
                  .append(chunk)
                  .append("\r\n"));
      raw.append("0\r\n\r\n");
    } else if (request.containsKey("payload")) {
      Object payload = request.get("payload");
      boolean text = payload instanceof String;
      String body = text ? (String) payload : Scenario.json(payload);
      if (!text && !(headers instanceof Map<?, ?> map && map.containsKey("content-type"))) {
        raw.append("Content-Type: application/json\r\n");
      }
      raw.append("Content-Length: ")
          .append(body.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n\r\n")
          .append(body);
    } else {
      raw.append("\r\n");
    }
    Map<String, @Nullable Object> sent = map("via", "socket", "raw", raw.toString());
    if ("HEAD".equals(request.get("method"))) {
      sent.put("methods", List.of("HEAD"));
    }
    return sent;
  }
}
