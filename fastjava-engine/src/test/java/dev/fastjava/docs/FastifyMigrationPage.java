package dev.fastjava.docs;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.Plugins;
import dev.fastjava.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Java of the page {@code docs/MigratingFromFastify.md}. */
final class FastifyMigrationPage {
  private FastifyMigrationPage() {}

  static Fastjava app() {
    Fastjava app = Fastjava.create(o -> o.bodyLimit(65_536));

    List<Object> orders = new ArrayList<>();
    app.register(Plugins.shared("db", (self, options) -> self.decorate("orders", orders)));

    JsonSchema order =
        object()
            .prop("customer", string().minLength(1).required())
            .prop("quantity", integer().minimum(1).defaultValue(1));

    Plugin routes =
        (child, options) -> {
          child.onRequest(
              (request, reply) -> {
                if (!"secret".equals(request.header("x-api-key"))) {
                  reply.code(401).send(Map.of("problem", "no key"));
                }
              });
          child.post(
              "/orders",
              r -> r.schema(s -> s.body(order).response(201, order)),
              (request, reply) -> {
                List<Object> all = request.server().requireDecorator("orders", List.class);
                all.add(request.body());
                return reply.code(201).send(request.body());
              });
        };
    app.register(routes, o -> o.prefix("/v1"));
    return app;
  }
}
