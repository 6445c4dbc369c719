package dev.fastjava.internal.boot;

import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A plugin, or a step between plugins, on its way through the {@link PluginLoader}. */
final class PluginNode {
  /** Runs a plugin in its instance. */
  @FunctionalInterface
  interface Body {
    void run(Instance instance, PluginOptions options, dev.fastjava.Done done) throws Throwable;
  }

  /** As the tree of plugins shows it. */
  final String name;

  /** As the context of the plugin is named. */
  final String ownName;

  final Body body;
  final PluginMeta meta;
  final boolean isAfter;

  /** Whether it is short and the framework's own, so that it needs no thread. */
  final boolean isInternal;

  final long timeout;
  final Function<Instance, PluginOptions> optionsOf;
  final LoadQueue<PluginNode> queue;

  /** In which plugin this one was registered; null for the root. */
  final @Nullable PluginNode parent;

  /** Where; null for steps of the framework's own. */
  final @Nullable DeclaredAt declaredAt;

  /** Stages that end when what was registered in this plugin so far is loaded. */
  final List<CompletableFuture<Void>> waiting = new ArrayList<>();

  PluginOptions options = PluginOptions.NONE;
  PluginTree.@Nullable Node place;

  /**
   * The step that this plugin last waited for with {@code after()}: the tree nests the rest there.
   */
  PluginTree.@Nullable Node inside;

  /** Where the tree shows this one; null: below the plugin that is current when it is loaded. */
  PluginTree.@Nullable Node under;

  /** Whether the last that was added to this one is a plugin, and not a step. */
  boolean registeredLast;

  @Nullable Instance instance;
  boolean loaded;
  long startNanos;

  PluginNode(
      @Nullable PluginNode parent,
      String name,
      String ownName,
      Body body,
      PluginMeta meta,
      boolean isAfter,
      boolean isInternal,
      long timeout,
      Function<Instance, PluginOptions> optionsOf,
      LoadQueue<PluginNode> queue) {
    this.parent = parent;
    this.name = name;
    this.ownName = ownName;
    this.body = body;
    this.meta = meta;
    this.isAfter = isAfter;
    this.isInternal = isInternal;
    this.timeout = timeout;
    this.optionsOf = optionsOf;
    this.queue = queue;
    this.declaredAt =
        parent == null || isInternal
            ? null
            : DeclaredAt.here(
                isAfter
                    ? "A step of after in " + parent.path()
                    : "Plugin \"" + name + "\" in " + parent.path());
  }

  /** The plugins this one is nested in, and itself: {@code root -> api -> users}. */
  String path() {
    if (isAfter && parent != null) {
      return parent.path();
    }
    return parent == null ? name : parent.path() + " -> " + name;
  }
}
