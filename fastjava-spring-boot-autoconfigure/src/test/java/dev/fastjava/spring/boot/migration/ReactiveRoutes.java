package dev.fastjava.spring.boot.migration;

import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.migration.Orders.Order;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class ReactiveRoutes {

  @Bean
  RouteDefinition ticker() {
    return RouteDefinition.get("/orders/live")
        .handler(
            (request, reply) -> {
              reply.type("text/event-stream");
              return Flux.interval(Duration.ofMillis(10))
                  .map(tick -> new Order(tick, "customer " + tick, 1))
                  .take(3);
            });
  }
}
