package dev.fastjava.spring.boot.reply;

import dev.fastjava.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Takes status and headers of an entity; its body is the payload. */
final class EntityReplies {
  private EntityReplies() {}

  static @Nullable Object unwrap(HttpEntity<?> entity, Reply reply) {
    if (entity instanceof ResponseEntity<?> response) {
      reply.code(response.getStatusCode().value());
    }
    headers(entity.getHeaders(), reply);
    return entity.getBody();
  }

  static void headers(HttpHeaders headers, Reply reply) {
    for (Map.Entry<String, List<String>> header : headers.headerSet()) {
      List<String> values = header.getValue();
      if (values.size() == 1) {
        reply.header(header.getKey(), values.get(0));
      } else if (!values.isEmpty()) {
        reply.header(header.getKey(), values);
      }
    }
  }
}
