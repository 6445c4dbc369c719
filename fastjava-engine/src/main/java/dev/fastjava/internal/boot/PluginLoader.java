package dev.fastjava.internal.boot;

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
 * those registered before it are loaded, with the steps of {@code after} in between; then the steps
 * of {@code ready}, at the end those of {@code close}. The walk has one thread. The code of plugins
 * and steps runs on threads of its own, so that it may block and wait for what it has registered,
 * while the walk waits for it: at any time one of the two goes on.
 *
 * <p>A plugin belongs to the context it is registered on. What is registered there while one of its
 * plugins is loaded has its turn after that one.
 *
 * <p>Reference: Server, after, ready, close; Plugins.
 */
final class PluginLoader {
  private static final long MILLIS = 1_000_000;

  private final BootThreads threads;
  private final long timeout;
  private final PluginTree tree = new PluginTree();
  private final PluginNode root = PluginNode.root();

  /** What is being loaded, the innermost first. */
  private final Deque<PluginNode> current = new ArrayDeque<>();

  private final Deque<Step> readySteps = new ArrayDeque<>();
  private final Deque<Step> closeSteps = new ArrayDeque<>();
  private Runnable preReady = () -> {};
  private Runnable onStart = () -> {};
  private boolean booted;
  private boolean closing;

  // These belong to the thread of the walk.
  private @Nullable Throwable error;
  private @Nullable Throwable closeError;
  private boolean started;

  /** A step of ready or close, and what makes the error of one whose time is limited. */
  private record Step(LoadStep step, @Nullable Supplier<Throwable> late) {}

  PluginLoader(BootThreads threads, long timeout) {
    this.threads = threads;
    this.timeout = timeout;
  }

  /** Begins: the caller's code is the body of the root plugin from now on. */
  synchronized void open(Instance rootInstance, Runnable preReady, Runnable onStart) {
    this.preReady = preReady;
    this.onStart = onStart;
    root.instance = rootInstance;
    root.place = tree.add(null, root.name);
    root.startNanos = System.nanoTime();
    current.push(root);
  }

  // What the code of applications asks for, on any thread

  /** Registers a plugin in a context. */
  synchronized void register(Instance on, PluginNode.Registration plugin) {
    PluginNode parent = open(on, plugin.name());
    PluginNode node = PluginNode.plugin(parent, plugin);
    parent.registeredLast = true;
    parent.queue.addLast(() -> load(node));
  }

  /** Adds a step of the user between the plugins of a context. */
  synchronized void after(Instance on, LoadStep step) {
    PluginNode parent = open(on, PluginTree.AFTER);
    PluginNode node = PluginNode.step(parent, step);
    parent.registeredLast = false;
    parent.queue.addLast(() -> load(node));
  }

