package dev.fastjava.spring.boot.docs;

import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.RouteDefinition;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GreetingRoutes {

  @Bean
  RouteDefinition hello(Greeter greeter) {
    return RouteDefinition.get("/hello/:name")
        .schema(s -> s.params(object().prop("name", string().minLength(2))))
        .handler((request, reply) -> Map.of("greeting", greeter.greet(request.param("name"))));
  }
}
