package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Done;
import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.Plugins;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * A plugin with what its bean says about it.
 *
 * @param beanName the name of the bean
 * @param name the name other plugins may depend on
 * @param parent the plugin whose context it is registered in; empty for the application
 * @param shared whether it works in the context of its parent
 * @param dependsOn the names it asks for by annotation
 * @param plugin a {@link Plugin}, an {@link Plugin.Async} or a {@link Plugin.Callback}
 * @param meta the plugin's own metadata
 * @param options prefix and log level
 */
record PluginBean(
    String beanName,
    String name,
    String parent,
    boolean shared,
    List<String> dependsOn,
    Object plugin,
    PluginMeta meta,
    PluginOptions options) {

  static PluginBean of(String beanName, Object plugin, @Nullable RegisterPlugin annotation) {
    return of(beanName, plugin, annotation, annotation == null ? "" : annotation.prefix());
  }

  /** Takes the prefix apart from the annotation, with its placeholders resolved. */
  static PluginBean of(
      String beanName, Object plugin, @Nullable RegisterPlugin annotation, String prefix) {
    PluginMeta own = metaOf(plugin);
    String name = own.name() == null ? beanName : own.name();
    boolean shared = own.shared();
    List<String> dependsOn = List.of();
    String parent = ContextBeans.APPLICATION;
    LogLevel logLevel = null;
    if (annotation != null) {
      name = StringUtils.hasText(annotation.name()) ? annotation.name() : name;
      shared = shared || annotation.shared();
      dependsOn = List.of(annotation.dependsOn());
      parent = annotation.parent();
      if (annotation.logLevel().length > 1) {
        throw new IllegalStateException(
            "logLevel of @RegisterPlugin has several levels; one is enough");
      }
      logLevel = annotation.logLevel().length == 0 ? null : annotation.logLevel()[0];
    }
    return new PluginBean(
        beanName, name, parent, shared, dependsOn, plugin, own, options(prefix, logLevel));
  }

  /** Whether it is the framework's, and nothing that an application would name. */
  boolean isOurs() {
    return plugin.getClass().getName().startsWith("dev.fastjava.spring.boot.actuate.");
  }

  private static PluginMeta metaOf(Object plugin) {
    if (plugin instanceof Plugin plain) {
      return plain.meta();
    }
    return plugin instanceof Plugin.Async async ? async.meta() : ((Plugin.Callback) plugin).meta();
  }

  private static PluginOptions options(String prefix, @Nullable LogLevel logLevel) {
    return PluginOptions.of(
        options -> {
          if (StringUtils.hasText(prefix)) {
            options.prefix(prefix);
          }
          if (logLevel != null) {
            options.logLevel(logLevel);
          }
        });
  }

  /**
   * Registers the plugin.
   *
   * @param before declares what belongs to its context, before it does that itself
   * @param after registers the plugins inside of it
   */
  void registerOn(Fastjava app, Consumer<Fastjava> before, Consumer<Fastjava> after) {
    if (plugin instanceof Plugin inner) {
      Plugin plain = plainAround(inner, before, after);
      app.register(shared ? Plugins.shared(name, plain) : Plugins.named(name, plain), options);
    } else if (plugin instanceof Plugin.Async inner) {
      Plugin.Async async = asyncAround(inner, before, after);
      app.registerAsync(
          shared ? Plugins.sharedAsync(name, async) : Plugins.namedAsync(name, async), options);
    } else {
      Plugin.Callback callback = callbackAround((Plugin.Callback) plugin, before, after);
      app.register(
          shared ? Plugins.shared(name, callback) : Plugins.named(name, callback), options);
    }
  }

  private static Plugin plainAround(
      Plugin inner, Consumer<Fastjava> before, Consumer<Fastjava> after) {
    return new Plugin() {
      @Override
      public void register(Fastjava app, PluginOptions options) throws Exception {
        before.accept(app);
        inner.register(app, options);
        after.accept(app);
      }

      @Override
      public PluginMeta meta() {
        return inner.meta();
      }
    };
  }

  private static Plugin.Async asyncAround(
      Plugin.Async inner, Consumer<Fastjava> before, Consumer<Fastjava> after) {
    return new Plugin.Async() {
      @Override
      public CompletionStage<?> register(Fastjava app, PluginOptions options) throws Exception {
        before.accept(app);
        return inner.register(app, options).thenRun(() -> after.accept(app));
      }

      @Override
      public PluginMeta meta() {
        return inner.meta();
      }
    };
  }

  private static Plugin.Callback callbackAround(
      Plugin.Callback inner, Consumer<Fastjava> before, Consumer<Fastjava> after) {
    return new Plugin.Callback() {
      @Override
      public void register(Fastjava app, PluginOptions options, Done done) throws Exception {
        before.accept(app);
        inner.register(
            app,
            options,
            (value, error) -> {
              Throwable failure = error;
              if (failure == null) {
                try {
                  after.accept(app);
                } catch (RuntimeException failed) {
                  failure = failed;
                }
              }
              done.accept(value, failure);
            });
      }

      @Override
      public PluginMeta meta() {
        return inner.meta();
      }
    };
  }
}
