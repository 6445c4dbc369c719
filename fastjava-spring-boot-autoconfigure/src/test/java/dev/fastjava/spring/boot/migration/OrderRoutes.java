package dev.fastjava.spring.boot.migration;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.spring.boot.RegisterPlugin;
import dev.fastjava.spring.boot.migration.Orders.NewOrder;
import dev.fastjava.spring.boot.migration.Orders.Order;
import dev.fastjava.spring.boot.migration.Orders.Page;
import dev.fastjava.spring.boot.migration.Orders.UnknownOrder;
import dev.fastjava.type.TypeRef;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@RegisterPlugin(prefix = "/orders")
class OrderRoutes implements Plugin {
  record ById(long id) {}

  private final Orders orders;

  OrderRoutes(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void register(Fastjava app, PluginOptions options) {
    app.setErrorHandler(
        (error, request, reply) ->
            error instanceof UnknownOrder
                ? reply.code(404).send(Map.of("problem", error.getMessage()))
                : reply.next(error));

    app.get(
        "/",
        route ->
            route
                .querystring(Page.class)
                .response(200, new TypeRef<List<Order>>() {})
                .handle((page, request, reply) -> orders.list(page)));

    app.get(
        "/:id",
        route ->
            route
                .params(ById.class)
                .response(200, Order.class)
                .handle((path, request, reply) -> orders.find(path.id())));

    app.post(
        "/",
        route ->
            route
                .body(NewOrder.class)
                .response(201, Order.class)
                .handle(
                    (order, request, reply) -> {
                      Order placed = orders.place(order);
                      reply.code(201).header("location", "/orders/" + placed.id());
                      return placed;
                    }));
  }
}
