package dev.fastjava.internal.boot;

import dev.fastjava.CallbackBootHook;
import dev.fastjava.PluginOptions;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads plugins in the reference's order, as a walk through their tree: depth first, each when
 * those registered before it are loaded, with the steps of {@code after} in between. The walk has
 * one thread. The code of plugins and steps runs on threads of its own, so that it may block and
 * wait for what it has registered, while the walk waits for it: at any time one of the two goes on.
 *
 * <p>A plugin belongs to the context it is registered on. What is registered there while one of its
 * plugins is loaded has its turn after that one.
 *
 * <p>Reference: Server, after; Plugins.
 */
final class PluginLoader {
  private final BootThreads threads;
  private final long timeout;
  private final PluginTree tree = new PluginTree();
  private final PluginNode root = PluginNode.root();

  /** What is being loaded, the innermost first. */
  private final Deque<PluginNode> current = new ArrayDeque<>();

  private Runnable preReady = () -> {};
  private boolean booted;

  /** The error that nothing has taken yet; belongs to the thread of the walk. */
  private @Nullable Throwable error;

  PluginLoader(BootThreads threads, long timeout) {
    this.threads = threads;
    this.timeout = timeout;
  }

  /**
   * Opens the root: the caller's code is the body of its plugin from now on.
   *
   * @param preReady runs when everything is loaded
   */
  synchronized void open(Context rootContext, Runnable preReady) {
    this.preReady = preReady;
    root.context = rootContext;
    root.place = tree.add(null, root.name);
    current.push(root);
  }

  /** Loads what is registered in the root, if nobody has asked for it before. */
  synchronized void begin() {
    if (root.body.complete(null)) {
      threads.walk(this::loadRoot);
    }
  }

  /** The error that no step has taken, for the steps of ready; on the thread of the walk. */
  @Nullable Throwable takeError() {
    Throwable taken = error;
    error = null;
    return taken;
  }

  // What the code of applications asks for, on any thread

  /** Registers a plugin in a context. */
  synchronized void register(Context on, PluginNode.Registration plugin) {
    PluginNode parent = open(find(on), on, plugin.name());
    PluginNode node = PluginNode.plugin(parent, plugin);
    parent.registeredLast = true;
    parent.queue.addLast(() -> load(node));
  }

  /** Adds a step of the user between the plugins of a context. */
  synchronized void after(Context on, CallbackBootHook step) {
    PluginNode parent = open(find(on), on, PluginTree.AFTER);
    PluginNode node = PluginNode.step(parent, step);
    parent.registeredLast = false;
    parent.queue.addLast(() -> load(node));
  }

  /** Adds a step of the framework's own between the plugins of a context: it is short. */
  synchronized void afterInternally(Context on, Runnable step) {
    PluginNode known = find(on);
    PluginNode parent = known == null ? open(current.getFirst(), on, PluginTree.AFTER) : known;
    PluginTree.Node under = parent.inside;
    parent.registeredLast = false;
    parent.queue.addLast(
        () -> {
          PluginTree.Node place = addStep(parent, under);
          try {
            step.run();
          } catch (Throwable e) {
            error = e; // whatever it is: the walk goes on, and boot tells it
          }
          place.loaded();
        });
  }

  /** Loads what was registered in a context so far. */
  synchronized CompletableFuture<Void> loadRegistered(Context on) {
    PluginNode plugin = find(on);
    if (plugin == null || plugin.loaded) {
      return CompletableFuture.completedFuture(null);
    }
    if (threads.running() instanceof PluginNode caller && caller.isWithin(plugin)) {
      return CompletableFuture.failedFuture(
          new IllegalStateException(
              "after() of "
                  + plugin.path()
                  + " would wait for "
                  + caller.path()
                  + ", which calls it: call after() of its own instance"));
    }
    CompletableFuture<Void> reached = new CompletableFuture<>();
    PluginTree.Node under = plugin.inside;
    // To register and to wait is how a registration is waited for: what follows stands beside it.
    boolean nests = !plugin.registeredLast;
    plugin.registeredLast = false;
    plugin.waiting.addLast(reached);
    plugin.queue.addLast(
        () -> {
          PluginTree.Node place = addStep(plugin, under);
          place.loaded();
          Throwable failure = error;
          synchronized (this) {
            plugin.waiting.removeFirst(); // this one: they have their turn in order
            plugin.told = failure;
            if (nests) {
              plugin.inside = place;
            }
          }
          threads.body(() -> AwaitedStage.complete(reached, failure), () -> plugin.loaded, plugin);
        });
    if (plugin == root) {
      threads.walk(() -> runAll(this::nextAwaited));
    } else {
      notifyAll();
    }
    return reached;
  }

  /** Notes where the calling code declares something in the plugin that registers right now. */
  DeclaredAt declaredHere(String what) {
    return DeclaredAt.here(what + " in " + path());
  }

  /** The plugin that is loaded now, with those it is in. */
  synchronized String path() {
    return current.getFirst().path();
  }

  synchronized String print() {
    return tree.print();
  }

  /** What is being loaded in a context: the innermost, as shared plugins have none of their own. */
  private @Nullable PluginNode find(Context context) {
    for (PluginNode node : current) {
      if (node.takes(context)) {
        return node;
      }
    }
    return null;
  }

