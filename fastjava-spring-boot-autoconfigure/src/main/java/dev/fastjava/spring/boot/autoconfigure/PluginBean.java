package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.Plugins;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * A plugin with what its bean says about it.
 *
 * @param beanName the name of the bean
 * @param name the name other plugins may depend on
 * @param shared whether it works in the context of its parent
 * @param dependsOn the names it asks for by annotation
 * @param plugin a {@link Plugin}, an {@link Plugin.Async} or a {@link Plugin.Callback}
 * @param meta the plugin's own metadata
 * @param options prefix and log level
 */
record PluginBean(
    String beanName,
    String name,
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
    LogLevel logLevel = null;
    if (annotation != null) {
      name = StringUtils.hasText(annotation.name()) ? annotation.name() : name;
      shared = shared || annotation.shared();
      dependsOn = List.of(annotation.dependsOn());
      if (annotation.logLevel().length > 1) {
        throw new IllegalStateException(
            "logLevel of @RegisterPlugin has several levels; one is enough");
      }
      logLevel = annotation.logLevel().length == 0 ? null : annotation.logLevel()[0];
    }
    return new PluginBean(
        beanName, name, shared, dependsOn, plugin, own, options(prefix, logLevel));
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

  void registerOn(Fastjava app) {
    if (plugin instanceof Plugin plain) {
      app.register(shared ? Plugins.shared(name, plain) : Plugins.named(name, plain), options);
    } else if (plugin instanceof Plugin.Async async) {
      app.registerAsync(
          shared ? Plugins.sharedAsync(name, async) : Plugins.namedAsync(name, async), options);
    } else {
      Plugin.Callback callback = (Plugin.Callback) plugin;
      app.register(
          shared ? Plugins.shared(name, callback) : Plugins.named(name, callback), options);
    }
  }
}
