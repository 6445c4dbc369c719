package dev.fastjava.spring.boot.autoconfigure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts plugins behind those they depend on and leaves their order alone otherwise. */
final class PluginOrder {
  private final List<PluginBean> plugins;
  private final List<PluginBean> sorted = new ArrayList<>();
  private final Set<PluginBean> done = new HashSet<>();
  private final Deque<PluginBean> path = new ArrayDeque<>();

  private PluginOrder(List<PluginBean> plugins) {
    this.plugins = plugins;
  }

  static List<PluginBean> sort(List<PluginBean> plugins) {
    PluginOrder order = new PluginOrder(plugins);
    plugins.forEach(order::add);
    return order.sorted;
  }

  private void add(PluginBean plugin) {
    if (done.contains(plugin)) {
      return;
    }
    if (path.contains(plugin)) {
      throw new PluginDependencyException(describeCycle(plugin), "Break the cycle.");
    }
    path.addLast(plugin);
    if (!plugin.parent().isEmpty()) {
      addAll(named(plugin, plugin.parent(), "belongs into"));
    }
    Set<PluginBean> inside = inside(plugin);
    for (PluginBean each : inside) {
      // Those inside load with the plugin: what they need from outside has to be there before.
      Set<PluginBean> needed = new LinkedHashSet<>();
      each.dependsOn().forEach(name -> needed.addAll(named(each, name, "depends on")));
      // What the plugin itself declares may also come from elsewhere: the engine checks it.
      each.meta().dependencies().forEach(name -> needed.addAll(named(name)));
      if (!each.beanName().equals(plugin.beanName())) {
        needed.removeAll(inside);
      }
      needed.forEach(this::add);
    }
    path.removeLast();
    done.add(plugin);
    sorted.add(plugin);
  }

  /** A plugin and those in its context, and in theirs. */
  private Set<PluginBean> inside(PluginBean plugin) {
    Set<PluginBean> inside = new LinkedHashSet<>(Set.of(plugin));
    boolean grown = true;
    while (grown) {
      Set<String> names = inside.stream().map(PluginBean::name).collect(Collectors.toSet());
      grown =
          inside.addAll(plugins.stream().filter(each -> names.contains(each.parent())).toList());
    }
    return inside;
  }

  private void addAll(List<PluginBean> dependencies) {
    dependencies.forEach(this::add);
  }

  private List<PluginBean> named(PluginBean dependent, String name, String why) {
    List<PluginBean> found = named(name);
    if (found.isEmpty()) {
      String known =
          plugins.stream()
              .filter(plugin -> !plugin.isOurs())
              .map(PluginOrder::withBean)
              .sorted()
              .collect(Collectors.joining(", "));
      throw new PluginDependencyException(
          "Plugin '%s' (bean '%s') %s plugin '%s', which is no bean of the application. Plugins there are: %s"
              .formatted(dependent.name(), dependent.beanName(), why, name, known),
          "Declare a Plugin bean with @RegisterPlugin(name = \"%s\"), or correct %s of plugin '%s'."
              .formatted(
                  name,
                  name.equals(dependent.parent()) ? "parent" : "dependsOn",
                  dependent.name()));
    }
    return found;
  }

  private List<PluginBean> named(String name) {
    return plugins.stream().filter(plugin -> plugin.name().equals(name)).toList();
  }

  private String describeCycle(PluginBean start) {
    String cycle =
        path.stream()
            .dropWhile(plugin -> !plugin.equals(start))
            .map(PluginOrder::withBean)
            .collect(Collectors.joining(" -> "));
    return "Plugins depend on each other: " + cycle + " -> '" + start.name() + "'";
  }

  private static String withBean(PluginBean plugin) {
    return plugin.name().equals(plugin.beanName())
        ? "'" + plugin.name() + "'"
        : "'" + plugin.name() + "' (bean '" + plugin.beanName() + "')";
  }
}
