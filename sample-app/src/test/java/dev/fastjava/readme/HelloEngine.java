package dev.fastjava.readme;

import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.Fastjava;
import java.util.Map;

public class HelloEngine {
  public static void main(String[] args) {
    Fastjava app = app();
    System.out.println("Listening on " + app.listen(o -> o.port(3000)).join());
  }

  static Fastjava app() {
    return Fastjava.create()
        .get(
            "/hello/:name",
            route -> route.schema(s -> s.params(object().prop("name", string().minLength(2)))),
            (request, reply) -> Map.of("hello", request.paramAs("name", String.class)));
  }
}
