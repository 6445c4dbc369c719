package dev.fastjava.internal.boot;

import dev.fastjava.PluginMeta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of the plugins that a context belongs to, and of those registered in it or above. */
final class PluginNames {
  /** What follows the name of the class that a lambda was written in. */
  static final String LAMBDA = " lambda";

  private final List<String> chain = new ArrayList<>();
  private final List<String> registered = new ArrayList<>();

  private PluginNames(String name) {
    chain.add(name);
  }

  static PluginNames root() {
    return new PluginNames("fastify");
  }

  /** The name of a plugin: that of its metadata, its own, or that of its class. */
  static String of(Object plugin, @Nullable String displayName, PluginMeta meta) {
    return meta.name() != null ? meta.name() : ownName(plugin, displayName, meta);
  }

  /** The name a context takes from its plugin: the plugin's own, then that of its metadata. */
  static String ownName(Object plugin, @Nullable String displayName, PluginMeta meta) {
    if (displayName != null) {
      return displayName;
    }
    if (meta.name() != null) {
      return meta.name();
    }
    Class<?> type = plugin.getClass();
    String name = type.getName();
    int start = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
    if (type.isHidden() || type.isSynthetic() || type.isAnonymousClass()) {
      // A lambda: the class it was written in is what a reader can find.
      int mark = name.indexOf("$$Lambda");
      String outer = mark < 0 ? name : name.substring(0, mark);
      return outer.substring(outer.lastIndexOf('.') + 1) + LAMBDA;
    }
    return name.substring(start);
  }

  PluginNames child(String name) {
    PluginNames child = new PluginNames(name);
    child.registered.addAll(registered);
    return child;
  }

  void register(String name) {
    registered.add(name);
  }

  void enter(String name) {
    chain.add(name);
  }

  boolean isRegistered(String name) {
    return registered.contains(name);
  }

  boolean has(String name) {
    return registered.contains(name) || chain.contains(name);
  }

  String chain() {
    return String.join(" -> ", chain);
  }
}
