package dev.fastjava.spring.boot.test.app;

import dev.fastjava.RouteDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MixedConfiguration {

  @Bean
  RouteDefinition mixed(StringBuilder buffer) {
    return RouteDefinition.get("/mixed").handler((request, reply) -> buffer.toString());
  }

  @Bean
  StringBuilder buffer() {
    return new StringBuilder("mixed");
  }
}
