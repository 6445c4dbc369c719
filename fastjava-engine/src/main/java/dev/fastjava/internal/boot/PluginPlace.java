package dev.fastjava.internal.boot;

/** Where in the tree of plugins something happens, for messages. */
final class PluginPlace {
  private PluginPlace() {}

  /** The plugin that is being loaded; after the boot, those that a context belongs to. */
  static String of(Instance instance) {
    return instance.server.isStarted() ? context(instance) : instance.server.loader().path();
  }

  private static String context(Instance instance) {
    String own = instance.names.chain();
    Instance above = instance.parent;
    return above == null ? own.replaceFirst("^fastify", "root") : context(above) + " -> " + own;
  }
}
