package dev.fastjava.spring.boot.test.app;

import dev.fastjava.Hook;
import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.RegisterHook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Guards all routes, and has a route and services of its own. */
@Configuration(proxyBeanMethods = false)
class Doorkeeping {
  /** What the hook needs. */
  record Key(String value) {}

  @Bean
  Key key() {
    return new Key("wrong");
  }

  @Bean
  @RegisterHook("onRequest")
  Hook doorkeeper(Key wrong) {
    return (request, reply) -> {
      if (wrong.value().equals(request.header("key"))) {
        reply.code(403).send("closed");
      }
    };
  }

  /** Goes with the plugin that it belongs to. */
  @Bean
  @RegisterHook(value = "onRequest", plugin = "reportRoutes")
  Hook reportKeeper() {
    return (request, reply) -> reply.header("kept", "yes");
  }

  @Bean
  RouteDefinition door(StringBuilder visitors) {
    return RouteDefinition.get("/door").handler((request, reply) -> visitors.toString());
  }

  @Bean
  StringBuilder visitors() {
    return new StringBuilder("nobody");
  }
}
