package dev.fastjava.it.app;

import dev.fastjava.RouteDefinition;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells clients who they are by their certificates. */
@Configuration(proxyBeanMethods = false)
class WhoRoutes {
  @Bean
  RouteDefinition who() {
    return RouteDefinition.get("/who")
        .handler(
            (request, reply) ->
                request.raw().clientCertificates().stream()
                    .findFirst()
                    .map(each -> Map.of("who", each.getSubjectX500Principal().getName()))
                    .orElse(Map.of("who", "nobody")));
  }

  @Bean
  RouteDefinition broken() {
    return RouteDefinition.get("/broken")
        .handler(
            (request, reply) -> {
              throw new IllegalStateException("the password of the database is 1234");
            });
  }
}
