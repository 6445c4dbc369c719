package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.AbortHook;
import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.CallbackAppHook;
import dev.fastjava.CloseHook;
import dev.fastjava.ErrorHandler;
import dev.fastjava.ErrorHook;
import dev.fastjava.Fastjava;
import dev.fastjava.Hook;
import dev.fastjava.ParsingHook;
import dev.fastjava.PayloadHook;
import dev.fastjava.Plugin;
import dev.fastjava.Plugins;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteHook;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Registers beans on a server: customizers, error handler, listeners, hooks, plugins, and routes at
 * last, so that what shared plugins declare holds for them.
 */
final class BeanRegistration {
  /** The types a hook bean may have; the engine checks that its phase takes it. */
  private static final List<Class<?>> HOOK_TYPES =
      List.of(
          Hook.class,
          Hook.Async.class,
          Hook.Callback.class,
          ParsingHook.class,
          ParsingHook.Async.class,
          ParsingHook.Callback.class,
          PayloadHook.class,
          PayloadHook.Async.class,
          PayloadHook.Callback.class,
          ErrorHook.class,
          ErrorHook.Async.class,
          ErrorHook.Callback.class,
          AbortHook.class,
          AbortHook.Async.class,
          AbortHook.Callback.class,
          AppHook.class,
          AsyncAppHook.class,
          CallbackAppHook.class,
          CloseHook.class,
          CloseHook.Async.class,
          CloseHook.Callback.class,
          RouteHook.class,
          dev.fastjava.ContextHook.class);

  private static final List<Class<?>> PLUGIN_TYPES =
      List.of(Plugin.class, Plugin.Async.class, Plugin.Callback.class);

  private final ConfigurableListableBeanFactory factory;
  private final OrderedBeans beans;

  BeanRegistration(ConfigurableListableBeanFactory factory) {
    this.factory = factory;
    this.beans = new OrderedBeans(factory);
  }

  void registerOn(Fastjava app) throws Exception {
    for (FastjavaCustomizer customizer : beans.ofType(FastjavaCustomizer.class).values()) {
      customizer.customize(app);
    }
    factory.getBeanProvider(ErrorHandler.class).ifAvailable(app::setErrorHandler);
    beans.ofType(RequestListener.class).values().forEach(app::addRequestListener);
    beans.ofTypes(HOOK_TYPES).forEach((name, hook) -> registerHook(app, name, hook));
    PluginOrder.sort(plugins()).forEach(plugin -> plugin.registerOn(app));
    registerRoutes(app, beans.ofType(RouteDefinition.class).values());
  }

  private void registerHook(Fastjava app, String beanName, Object hook) {
    RegisterHook annotation = factory.findAnnotationOnBean(beanName, RegisterHook.class);
    if (annotation != null) {
      for (String phase : annotation.value()) {
        app.addHook(phase, hook);
      }
    }
  }

  private List<PluginBean> plugins() {
    List<PluginBean> plugins = new ArrayList<>();
    for (Map.Entry<String, Object> bean : beans.ofTypes(PLUGIN_TYPES).entrySet()) {
      String name = bean.getKey();
      RegisterPlugin annotation = factory.findAnnotationOnBean(name, RegisterPlugin.class);
      plugins.add(PluginBean.of(name, bean.getValue(), annotation, prefix(annotation)));
    }
    return plugins;
  }

  private String prefix(@Nullable RegisterPlugin annotation) {
    String prefix = annotation == null ? "" : annotation.prefix();
    String resolved = factory.resolveEmbeddedValue(prefix);
    return resolved == null ? "" : resolved;
  }

  /** A shared plugin of their own lets routes wait until the plugins are loaded. */
  private static void registerRoutes(Fastjava app, Collection<RouteDefinition> routes) {
    if (!routes.isEmpty()) {
      app.register(
          Plugins.shared("route-beans", (instance, options) -> routes.forEach(instance::route)));
    }
  }
}
