package dev.fastjava.spring.boot.docs;

import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.accesslog.AccessLogCondition;
import dev.fastjava.spring.boot.observation.ServerRequestObservationContext;
import io.micrometer.common.KeyValue;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Orders {

  @Bean
  RouteDefinition order() {
    return RouteDefinition.get("/orders/:id")
        .handler(
            (request, reply) -> {
              ServerRequestObservationContext.findCurrent(request)
                  .ifPresent(
                      context ->
                          context.addHighCardinalityKeyValue(
                              KeyValue.of("order", request.params().get("id").toString())));
              return Map.of("id", request.params().get("id"));
            });
  }

  @Bean
  AccessLogCondition withoutProbes() {
    return (request, reply) -> request.raw().header("x-probe") == null;
  }
}
