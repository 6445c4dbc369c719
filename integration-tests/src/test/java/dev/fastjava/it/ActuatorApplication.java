package dev.fastjava.it;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.util.MimeTypeUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Endpoints with operations of all kinds, and health that is not well. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ActuatorApplication {

  @Bean
  HealthIndicator ordersHealthIndicator() {
    return () -> Health.outOfService().withDetail("reason", "sold out").build();
  }

  @Bean
  Tickets tickets() {
    return new Tickets();
  }

  @Bean
  TicketsOverHttp ticketsOverHttp() {
    return new TicketsOverHttp();
  }

  @Bean
  Prints prints() {
    return new Prints();
  }

  @Bean
  Deep deep() {
    return new Deep();
  }

  @Endpoint(id = "deep")
  static class Deep {
    @ReadOperation
    List<String> all(@Selector(match = Match.ALL_REMAINING) String... path) {
      return List.of(path);
    }
  }

  @Endpoint(id = "tickets")
  static class Tickets {
    @ReadOperation
    Map<String, Object> all(@Nullable Integer limit, SecurityContext security) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("limit", limit == null ? -1 : limit);
      all.put("known", security.getPrincipal() != null);
      all.put("admin", security.isUserInRole("ADMIN"));
      return all;
    }

    @ReadOperation
    @Nullable Map<String, String> one(@Selector String id) {
      return id.equals("none") ? null : Map.of("id", id);
    }

    @ReadOperation
    List<String> rest(@Selector String id, @Selector(match = Match.ALL_REMAINING) String... path) {
      return Stream.concat(Stream.of(id), Arrays.stream(path)).toList();
    }

    @DeleteOperation
    void remove(@Selector String id) {}
  }

  /** What HTTP alone has. */
  @EndpointWebExtension(endpoint = Tickets.class)
  static class TicketsOverHttp {
    @WriteOperation
    WebEndpointResponse<List<String>> change(
        @Selector String id, String title, @Nullable Integer seats) {
      return new WebEndpointResponse<>(List.of(id, title, String.valueOf(seats)), 202);
    }
  }

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
        case "flux" -> Flux.just("a", "b").map(letter -> Map.of("letter", letter));
        case "text" -> new WebEndpointResponse<>("text", MimeTypeUtils.TEXT_PLAIN);
        case "created" -> new WebEndpointResponse<>(Map.of("kind", kind), 201);
        default -> null;
      };
    }

    @ReadOperation
    Mono<Map<String, String>> late(@Selector String kind, @Selector String which) {
      return Mono.empty();
    }

    @WriteOperation
    Resource file() {
      return new ByteArrayResource("0123456789".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
