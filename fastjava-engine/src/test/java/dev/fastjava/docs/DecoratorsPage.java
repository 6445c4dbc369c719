package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.type.DecoratorKey;
import dev.fastjava.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Java of the page {@code docs/Decorators.md}. */
@SuppressWarnings({"UnusedVariable", "FutureReturnValueIgnored"}) // shown, not used
final class DecoratorsPage {
  static final DecoratorKey<String> USER = DecoratorKey.of("user", String.class);
  static final DecoratorKey<Integer> ATTEMPTS = DecoratorKey.of("attempts", int.class);
  static final DecoratorKey<List<String>> ORDERS = DecoratorKey.of("orders", new TypeRef<>() {});

  private DecoratorsPage() {}

  static void example1(Fastjava app) throws Exception {
    app.decorate(ORDERS, new ArrayList<>()); // of the server
    app.decorateRequest(USER); // of every request; null at first
    app.decorateReply(ATTEMPTS, 0); // of every reply
    app.onRequest((request, reply) -> request.set(USER, request.header("x-user")));
    app.get(
        "/",
        (request, reply) -> {
          String user = request.get(USER); // null without the header
          List<String> orders = request.server().require(ORDERS);
          return Map.of("user", user == null ? "nobody" : user, "orders", orders.size());
        });
  }

  static void example2(Fastjava app) throws Exception {
    app.decorateRequest("name", "nobody");
    app.decorateRequestGetter("greeting", r -> "Hello " + r.getDecorator("name"), "name");
    app.decorateGetter("place", server -> "context " + server.prefix());
    app.decorateRequestAccessors(USER, r -> r.header("x-user"), (r, user) -> r.log().info(user));
  }
}