  /** The plugin that takes what is registered in a context, which it is given for the message. */
  private PluginNode open(@Nullable PluginNode parent, Context on, String name) {
    if (booted) {
      throw ErrorCode.FST_ERR_ROOT_PLG_BOOTED.error("Root plugin has already booted");
    }
    if (parent == null || parent.loaded) {
      throw ErrorCode.FST_ERR_PARENT_PLUGIN_BOOTED.error(
          "Impossible to load '%s' plugin because the parent '%s' was already loaded"
              .formatted(name, parent == null ? on.pluginName() : parent.name));
    }
    return parent;
  }

  // The walk

  private synchronized PluginTree.Node addStep(PluginNode plugin, PluginTree.@Nullable Node under) {
    return tree.add(under == null ? plugin.place : under, PluginTree.AFTER);
  }

  private static void runAll(Supplier<@Nullable Runnable> queue) {
    for (Runnable next = queue.get(); next != null; next = queue.get()) {
      next.run();
    }
  }

  /** Only what the code of the root waits for; no thread waits for that code itself. */
  private synchronized @Nullable Runnable nextAwaited() {
    return root.waiting.isEmpty() ? null : root.queue.pollFirst();
  }

  private void loadRoot() {
    runAll(() -> nextOf(root));
    Objects.requireNonNull(root.place).loaded();
    Throwable fault = null;
    try {
      preReady.run();
    } catch (Throwable e) {
      fault = error != null ? error : e;
    }
    if (fault != null) {
      error = fault;
    } else {
      synchronized (this) {
        booted = true;
      }
    }
  }

  private void load(PluginNode node) {
    if (node.givenUp() != null || (error != null && node.plugin != null)) {
      return;
    }
    synchronized (this) {
      current.push(node.entered());
    }
    Throwable failure;
    try {
      start(node);
      runAll(() -> nextAwaited(node));
      failure = node.failure();
    } catch (Throwable e) {
      failure = e; // of hooks that see the plugin enter
    }
    if (node.step != null) {
      error = null; // The step has taken it, and the end of its body tells what it passes on.
    }
    if (failure == null) {
      runAll(() -> nextOf(node));
    }
    leave(node, failure);
  }

  private void start(PluginNode node) throws Exception {
    PluginNode parent = Objects.requireNonNull(node.parent);
    Context within = Objects.requireNonNull(parent.context);
    PluginNode.Registration plugin = node.plugin;
    BootThreads.Code code;
    if (plugin == null) {
      CallbackBootHook step = Objects.requireNonNull(node.step);
      node.context = within;
      Throwable taken = takeError();
      code = done -> step.run(taken, done);
    } else {
      PluginOptions options = plugin.optionsOf().apply(within);
      Context entered = within.enter(plugin.ownName(), plugin.meta(), options);
      node.context = entered;
      code = done -> plugin.body().register(entered, options, done);
    }
    synchronized (this) {
      node.place = tree.add(node.under != null ? node.under : parent.place, node.name);
      parent.told = node.step == null ? parent.told : null; // A step takes it.
    }
    node.begin(timeout);
    var unused = node.body.whenComplete((value, failure) -> wake());
    threads.run(node.body, node, code, node.timeout, () -> timedOut(node));
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** Waits for the end of a body, or for something that the body waits for in the meantime. */
  private synchronized @Nullable Runnable nextAwaited(PluginNode node) {
    boolean interrupted = false;
    while (node.waiting.isEmpty() && !node.isOver()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // Nobody ends this thread; each body ends within its time.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return node.isOver() ? null : node.queue.pollFirst();
  }

  /** What comes next in a plugin whose body has ended; null, and no more is taken, at its end. */
  private synchronized @Nullable Runnable nextOf(PluginNode node) {
    Runnable next = node.givenUp() == null ? node.queue.pollFirst() : null;
    node.loaded = next == null;
    return next;
  }

  private void leave(PluginNode node, @Nullable Throwable failure) {
    Throwable givenUp = node.givenUp();
    Throwable fault = failure == null ? givenUp : failure;
    synchronized (this) {
      node.loaded = true;
      current.pop();
      PluginNode outer = current.peekFirst();
      if (fault != null && outer != null) {
        // At once: its own time may be over before it is told.
        outer.told = fault;
      }
      if (node.place != null) {
        node.place.loaded();
      }
    }
    if (fault == null) {
      return;
    }
    // Ends a body whose plugin was given up; one that has ended stays as it is.
    node.body.completeExceptionally(fault);
    if (!node.waiting.isEmpty()) {
      // It ended before what it waits for, and its queue goes no further.
      List<CompletableFuture<Void>> stages = List.copyOf(node.waiting);
      threads.body(() -> stages.forEach(stage -> stage.completeExceptionally(fault)));
    }
    if (givenUp == null) {
      // A step of after that only passes the error on is not its place.
      DeclaredAt place = Objects.requireNonNull(node.declaredAt);
      if (node.step == null || !DeclaredAt.isNoted(fault)) {
        place.addTo(fault);
      }
      error = fault;
    }
  }

  /** The error of a plugin whose time is over: of the one within it that it waits for, if any. */
  private synchronized Throwable timedOut(PluginNode plugin) {
    PluginNode inner = current.getFirst();
    boolean waits = inner.isWithin(plugin);
    if (!waits
        && plugin.told instanceof FastjavaException told
        && told.code().equals(ErrorCode.FST_ERR_PLUGIN_TIMEOUT.name())) {
      return told; // It has just been told that its time went by there.
    }
    Throwable error = (waits ? inner : plugin).late();
    if (waits) {
      Objects.requireNonNull(inner.declaredAt).addTo(error);
    }
    return error;
  }
}
