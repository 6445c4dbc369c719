package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.Plugins;
import dev.fastjava.logging.LogLevel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The Java of the page {@code docs/Plugins.md}. */
@SuppressWarnings({"UnusedVariable", "FutureReturnValueIgnored"}) // shown, not used
final class PluginsPage {
  private PluginsPage() {}

  private static CompletionStage<?> connect() {
    return CompletableFuture.completedFuture("connected");
  }

  static void example1(Fastjava app) throws Exception {
    Plugin users =
        (child, options) ->
            child.get(
                "/:id", (request, reply) -> Map.of("id", String.valueOf(request.param("id"))));
    app.register(users, o -> o.prefix("/v1/users"));
    app.register(users, o -> o.prefix("/v2/users").logLevel(LogLevel.WARN));
  }

  static void example2(Fastjava app) throws Exception {
    app.decorate("limits", 10);
    app.registerWith(
        (child, options) -> child.log().info(String.valueOf(options.get("max"))),
        parent -> PluginOptions.of(o -> o.set("max", parent.getDecorator("limits"))));
  }

  static void example3(Fastjava app) throws Exception {
    app.decorate("clock", "a clock").decorateRequest("user");
    app.register(Plugins.shared("db", (self, options) -> {}));
    app.register(
        Plugins.named(
            "orders",
            m ->
                m.version(">=0.1").dependencies("db").decorators("clock").requestDecorators("user"),
            (child, options) -> {}));
  }

  static void example4(Fastjava app) throws Exception {
    app.register((child, options) -> child.decorate("clock", "a clock")); // plain: may block
    app.registerAsync((child, options) -> connect()); // loaded when the stage completes
    app.register((child, options, done) -> connect().whenComplete(done)); // callback
    app.registerAsync(Plugins.sharedAsync("cache", (self, options) -> connect()));
  }

  static void example5(Fastjava app) throws Exception {
    app.register((child, options) -> child.decorate("inner", 1));
    app.after(error -> app.log().info(error == null ? "loaded" : "failed")); // takes the error
    app.afterAsync(() -> connect()); // what follows is loaded when the stage completes
    app.whenReady(() -> app.log().info("ready")); // when all is loaded
    app.whenReadyAsync(() -> connect()); // ready() completes after it
    app.ready().join();
    app.close();
  }

  static void example6(Fastjava app) throws Exception {
    app.register(Plugins.shared("db", (self, options) -> {}));
    app.ready().join();
    boolean known = app.hasPlugin("db");
    String tree = app.printPlugins(); // each plugin and how long it took
    String name = app.pluginName(); // the plugins of this context
    String prefix = app.prefix();
  }

  static void example20(Fastjava app) throws Exception {
    app.register(Maintenance.plugin(m -> m.open("/health").retryAfter(Duration.ofMinutes(5))));
    app.get("/orders", (request, reply) -> "orders");
    app.get("/health", (request, reply) -> "up");
  }

  static void example21(Fastjava app) throws Exception {
    app.register(
        (shop, options) ->
            shop.register(Maintenance.plugin(m -> {})).get("/", (request, reply) -> "shop"),
        o -> o.prefix("/shop").logLevel(LogLevel.WARN));
  }
}
