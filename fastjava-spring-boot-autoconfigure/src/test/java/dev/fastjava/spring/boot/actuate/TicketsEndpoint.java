package dev.fastjava.spring.boot.actuate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Operations of all kinds. */
@Endpoint(id = "tickets")
class TicketsEndpoint {

  @ReadOperation
  Map<String, Object> all(@Nullable Integer limit, SecurityContext security) {
    return Map.of(
        "limit",
        limit == null ? -1 : limit,
        "thread",
        Thread.currentThread().getName(),
        "admin",
        security.isUserInRole("ADMIN"));
  }

  @ReadOperation
  @Nullable Map<String, String> one(@Selector String id) {
    return id.equals("none") ? null : Map.of("id", id);
  }

  @ReadOperation
  Map<String, Object> rest(
      @Selector String id, @Selector(match = Match.ALL_REMAINING) String... path) {
    return Map.of("id", id, "path", List.of(path));
  }

  @WriteOperation
  WebEndpointResponse<Map<String, Object>> change(
      @Selector String id, String title, @Nullable Integer seats) {
    return new WebEndpointResponse<>(
        Map.of("id", id, "title", title, "seats", seats == null ? 0 : seats), 202);
  }

  @DeleteOperation
  void remove(@Selector String id) {}

  /** Texts, resources and publishers. */
  @Endpoint(id = "prints")
  static class Prints {
    @ReadOperation(produces = "text/plain")
    String text() {
      return "a print";
    }

    @ReadOperation
    @Nullable Object other(@Selector String kind) {
      return switch (kind) {
        case "mono" -> Mono.just(Map.of("kind", kind));
        case "flux" -> Flux.just("a", "b");
        case "late" -> Mono.empty();
        default -> null;
      };
    }

    @WriteOperation
    Resource file() {
      return new ByteArrayResource("0123456789".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
