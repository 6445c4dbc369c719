package dev.fastjava.spring.boot.docs;

import dev.fastjava.BodyParser;
import dev.fastjava.ErrorHandler;
import dev.fastjava.Handler;
import dev.fastjava.Hook;
import dev.fastjava.spring.boot.RegisterDecorator;
import dev.fastjava.spring.boot.RegisterErrorHandler;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterNotFoundHandler;
import dev.fastjava.spring.boot.RegisterParser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Parts {

  @Bean
  @RegisterNotFoundHandler
  Handler notFound() {
    return (request, reply) -> reply.code(404).send(Map.of("problem", "no such page"));
  }

  @Bean
  @RegisterParser("text/csv")
  BodyParser csv() {
    return BodyParser.text((request, body) -> List.of(body.split(",")));
  }

  @Bean
  @RegisterDecorator("cashDesks")
  Semaphore cashDesks() {
    return new Semaphore(3);
  }

  @Bean
  @RegisterHook(value = "onRequest", plugin = "users")
  Hook neverCached() {
    return (request, reply) -> reply.header("cache-control", "no-store");
  }

  @Bean
  @RegisterErrorHandler(plugin = "users")
  ErrorHandler userProblems() {
    return (error, request, reply) -> reply.code(422).send("user: " + error.getMessage());
  }
}
