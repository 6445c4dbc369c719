package dev.fastjava.internal.boot;

import dev.fastjava.CallbackBootHook;
import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.error.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A plugin, or a step of {@code after}, on its way through the {@link PluginLoader}, which guards
 * what changes here.
 */
final class PluginNode {
  /**
   * What is registered as a plugin.
   *
   * @param name as the tree of plugins shows it
   * @param ownName as the context of the plugin is named
   * @param optionsOf its options, for the context it is loaded in
   */
  record Registration(
      String name,
      String ownName,
      Plugin.Callback body,
      PluginMeta meta,
      Function<Context, PluginOptions> optionsOf) {}

  final String name;

  /** In which plugin this one was registered; null for the root. */
  final @Nullable PluginNode parent;

  /** Null for the root and for steps. */
  final @Nullable Registration plugin;

  /** Null for plugins. */
  final @Nullable CallbackBootHook step;

  /** How long it may take, in milliseconds; 0 for any time. Set when it is entered. */
  long timeout;

  /** Null for the root. */
  final @Nullable DeclaredAt declaredAt;

  /** What was registered in this plugin and had no turn yet: runs on the thread of boot. */
  final Deque<Runnable> queue = new ArrayDeque<>();

  /** Stages in the queue that the plugin waits for before it registers more. */
  final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();

  /** The end of its body: told by the body, or by its time. Of the root, when boot is asked for. */
  final CompletableFuture<Void> body = new CompletableFuture<>();

  /** Null until it is entered. */
  volatile @Nullable Context context;

  /** The thread that enters it. */
  private @Nullable Thread entering;

  boolean loaded;

  /** The error of what was loaded in it, if no step has taken it since. */
  @Nullable Throwable told;

  private long startNanos;

  /** Its place in the tree; null until it is entered. */
  PluginTree.@Nullable Node place;

  /** Where the tree shows what is registered next; null for this place. */
  PluginTree.@Nullable Node inside;

  /** Where the tree shows this one. */
  final PluginTree.@Nullable Node under;

  /** Whether the last that was added to this one is a plugin, and not a step. */
  boolean registeredLast;

  /** The walk enters it now, on this thread. */
  PluginNode entered() {
    entering = Thread.currentThread();
    return this;
  }

  /** Whether it takes what is registered in a context. */
  boolean takes(Context registered) {
    // Hooks that see it enter are given its context before it has that; they run on this thread.
    return context == null ? entering == Thread.currentThread() : context == registered;
  }

  private PluginNode(
      @Nullable PluginNode parent,
      String name,
      @Nullable Registration plugin,
      @Nullable CallbackBootHook step) {
    this.parent = parent;
    this.name = name;
    this.plugin = plugin;
    this.step = step;
    this.under = parent == null ? null : parent.inside;
    this.declaredAt =
        parent == null
            ? null
            : DeclaredAt.here(
                (plugin == null ? "A step of after" : "Plugin \"" + name + '"')
                    + " in "
                    + parent.path());
  }

  static PluginNode root() {
    return new PluginNode(null, "root", null, null);
  }

  static PluginNode plugin(PluginNode parent, Registration plugin) {
    return new PluginNode(parent, plugin.name(), plugin, null);
  }

  static PluginNode step(PluginNode parent, CallbackBootHook step) {
    return new PluginNode(parent, PluginTree.AFTER, null, step);
  }

  /**
   * It is entered, and its time begins: a little less than what is left to the one it is in, so
   * that the inner one is named.
   *
   * @param most how long any plugin may take, in milliseconds; 0 for any time
   */
  void begin(long most) {
    startNanos = System.nanoTime();
    timeout = parent == null || parent.timeout == 0 ? most : Math.max(1, parent.millisLeft() - 3);
  }

  private long millisLeft() {
    return timeout - (System.nanoTime() - startNanos) / 1_000_000;
  }

  /** The error of one whose time is over. */
  Throwable late() {
    return ErrorCode.FST_ERR_PLUGIN_TIMEOUT.error(
        "Plugin did not start in time: '"
            + name
            + "'. You may have forgotten to call 'done' function or to resolve a Promise");
  }

  /** Why its body has failed, its time being over included; null as long as it has not. */
  @Nullable Throwable failure() {
    return body.isCompletedExceptionally()
        ? body.<@Nullable Throwable>handle((value, failure) -> failure).join()
        : null;
  }

  /** Why a plugin that this one is in has failed: what is left of this one counts no more. */
  @Nullable Throwable givenUp() {
    Throwable failure = null;
    for (PluginNode outer = parent; outer != null && failure == null; outer = outer.parent) {
      failure = outer.failure();
    }
    return failure;
  }

  /** Whether nothing waits for the code of its body any more. */
  boolean isOver() {
    return body.isDone() || givenUp() != null;
  }

  /** Whether it is in another one, at any depth. */
  boolean isWithin(PluginNode other) {
    PluginNode outer = parent;
    while (outer != null && outer != other) {
      outer = outer.parent;
    }
    return outer != null;
  }

  /** The plugins this one is nested in, and itself: {@code root -> api -> users}. */
  String path() {
    if (parent == null) {
      return name;
    }
    return step != null ? parent.path() : parent.path() + " -> " + name;
  }
}
