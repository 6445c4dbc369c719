package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.Request;
import dev.fastjava.RouteDescription;
import dev.fastjava.error.HttpErrors;
import dev.fastjava.type.ConfigKey;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The Java of the page {@code docs/Hooks.md}. */
@SuppressWarnings({"UnusedVariable", "FutureReturnValueIgnored"}) // shown, not used
final class HooksPage {
  private static final StringReader pool = new StringReader("");

  private HooksPage() {}

  private static void audit(Request request) {
    request.log().info("%s", request.url());
  }

  private static CompletionStage<?> lookUp(Request request) {
    return CompletableFuture.completedFuture(request.url());
  }

  private static void warmUp() {}

  static void example1(Fastjava app) throws Exception {
    app.onRequest((request, reply) -> audit(request)); // plain: over when it returns
    app.onRequestAsync((request, reply) -> lookUp(request)); // over when the stage completes
    app.onRequest((request, reply, done) -> lookUp(request).whenComplete(done)); // callback
  }

  static void example2(Fastjava app) throws Exception {
    app.preParsing(
        (request, reply, body) ->
            "gzip".equals(request.header("content-encoding"))
                ? body.decode(GZIPInputStream::new)
                : body);
    app.preSerialization((request, reply, payload) -> Map.of("data", String.valueOf(payload)));
    app.onSend((request, reply, payload) -> reply.statusCode() == 304 ? null : payload);
    app.onError((request, reply, error) -> reply.header("x-failed", "yes"));
    app.onSendAsync((request, reply, payload) -> lookUp(request).thenApply(found -> payload));
    app.onRequestAbort(request -> request.log().info("the client has gone"));
  }

  static void example3(Fastjava app) throws Exception {
    app.preHandler(
        (request, reply) -> {
          if (request.header("authorization") == null) {
            throw HttpErrors.unauthorized("Who are you?");
          }
        });
    app.onRequest(
        (request, reply) -> {
          if ("/health".equals(request.url())) {
            reply.send("fine"); // no later step but those of the reply runs
          }
        });
  }

  static void example4(Fastjava app) throws Exception {
    app.onReady(() -> warmUp()); // plugins are loaded; an error fails the boot
    app.onListen(() -> app.log().info("open")); // not for inject; an error is logged
    app.preClose(() -> warmUp()); // closing begins: requests under way go on, new ones get 503
    app.onClose(instance -> instance.log().info("closed")); // in reverse order
    app.onClose(pool::close); // or onClose(pool), onClose(() -> pool.close())
    app.onRoute((route, instance) -> route.config("declared", true)); // each route from now on
    app.onRegister((instance, options) -> instance.log().info(instance.pluginName()));
  }

  static final ConfigKey<String> ROLE = ConfigKey.of("role", String.class);
  static final ConfigKey<Boolean> MADE = ConfigKey.of("made", Boolean.class);

  static void routesSeen(Fastjava app) {
    app.onRoute(
        (route, instance) -> {
          RouteDescription declared = route.describe();
          if (declared.config(ROLE) != null) {
            route
                .hooks()
                .first()
                .onRequest((request, reply) -> checkRole(request, declared.config(ROLE)));
          }
          if (declared.methods().contains("GET") && declared.config(MADE) == null) {
            instance.options(
                declared.routePath(),
                r -> r.config(MADE, true),
                (request, reply) -> reply.header("allow", "GET, HEAD").code(204).send());
          }
        });
  }

  private static void checkRole(Request request, @Nullable String role) {
    if (!String.valueOf(role).equals(request.header("x-role"))) {
      throw HttpErrors.forbidden("for " + role);
    }
  }

  static void example5(Fastjava app) throws Exception {
    app.onRequest((request, reply) -> reply.header("x-all", "1"));
    app.register(
        (child, options) -> {
          child.onRequest((request, reply) -> reply.header("x-inner", "1"));
          child.get("/inner", (request, reply) -> "both headers");
        });
    app.get("/outer", (request, reply) -> "the first header only");
  }

  static void example6(Fastjava app) throws Exception {
    app.get(
        "/account",
        r -> r.preHandler((request, reply) -> audit(request)).onSend((q, p, payload) -> payload),
        (request, reply) -> "yours");
  }

  static void example7(Fastjava app) throws Exception {
    app.decorateRequest("user"); // null at first
    app.preHandler((request, reply) -> request.setDecorator("user", request.header("x-user")));
    app.get(
        "/me",
        (request, reply) -> {
          String user = request.getDecorator("user", String.class);
          return user == null ? reply.code(401).send("who are you?") : user;
        });
  }
}
