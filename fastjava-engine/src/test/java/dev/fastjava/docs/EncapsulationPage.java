package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugins;
import dev.fastjava.error.HttpErrors;

/** The Java of the page {@code docs/Encapsulation.md}. */
@SuppressWarnings({"UnusedVariable", "FutureReturnValueIgnored"}) // shown, not used
final class EncapsulationPage {
  private EncapsulationPage() {}

  static void example1(Fastjava app) throws Exception {
    app.decorate("db", "the database");
    app.register(
        (orders, options) -> {
          orders.decorate("cart", "the cart");
          orders.onRequest((request, reply) -> reply.header("x-orders", "1"));
          orders.get("/", (request, reply) -> request.server().getDecorator("cart"));
        },
        o -> o.prefix("/orders"));
    app.get("/", (request, reply) -> request.server().hasDecorator("cart")); // false
  }

  static void example2(Fastjava app) throws Exception {
    app.register(Plugins.shared("db", (self, options) -> self.decorate("pool", "a pool")));
    app.register((child, options) -> child.get("/pool", (q, p) -> child.getDecorator("pool")));
  }

  static void example3(Fastjava app) throws Exception {
    app.register(
        (members, options) -> {
          members.onRequest(
              (request, reply) -> {
                if (request.header("authorization") == null) {
                  throw HttpErrors.unauthorized("Members only");
                }
              });
          members.get("/club", (request, reply) -> "welcome");
        });
    app.get("/open", (request, reply) -> "for everybody");
  }
}
