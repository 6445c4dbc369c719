package dev.fastjava;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Gives plugins that are lambdas what they declare about themselves. {@code named} plugins get a
 * context of their own, as without; {@code shared} ones work in that of their parent, like those
 * wrapped by {@code fastify-plugin}.
 *
 * <pre>{@code
 * app.register(Plugins.shared("db", (self, options) -> self.decorate("db", pool)));
 * app.register(
 *     Plugins.named("orders", meta -> meta.dependencies("db"), (child, options) -> ...));
 * }</pre>
 *
 * <p>Reference: Plugins; Guides/Write-Plugin.
 */
public final class Plugins {
  private Plugins() {}

  /**
   * Names a plugin.
   *
   * @param name the plugin's name
   * @param plugin the plugin; what it declares itself stays
   * @return the plugin
   */
  public static Plugin named(String name, Plugin plugin) {
    return named(name, meta -> {}, plugin);
  }

  /**
   * Names a plugin.
   *
   * @param name the plugin's name
   * @param meta declares more than the name
   * @param plugin the plugin; what it declares itself stays
   * @return the plugin
   * @throws IllegalArgumentException if {@code meta} contradicts this method: name or scope
   */
  public static Plugin named(String name, Consumer<PluginMeta.Builder> meta, Plugin plugin) {
    return plain(meta(plugin.meta(), name, false, meta), plugin);
  }

  /**
   * Names a plugin in callback style.
   *
   * @param name the plugin's name
   * @param plugin the plugin; what it declares itself stays
   * @return the plugin
   */
  public static Plugin.Callback named(String name, Plugin.Callback plugin) {
    return named(name, meta -> {}, plugin);
  }

  /**
   * Names a plugin in callback style.
   *
   * @param name the plugin's name
   * @param meta declares more than the name
   * @param plugin the plugin; what it declares itself stays
   * @return the plugin
   * @throws IllegalArgumentException if {@code meta} contradicts this method: name or scope
   */
  public static Plugin.Callback named(
      String name, Consumer<PluginMeta.Builder> meta, Plugin.Callback plugin) {
    return callback(meta(plugin.meta(), name, false, meta), plugin);
  }

  /**
   * Names a plugin that returns a stage.
   *
   * @param name the plugin's name
   * @param plugin the plugin; what it declares itself stays
   * @return the plugin, for {@link Fastjava#registerAsync(Plugin.Async)}
   */
  public static Plugin.Async namedAsync(String name, Plugin.Async plugin) {
    return namedAsync(name, meta -> {}, plugin);
  }

  /**
   * Names a plugin that returns a stage.
   *
   * @param name the plugin's name
   * @param meta declares more than the name
   * @param plugin the plugin; what it declares itself stays
   * @return the plugin, for {@link Fastjava#registerAsync(Plugin.Async)}
   * @throws IllegalArgumentException if {@code meta} contradicts this method: name or scope
   */
  public static Plugin.Async namedAsync(
      String name, Consumer<PluginMeta.Builder> meta, Plugin.Async plugin) {
    return async(meta(plugin.meta(), name, false, meta), plugin);
  }

  /**
   * Names a plugin whose hooks, decorators and schemas belong to the context it is registered in.
   *
   * @param name the plugin's name
   * @param plugin the plugin; what it declares itself stays
   * @return the shared plugin
   */
  public static Plugin shared(String name, Plugin plugin) {
    return shared(name, meta -> {}, plugin);
  }

  /**
   * Names a plugin whose hooks, decorators and schemas belong to the context it is registered in.
   *
   * @param name the plugin's name
   * @param meta declares more than the name
   * @param plugin the plugin; what it declares itself stays
   * @return the shared plugin
   * @throws IllegalArgumentException if {@code meta} contradicts this method: name or scope
   */
  public static Plugin shared(String name, Consumer<PluginMeta.Builder> meta, Plugin plugin) {
    return plain(meta(plugin.meta(), name, true, meta), plugin);
  }

  /**
   * Names a plugin in callback style whose hooks, decorators and schemas belong to the context it
   * is registered in.
   *
   * @param name the plugin's name
   * @param plugin the plugin; what it declares itself stays
   * @return the shared plugin
   */
  public static Plugin.Callback shared(String name, Plugin.Callback plugin) {
    return shared(name, meta -> {}, plugin);
  }

  /**
   * Names a plugin in callback style whose hooks, decorators and schemas belong to the context it
   * is registered in.
   *
   * @param name the plugin's name
   * @param meta declares more than the name
   * @param plugin the plugin; what it declares itself stays
   * @return the shared plugin
   * @throws IllegalArgumentException if {@code meta} contradicts this method: name or scope
   */
  public static Plugin.Callback shared(
      String name, Consumer<PluginMeta.Builder> meta, Plugin.Callback plugin) {
    return callback(meta(plugin.meta(), name, true, meta), plugin);
  }

  /**
   * Names a plugin that returns a stage whose hooks, decorators and schemas belong to the context
   * it is registered in.
   *
   * @param name the plugin's name
   * @param plugin the plugin; what it declares itself stays
   * @return the shared plugin, for {@link Fastjava#registerAsync(Plugin.Async)}
   */
  public static Plugin.Async sharedAsync(String name, Plugin.Async plugin) {
    return sharedAsync(name, meta -> {}, plugin);
  }

  /**
   * Names a plugin that returns a stage whose hooks, decorators and schemas belong to the context
   * it is registered in.
   *
   * @param name the plugin's name
   * @param meta declares more than the name
   * @param plugin the plugin; what it declares itself stays
   * @return the shared plugin, for {@link Fastjava#registerAsync(Plugin.Async)}
   * @throws IllegalArgumentException if {@code meta} contradicts this method: name or scope
   */
  public static Plugin.Async sharedAsync(
      String name, Consumer<PluginMeta.Builder> meta, Plugin.Async plugin) {
    return async(meta(plugin.meta(), name, true, meta), plugin);
  }

  private static PluginMeta meta(
      PluginMeta own, String name, boolean shared, Consumer<PluginMeta.Builder> more) {
    PluginMeta meta = own.with(builder -> more.accept(builder.name(name).shared(shared)));
    if (!name.equals(meta.name()) || meta.shared() != shared) {
      throw new IllegalArgumentException(
          "Name and scope of the plugin '%s' are given by the method, not by its metadata"
              .formatted(name));
    }
    return meta;
  }

  private static Plugin plain(PluginMeta meta, Plugin plugin) {
    return new Plugin() {
      @Override
      public void register(Fastjava app, PluginOptions options) throws Exception {
        plugin.register(app, options);
      }

      @Override
      public PluginMeta meta() {
        return meta;
      }
    };
  }

  private static Plugin.Callback callback(PluginMeta meta, Plugin.Callback plugin) {
    return new Plugin.Callback() {
      @Override
      public void register(Fastjava app, PluginOptions options, Done done) throws Exception {
        plugin.register(app, options, done);
      }

      @Override
      public PluginMeta meta() {
        return meta;
      }
    };
  }

  private static Plugin.Async async(PluginMeta meta, Plugin.Async plugin) {
    return new Plugin.Async() {
      @Override
      public CompletionStage<?> register(Fastjava app, PluginOptions options) throws Exception {
        return plugin.register(app, options);
      }

      @Override
      public PluginMeta meta() {
        return meta;
      }
    };
  }
}
