package dev.fastjava.docs;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.Plugins;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.type.DecoratorKey;
import dev.fastjava.type.TypeRef;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The Java of the page {@code docs/MigratingFromFastify.md}. */
final class FastifyMigrationPage {
  private FastifyMigrationPage() {}

  static Fastjava app() {
    Fastjava app = Fastjava.create(o -> o.bodyLimit(65_536));

    DecoratorKey<Queue<Object>> orders = DecoratorKey.of("orders", new TypeRef<>() {});
    app.register(
        Plugins.shared(
            "db", (self, options) -> self.decorate(orders, new ConcurrentLinkedQueue<>())));

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
                request.server().require(orders).add(request.body());
                return reply.code(201).send(request.body());
              });
        };
    app.register(routes, o -> o.prefix("/v1"));
    return app;
  }
}
