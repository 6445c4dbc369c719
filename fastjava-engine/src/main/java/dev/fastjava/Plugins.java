package dev.fastjava;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * Makes plugins of lambdas.
 *
 * <p>Reference: Plugins; Guides/Write-Plugin.
 */
public final class Plugins {
  private Plugins() {}

  /**
   * Gives a plugin metadata.
   *
   * @param meta what it declares
   * @param plugin the plugin
   * @return the plugin with the metadata
   */
  public static Plugin of(PluginMeta meta, Plugin plugin) {
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

  /**
   * Gives a plugin in callback style metadata.
   *
   * @param meta what it declares
   * @param plugin the plugin
   * @return the plugin with the metadata
   */
  public static CallbackPlugin callback(PluginMeta meta, CallbackPlugin plugin) {
    return new CallbackPlugin() {
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

  /**
   * Makes a plugin of a function that returns a stage.
   *
   * @param meta what it declares
   * @param plugin registers what the plugin brings; the plugin is ready when the stage completes
   * @return the plugin
   */
  public static CallbackPlugin async(
      PluginMeta meta, BiFunction<Fastjava, PluginOptions, ? extends CompletionStage<?>> plugin) {
    return callback(
        meta,
        (app, options, done) -> {
          CompletionStage<?> stage = plugin.apply(app, options);
          if (stage == null) {
            throw new NullPointerException("The plugin returned null for a stage");
          }
          stage.whenComplete(done);
        });
  }

  /**
   * Gives a plugin that returns a stage metadata.
   *
   * @param meta what it declares
   * @param plugin the plugin
   * @return the plugin with the metadata, for {@link Fastjava#registerAsync(AsyncPlugin)}
   */
  public static AsyncPlugin ofAsync(PluginMeta meta, AsyncPlugin plugin) {
    return new AsyncPlugin() {
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

  /**
   * Makes a plugin whose hooks, decorators and schemas belong to the context it is registered in,
   * like one wrapped by {@code fastify-plugin}.
   *
   * @param name the plugin's name
   * @param plugin the plugin
   * @return the shared plugin
   */
  public static Plugin shared(String name, Plugin plugin) {
    return of(shared(name, plugin.meta()), plugin);
  }

  /**
   * Makes a plugin that returns a stage, and whose hooks, decorators and schemas belong to the
   * context it is registered in, see {@link #shared(String, Plugin)}.
   *
   * @param name the plugin's name
   * @param plugin the plugin
   * @return the shared plugin, for {@link Fastjava#registerAsync(AsyncPlugin)}
   */
  public static AsyncPlugin sharedAsync(String name, AsyncPlugin plugin) {
    return ofAsync(shared(name, plugin.meta()), plugin);
  }

  private static PluginMeta shared(String name, PluginMeta own) {
    return new PluginMeta(
        name,
        true,
        own.version(),
        own.dependencies(),
        own.decorators(),
        own.requestDecorators(),
        own.replyDecorators());
  }
}
