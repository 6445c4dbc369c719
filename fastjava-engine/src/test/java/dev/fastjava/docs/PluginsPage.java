package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.Plugins;
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
    app.register(users, o -> o.prefix("/v2/users").logLevel("warn"));
  }

  static void example2(Fastjava app) throws Exception {
    app.decorate("limits", 10);
    app.registerWith(
        (child, options) -> child.log().info(String.valueOf(options.get("max"))),
        parent -> PluginOptions.of(o -> o.set("max", parent.getDecorator("limits"))));
  }

  static void example3(Fastjava app) throws Exception {
    PluginMeta meta =
        PluginMeta.named("orders")
            .withVersion(">=0.1")
            .withDependencies("db")
            .withDecorators("clock")
            .withRequestDecorators("user");
    app.decorate("clock", "a clock").decorateRequest("user");
    app.register(Plugins.shared("db", (self, options) -> {}));
    app.register(Plugins.of(meta, (child, options) -> {}));
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
}
