package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.AbortHook;
import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.CallbackAppHook;
import dev.fastjava.CloseHook;
import dev.fastjava.ErrorHook;
import dev.fastjava.Fastjava;
import dev.fastjava.Hook;
import dev.fastjava.ParsingHook;
import dev.fastjava.PayloadHook;
import dev.fastjava.Plugin;
import dev.fastjava.Plugins;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteHook;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Registers beans on a server: customizers, what the application has once, hooks, plugins with what
 * belongs to them, and routes at last, so that what shared plugins declare holds for them.
 */
final class BeanRegistration {
  /** The types a hook bean may have; the engine checks that its phase takes it. */
  static final List<Class<?>> HOOK_TYPES =
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

  static final List<Class<?>> PLUGIN_TYPES =
      List.of(Plugin.class, Plugin.Async.class, Plugin.Callback.class);

  private static final Log logger = LogFactory.getLog(BeanRegistration.class);

  private final ConfigurableListableBeanFactory factory;
  private final OrderedBeans beans;
  private final BeanPlaces places;
  private final StartFailures failures;
  private final DeclaredBeans declared;
  private final ContextBeans contexts;
  private final List<String> schemaLocations;

  /**
   * Makes a registration.
   *
   * @param server whose beans are registered, see {@link OnServer}
   * @param schemaLocations where the files of schemas are
   */
  BeanRegistration(
      ConfigurableListableBeanFactory factory, String server, List<String> schemaLocations) {
    this.factory = factory;
    this.schemaLocations = schemaLocations;
    this.beans = new OrderedBeans(factory, server);
    this.places = new BeanPlaces(factory);
    this.failures = new StartFailures(places);
    this.declared = new DeclaredBeans(factory, places);
    this.contexts = new ContextBeans(failures, places);
  }

  void registerOn(Fastjava app) {
    declared.check(HOOK_TYPES, PLUGIN_TYPES);
    beans
        .ofType(FastjavaCustomizer.class)
        .forEach((name, each) -> doing("Customizing", name, () -> each.customize(app)));
    new ApplicationBeans(beans, declared, factory).declare(contexts, schemaLocations);
    beans.ofTypes(HOOK_TYPES).forEach(this::hook);
    List<PluginBean> plugins = PluginOrder.sort(plugins());
    contexts.check(
        plugins.stream()
            .filter(plugin -> !plugin.isOurs())
            .map(PluginBean::name)
            .sorted()
            .toList());
    contexts.declare(ContextBeans.APPLICATION, app);
    register(app, ContextBeans.APPLICATION, plugins);
    registerRoutes(app, beans.ofType(RouteDefinition.class));
  }

  /** Names the bean that an error of the boot is about. */
  Throwable explain(Throwable failure) {
    return failures.of(failure);
  }

  /** Something that may fail. */
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  private void doing(String what, String bean, Step step) {
    try {
      step.run();
    } catch (Exception failure) {
      throw failures.of(what, bean, failure);
    }
  }

  /** Registers the plugins in the context of another one, which register those in theirs. */
  private void register(Fastjava app, String parent, List<PluginBean> plugins) {
    for (PluginBean plugin : plugins) {
      if (plugin.parent().equals(parent)) {
        failures.plugin(plugin.name(), plugin.beanName());
        doing(
            "Registration",
            plugin.beanName(),
            () ->
                plugin.registerOn(
                    app,
                    inside -> contexts.declare(plugin.name(), inside),
                    inside -> register(inside, plugin.name(), plugins)));
      }
    }
  }

  private void hook(String beanName, Object hook) {
    RegisterHook annotation = factory.findAnnotationOnBean(beanName, RegisterHook.class);
    if (annotation != null) {
      for (String phase : annotation.value()) {
        failures.hook(phase, beanName);
        contexts.add(annotation.plugin(), beanName, app -> app.addHook(phase, hook));
      }
    } else if (factory.getDependentBeans(beanName).length == 0) {
      logger.warn(
          "The hook of "
              + places.describe(beanName)
              + " does not run: it has no @RegisterHook, and no other bean uses it.");
    }
  }

  private List<PluginBean> plugins() {
    List<PluginBean> plugins = new ArrayList<>();
    for (Map.Entry<String, Object> bean : beans.ofTypes(PLUGIN_TYPES).entrySet()) {
      String name = bean.getKey();
      RegisterPlugin annotation = factory.findAnnotationOnBean(name, RegisterPlugin.class);
      doing(
          "Registration",
          name,
          () -> plugins.add(PluginBean.of(name, bean.getValue(), annotation, prefix(annotation))));
    }
    return plugins;
  }

  private String prefix(@Nullable RegisterPlugin annotation) {
    String prefix = annotation == null ? "" : annotation.prefix();
    String resolved = factory.resolveEmbeddedValue(prefix);
    return resolved == null ? "" : resolved;
  }

  /** A shared plugin of their own lets routes wait until the plugins are loaded. */
  private void registerRoutes(Fastjava app, Map<String, RouteDefinition> routes) {
    if (routes.isEmpty()) {
      return;
    }
    routes.forEach(
        (name, route) ->
            failures.route(
                String.join(",", route.describe().methods()) + ":" + route.describe().url(), name));
    app.register(
        Plugins.shared(
            "route-beans",
            (instance, options) ->
                routes.forEach(
                    (name, route) -> doing("Registration", name, () -> instance.route(route)))));
  }
}
