package dev.fastjava.internal.boot;

import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.AsyncBootHook;
import dev.fastjava.BootHook;
import dev.fastjava.CallbackBootHook;
import dev.fastjava.CallbackInstanceBootHook;
import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.inject.Inject;
import dev.fastjava.option.ListenOptions;
import dev.fastjava.spi.IncomingRequest;
import dev.fastjava.spi.OutgoingResponse;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the API has for plugins and for the life of a server: from {@code register} over {@code
 * ready} and {@code listen} to {@code close}.
 *
 * <p>Reference: Plugins; Server, after, ready, listen, close.
 */
interface PluginCalls extends Fastjava {
  /** The context itself. */
  Context context();

  @Override
  default Fastjava register(Plugin plugin, PluginOptions options) {
    return registerWith(plugin, parent -> options);
  }

  @Override
  default Fastjava registerWith(Plugin plugin, Function<Fastjava, PluginOptions> options) {
    requirePlugin(plugin);
    Plugin.Callback body =
        (context, given, done) -> {
          plugin.register(context, given);
          done.done();
        };
    return register(plugin, plugin.displayName(), plugin.meta(), body, options);
  }

  @Override
  default Fastjava register(Plugin.Callback plugin, PluginOptions options) {
    return registerWith(plugin, parent -> options);
  }

  @Override
  default Fastjava registerWith(Plugin.Callback plugin, Function<Fastjava, PluginOptions> options) {
    requirePlugin(plugin);
    return register(plugin, plugin.displayName(), plugin.meta(), plugin, options);
  }

  @Override
  default Fastjava registerAsync(Plugin.Async plugin, PluginOptions options) {
    return registerWithAsync(plugin, parent -> options);
  }

  @Override
  default Fastjava registerWithAsync(
      Plugin.Async plugin, Function<Fastjava, PluginOptions> options) {
    requirePlugin(plugin);
    Plugin.Callback body =
        (context, given, done) -> AwaitedStage.end(plugin.register(context, given), done);
    return register(plugin, plugin.displayName(), plugin.meta(), body, options);
  }

  private Fastjava register(
      Object plugin,
      @Nullable String displayName,
      PluginMeta meta,
      Plugin.Callback body,
      Function<Fastjava, PluginOptions> options) {
    LambdaNames names = context().server.lambdaNames;
    context()
        .server
        .loader
        .register(
            context(),
            new PluginNode.Registration(
                names.distinct(PluginNames.of(plugin, displayName, meta), plugin),
                names.distinct(PluginNames.ownName(plugin, displayName, meta), plugin),
                body,
                meta,
                options::apply));
    return this;
  }

  private static void requirePlugin(@Nullable Object plugin) {
    if (plugin == null) {
      throw ErrorCode.FST_ERR_PLUGIN_NOT_VALID.error(
          "Plugin must be a Plugin, an Plugin.Async or a Plugin.Callback. Received: null");
    }
  }

  @Override
  default String pluginName() {
    return context().names.chain();
  }

  @Override
  default List<Fastjava> children() {
    return List.copyOf(context().children);
  }

  @Override
  default boolean hasPlugin(String name) {
    return context().names.has(name);
  }

  @Override
  default String printPlugins() {
    return context().server.loader.print();
  }

  @Override
  default CompletableFuture<Fastjava> after() {
    return context().server.loader.loadRegistered(context()).thenApply(loaded -> this);
  }

  @Override
  default Fastjava after(AppHook step) {
    return after(BootStep.of(given(step)));
  }

  @Override
  default Fastjava after(BootHook step) {
    return after((CallbackBootHook) step);
  }

  @Override
  default Fastjava after(CallbackBootHook step) {
    context().server.loader.after(context(), given(step));
    return this;
  }

  @Override
  default Fastjava after(CallbackInstanceBootHook step) {
    given(step);
    return after((CallbackBootHook) (error, done) -> step.run(error, this, done));
  }

  @Override
  default Fastjava afterAsync(AsyncAppHook step) {
    return after(BootStep.of(given(step)));
  }

  @Override
  default Fastjava afterAsync(AsyncBootHook step) {
    return after(BootStep.of(given(step)));
  }

  private static <T> T given(@Nullable T step) {
    if (step == null) {
      throw new IllegalArgumentException("The step given to after or whenReady is null");
    }
    return step;
  }

  private Fastjava after(BootStep step) {
    context().server.loader.after(context(), step::load);
    return this;
  }

  @Override
  default CompletableFuture<Fastjava> ready() {
    ServerBoot boot = context().server.boot;
    return (context().parent == null ? boot.ready() : boot.readyWithin()).thenApply(ready -> this);
  }

  @Override
  default Fastjava whenReady(AppHook step) {
    return whenReady(BootStep.of(given(step)));
  }

  @Override
  default Fastjava whenReady(BootHook step) {
    return whenReady((CallbackBootHook) step);
  }

  @Override
  default Fastjava whenReady(CallbackBootHook step) {
    return whenReady(BootStep.of(given(step)));
  }

  @Override
  default Fastjava whenReady(CallbackInstanceBootHook step) {
    given(step);
    return whenReady((CallbackBootHook) (error, done) -> step.run(error, this, done));
  }

  @Override
  default Fastjava whenReadyAsync(AsyncAppHook step) {
    return whenReady(BootStep.of(given(step)));
  }

  @Override
  default Fastjava whenReadyAsync(AsyncBootHook step) {
    return whenReady(BootStep.of(given(step)));
  }

  private Fastjava whenReady(BootStep step) {
    if (context().parent == null) {
      context().server.boot.readyStep(step);
    } else {
      context().server.steps.ready(step::load);
    }
    return this;
  }

  @Override
  default CompletableFuture<String> listen(Consumer<ListenOptions.Builder> options) {
    return context().server.listener.listen(ListenOptions.of(options));
  }

  @Override
  default List<InetSocketAddress> addresses() {
    return context().server.listener.addresses();
  }

  @Override
  default String listeningOrigin() {
    return context().server.listener.origin();
  }

  @Override
  default CompletableFuture<Void> routing(IncomingRequest request, OutgoingResponse response) {
    return context().server.route(request, response);
  }

  @Override
  default Inject inject() {
    return context().server.inject;
  }

  @Override
  default CompletableFuture<Void> closeAsync() {
    return context().server.shutdown.close();
  }

  @Override
  default void close() {
    context().server.shutdown.closeAndWait();
  }
}
