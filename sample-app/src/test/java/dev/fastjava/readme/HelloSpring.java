package dev.fastjava.readme;

import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.RouteDefinition;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class HelloSpring {
  public static void main(String[] args) {
    SpringApplication.run(HelloSpring.class, args);
  }

  @Bean
  RouteDefinition hello() {
    return RouteDefinition.get("/hello/:name")
        .schema(s -> s.params(object().prop("name", string().minLength(2))))
        .handler((request, reply) -> Map.of("hello", request.paramAs("name", String.class)));
  }
}
