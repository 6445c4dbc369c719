package dev.fastjava.sample;

import static dev.fastjava.schema.Schemas.enumOf;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.Request;
import dev.fastjava.schema.ObjectSchema;
import dev.fastjava.spring.boot.RegisterPlugin;
import org.springframework.stereotype.Component;

/** {@code /v1/orders}: placing, looking up and cancelling orders. */
@Component
@RegisterPlugin(prefix = "/v1", name = "orders", dependsOn = "db")
class OrderRoutes implements Plugin {
  private static final ObjectSchema FILTER =
      object()
          .prop("customer", string().minLength(2))
          .prop("status", enumOf(OrderStatus.class))
          .extend(Paging.SCHEMA);

  private static final ObjectSchema ID = object().prop("id", integer().minimum(1).required());

  private final ApiKeyHook apiKey;

  OrderRoutes(ApiKeyHook apiKey) {
    this.apiKey = apiKey;
  }

  @Override
  public void register(Fastjava app, PluginOptions options) {
    Orders orders = app.requireDecorator("orders", Orders.class);

    app.get(
        "/orders",
        route -> route.schema(s -> s.querystring(FILTER).response(200, OrderPage.class)),
        (request, reply) -> orders.find(filter(request)));

    app.get(
        "/orders/:id",
        route -> route.schema(s -> s.params(ID).response(200, Order.class)),
        (request, reply) -> orders.get(id(request)));

    app.post(
        "/orders",
        route ->
            route.schema(s -> s.body(NewOrder.SCHEMA).response(201, Order.class)).onRequest(apiKey),
        (request, reply) -> {
          Order order = orders.place(request.body(NewOrder.class));
          return reply
              .code(201)
              .header("location", app.prefix() + "/orders/" + order.id())
              .send(order);
        });

    app.post(
        "/orders/:id/cancel",
        route -> route.schema(s -> s.params(ID).response(200, Order.class)).onRequest(apiKey),
        (request, reply) -> orders.cancel(id(request)));
  }

  private static OrderFilter filter(Request request) {
    return new OrderFilter(
        request.query("customer"),
        request.queryOptional("status", OrderStatus.class).orElse(null),
        Paging.of(request));
  }

  private static long id(Request request) {
    return request.paramAs("id", Long.class);
  }
}