  /** Adds a step of the framework's own between the plugins of a context: it is short. */
  synchronized void afterInternally(Instance on, Runnable step) {
    PluginNode known = find(on);
    PluginNode parent = known == null ? open(current.getFirst(), PluginTree.AFTER) : known;
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
  synchronized CompletableFuture<Void> loadRegistered(Instance on) {
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
          threads.body(() -> settle(reached, failure), () -> plugin.loaded, plugin);
        });
    if (plugin == root) {
      threads.walk(this::loadAwaitedByRoot);
    } else {
      notifyAll();
    }
    return reached;
  }

  /** Adds a step that runs when everything is loaded, and begins loading. */
  void ready(LoadStep step) {
    ready(step, PluginLoader::late);
  }

  /**
   * Adds a step that runs when everything is loaded, and begins loading.
   *
   * @param late makes the error of a step that takes longer than a plugin may
   */
  void ready(LoadStep step, Supplier<Throwable> late) {
    synchronized (this) {
      readySteps.addLast(new Step(step, late));
      if (root.body.complete(null)) {
        threads.walk(this::loadRoot);
      }
    }
    threads.walk(this::runReadySteps);
  }

  /** Adds a step of closing that limits itself, before those added earlier. */
  void onClose(LoadStep step) {
    addFirst(new Step(step, null));
  }

  /**
   * Adds code of the application as a step of closing, before those added earlier. It has the time
   * of a plugin: closing ends whatever it does.
   *
   * @param late makes the error of code that takes longer
   */
  void onClose(LoadStep step, Supplier<Throwable> late) {
    addFirst(new Step(step, late));
  }

  private synchronized void addFirst(Step step) {
    closeSteps.addFirst(step);
    if (closing) {
      threads.walk(this::runCloseSteps);
    }
  }

  /**
   * Closes: waits until loading is over, then runs the steps of closing.
   *
   * @param closed is completed then, with the last error of a step
   */
  void close(CompletableFuture<Void> closed) {
    ready(
        (failure, done) -> {
          synchronized (this) {
            closing = true;
          }
          threads.walk(
              () -> {
                runCloseSteps();
                settle(closed, closeError);
              });
          done.done();
        });
  }

  /** Runs code of the application on a thread that may block, and that nothing waits for. */
  CompletableFuture<Void> run(Runnable code) {
    return CompletableFuture.runAsync(code, threads::body);
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

  private static void settle(CompletableFuture<Void> future, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(null);
    } else {
      future.completeExceptionally(failure);
    }
  }

  /** What is being loaded in a context: the innermost, as shared plugins have none of their own. */
  private @Nullable PluginNode find(Instance instance) {
    for (PluginNode node : current) {
      // One without an instance is being entered, by hooks that are given the new one.
      if (node.instance == instance || node.instance == null) {
        return node;
      }
    }
    return null;
  }

  private PluginNode open(Instance on, String name) {
    PluginNode parent = find(on);
    if (parent == null && !booted) {
      throw parentLoaded(name, on.pluginName());
    }
    return open(parent == null ? root : parent, name);
  }

  private PluginNode open(PluginNode parent, String name) {
    if (booted) {
      throw ErrorCode.FST_ERR_ROOT_PLG_BOOTED.error("Root plugin has already booted");
    }
    if (parent.loaded) {
      throw parentLoaded(name, parent.name);
    }
    return parent;
  }

  private static RuntimeException parentLoaded(String name, String parent) {
    return ErrorCode.FST_ERR_PARENT_PLUGIN_BOOTED.error(
        "Impossible to load '"
            + name
            + "' plugin because the parent '"
            + parent
            + "' was already loaded");
  }

  /** A little less than what is left to the parent, so that the inner one is named. */
  private long limit(PluginNode parent) {
    return parent.timeout > 0
        ? Math.max(1, parent.timeout - ((System.nanoTime() - parent.startNanos) / MILLIS + 3))
        : timeout;
  }

  // The walk

  private synchronized PluginTree.Node addStep(PluginNode plugin, PluginTree.@Nullable Node under) {
    return tree.add(under == null ? plugin.place : under, PluginTree.AFTER);
  }

  /** Loads what the code of the root waits for; no thread waits for that code itself. */
  private void loadAwaitedByRoot() {
    for (Runnable next = nextAwaited(); next != null; next = nextAwaited()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable nextAwaited() {
    return root.waiting.isEmpty() ? null : root.queue.pollFirst();
  }

  private void loadRoot() {
    loadRest(root);
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
      current.push(node);
    }
    Throwable failure;
    try {
      start(node);
      awaitBody(node);
      failure = node.failure();
    } catch (Throwable e) {
      failure = e; // of hooks that see the plugin enter
    }
    if (node.step != null) {
      error = null; // The step has taken it, and the end of its body tells what it passes on.
    }
    if (failure == null) {
      loadRest(node);
    }
    leave(node, failure);
  }

  private void start(PluginNode node) throws Exception {
    PluginNode parent = Objects.requireNonNull(node.parent);
    Instance within = Objects.requireNonNull(parent.instance);
    PluginNode.Registration plugin = node.plugin;
    BootThreads.Code code;
    if (plugin == null) {
      LoadStep step = Objects.requireNonNull(node.step);
      node.instance = within;
      Throwable taken = error;
      error = null;
      code = done -> step.run(taken, done);
    } else {
      PluginOptions options = plugin.optionsOf().apply(within);
      Instance entered = within.enter(plugin.ownName(), plugin.meta(), options);
      node.instance = entered;
      code = done -> plugin.body().run(entered, options, done);
    }
    synchronized (this) {
      node.place = tree.add(node.under != null ? node.under : parent.place, node.name);
    }
    node.timeout = limit(parent);
    node.startNanos = System.nanoTime();
    var unused = node.body.whenComplete((value, failure) -> wake());
    threads.run(node.body, node, code, node.timeout, () -> timedOut(node));
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** Waits for the end of a body, and loads what the body waits for in the meantime. */
  private void awaitBody(PluginNode node) {
    for (Runnable next = nextAwaited(node); next != null; next = nextAwaited(node)) {
      next.run();
    }
  }

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

  private void loadRest(PluginNode node) {
    for (Runnable next = nextOf(node); next != null; next = nextOf(node)) {
      next.run();
    }
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
    PluginNode late = waits ? inner : plugin;
    Throwable error =
        ErrorCode.FST_ERR_PLUGIN_TIMEOUT.error(
            "Plugin did not start in time: '"
                + late.name
                + "'. You may have forgotten to call 'done' function or to resolve a Promise");
    if (waits) {
      Objects.requireNonNull(late.declaredAt).addTo(error);
    }
    return error;
  }

  private void runReadySteps() {
    for (Step step = poll(readySteps); step != null; step = poll(readySteps)) {
      Throwable taken = error;
      error = null;
      error = await(step, taken);
    }
    if (!started) {
      started = true;
      onStart.run();
    }
  }

  private void runCloseSteps() {
    for (Step step = poll(closeSteps); step != null; step = poll(closeSteps)) {
      Throwable failure = await(step, closeError);
      if (failure != null) {
        // The last error counts, as in the reference; it carries those before it.
        if (closeError != null && closeError != failure) {
          failure.addSuppressed(closeError);
        }
        closeError = failure;
      }
    }
  }

  private synchronized @Nullable Step poll(Deque<Step> steps) {
    return steps.pollFirst();
  }

  private @Nullable Throwable await(Step step, @Nullable Throwable seen) {
    Supplier<Throwable> late = step.late();
    return late == null
        ? await(done -> step.step().run(seen, done), 0, PluginLoader::late)
        : await(done -> step.step().run(seen, done), late);
  }

  /**
   * Runs code of the application, which has the time of a plugin, and waits: its error, or null.
   */
  @Nullable Throwable await(BootThreads.Code code, Supplier<Throwable> late) {
    return await(code, timeout, late);
  }

  private @Nullable Throwable await(BootThreads.Code code, long millis, Supplier<Throwable> late) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    threads.run(over, this, code, millis, late);
    return over.<@Nullable Throwable>handle((value, failure) -> failure).join();
  }

  /** The error of a step that did not end. */
  static Throwable late() {
    return new IllegalStateException("A step did not complete in time");
  }
}
