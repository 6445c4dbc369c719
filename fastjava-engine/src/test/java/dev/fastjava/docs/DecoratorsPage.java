package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Java of the page {@code docs/Decorators.md}. */
@SuppressWarnings({"UnusedVariable", "FutureReturnValueIgnored"}) // shown, not used
final class DecoratorsPage {
  private DecoratorsPage() {}

  static void example1(Fastjava app) throws Exception {
    app.decorate("orders", new ArrayList<String>()); // of the server
    app.decorateRequest("user"); // of every request; null at first
    app.decorateReply("attempts", 0); // of every reply
    app.onRequest((request, reply) -> request.setDecorator("user", request.header("x-user")));
    app.get(
        "/",
        (request, reply) -> {
          String user = request.getDecorator("user", String.class); // null without the header
          List<?> orders = request.server().requireDecorator("orders", List.class);
          return Map.of("user", user == null ? "nobody" : user, "orders", orders.size());
        });
  }

  static void example2(Fastjava app) throws Exception {
    app.decorateRequest("name", "nobody");
    app.decorateRequestGetter("greeting", r -> "Hello " + r.getDecorator("name"), "name");
    app.decorateGetter("place", server -> "context " + server.prefix());
  }
}
