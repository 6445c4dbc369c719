package dev.fastjava.it;

import dev.fastjava.RouteDefinition;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The same service as a controller and as routes. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ItemsApplication {

  /** Holds requests until a test lets them go. */
  static final class Gate {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);

    Map<String, String> pass() {
      entered.countDown();
      try {
        if (!open.await(60, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nobody opens the gate");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return Map.of("passed", "yes");
    }
  }

  @ResponseStatus(HttpStatus.GONE)
  static final class SoldOut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SoldOut() {
      super("sold out");
    }
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such item");
  }

  @RestController
  static class Items {
    private final Gate gate;

    Items(Gate gate) {
      this.gate = gate;
    }

    @GetMapping("/items/{id}")
    Map<String, String> one(@PathVariable String id) {
      return Map.of("id", id);
    }

    @PostMapping("/items")
    ResponseEntity<Map<String, String>> add() {
      return ResponseEntity.created(URI.create("/items/1")).body(Map.of("id", "1"));
    }

    @GetMapping("/missing")
    Object lacking() {
      throw missing();
    }

    @GetMapping("/gone")
    Object gone() {
      throw new SoldOut();
    }

    @GetMapping("/broken")
    Object broken() {
      throw new IllegalStateException("a secret");
    }

    @GetMapping("/moved")
    ResponseEntity<Object> moved() {
      return ResponseEntity.status(302).location(URI.create("/items/1")).build();
    }

    @GetMapping("/slow")
    Map<String, String> slow() {
      return gate.pass();
    }
  }

  @Bean
  Gate gate() {
    return new Gate();
  }

  @Bean
  RouteDefinition one() {
    return RouteDefinition.get("/items/:id")
        .handler((request, reply) -> Map.of("id", String.valueOf(request.param("id"))));
  }

  @Bean
  RouteDefinition add(Items items) {
    return RouteDefinition.post("/items").handler((request, reply) -> items.add());
  }

  @Bean
  RouteDefinition lacking(Items items) {
    return RouteDefinition.get("/missing").handler((request, reply) -> items.lacking());
  }

  @Bean
  RouteDefinition gone(Items items) {
    return RouteDefinition.get("/gone").handler((request, reply) -> items.gone());
  }

  @Bean
  RouteDefinition broken(Items items) {
    return RouteDefinition.get("/broken").handler((request, reply) -> items.broken());
  }

  @Bean
  RouteDefinition moved(Items items) {
    return RouteDefinition.get("/moved").handler((request, reply) -> items.moved());
  }

  @Bean
  RouteDefinition slow(Items items) {
    return RouteDefinition.get("/slow").handler((request, reply) -> items.slow());
  }
}
