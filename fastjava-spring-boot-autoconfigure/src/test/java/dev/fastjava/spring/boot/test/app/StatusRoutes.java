package dev.fastjava.spring.boot.test.app;

import dev.fastjava.RouteDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatusRoutes {

  @Bean
  RouteDefinition status() {
    return RouteDefinition.get("/status").handler((request, reply) -> "up");
  }
}
