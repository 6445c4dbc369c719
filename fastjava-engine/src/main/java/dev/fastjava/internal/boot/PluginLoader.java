package dev.fastjava.internal.boot;

import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.error.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads plugins in the reference's order: depth first, each when those registered before it are
 * loaded, with the steps of {@code after} in between; then the steps of {@code ready}, at the end
 * those of {@code close}. State changes happen in ticks on one thread; the code of plugins and
 * steps runs on threads of its own, so that it may block and wait for what it has registered.
 *
 * <p>Reference: Plugins; Server, after, ready, close.
 */
final class PluginLoader {
  private static final long MILLIS = 1_000_000;

  /** How the reference names the steps between plugins. */
  private static final String AFTER = "bound _after";

  private final BootThreads threads;
  private final long timeout;
  private final PluginTree tree = new PluginTree();
  private final Deque<PluginNode> current = new ArrayDeque<>();
  private final LoadQueue<LoadStep> readySteps = new LoadQueue<>(this::runReadyStep);
  private final LoadQueue<CloseStep> closeSteps = new LoadQueue<>(this::runCloseStep);
  private final PluginNode root;
  private Runnable preReady = () -> {};
  private Runnable onStart = () -> {};
  private @Nullable Throwable error;
  private @Nullable Throwable closeError;
  private boolean started;
  private boolean booted;
  private boolean rootDone;

  PluginLoader(BootThreads threads, long timeout) {
    this.threads = threads;
    this.timeout = timeout;
    this.root =
        new PluginNode(
            null,
            "root",
            "root",
            (instance, options, done) -> {},
            PluginMeta.NONE,
            false,
            true,
            0,
            parent -> PluginOptions.NONE,
            new LoadQueue<>(this::loadLater));
  }

  /** Begins: the caller's code is the body of the root plugin from now on. */
  synchronized void open(Instance rootInstance, Runnable preReady, Runnable onStart) {
    this.preReady = preReady;
    this.onStart = onStart;
    root.instance = rootInstance;
    root.place = tree.add(null, root.name);
    root.startNanos = System.nanoTime();
    current.push(root);
    boolean[] startedOnce = {false};
    readySteps.onDrain(
        () -> {
          if (!startedOnce[0]) {
            startedOnce[0] = true;
            this.onStart.run();
          }
        });
  }

  synchronized void register(
      String name,
      String ownName,
      PluginNode.Body body,
      PluginMeta meta,
      Function<Instance, PluginOptions> options) {
    add(name, ownName, body, meta, options, false, false);
  }

  /** Adds a step of the framework's own between plugins. */
  synchronized void afterInternally(LoadStep step) {
    add(AFTER, AFTER, afterBody(step), PluginMeta.NONE, i -> PluginOptions.NONE, true, true);
  }

  /** Adds a step of the user between plugins. */
  synchronized void after(LoadStep step) {
    add(AFTER, AFTER, afterBody(step), PluginMeta.NONE, i -> PluginOptions.NONE, true, false);
  }

  private PluginNode.Body afterBody(LoadStep step) {
    return (instance, options, done) -> {
      Throwable taken;
      synchronized (this) {
        taken = error;
        error = null;
      }
      step.run(
          taken,
          AwaitedStage.within(
              (value, failure) -> {
                synchronized (this) {
                  error = failure;
                }
                done.accept(null, failure);
              }));
    };
  }

  private PluginNode add(
      String name,
      String ownName,
      PluginNode.Body body,
      PluginMeta meta,
      Function<Instance, PluginOptions> options,
      boolean isAfter,
      boolean isInternal) {
    if (booted) {
      throw ErrorCode.FST_ERR_ROOT_PLG_BOOTED.error("Root plugin has already booted");
    }
    PluginNode parent = current.getFirst();
    long limit = timeout;
    if (!parent.loaded && parent.timeout > 0) {
      // A little less than what is left to the parent, so that the inner one is named.
      limit = parent.timeout - ((System.nanoTime() - parent.startNanos) / MILLIS + 3);
    }
    if (parent.loaded) {
      throw ErrorCode.FST_ERR_PARENT_PLUGIN_BOOTED.error(
          "Impossible to load '"
              + name
              + "' plugin because the parent '"
              + parent.name
              + "' was already loaded");
    }
    PluginNode node =
        new PluginNode(
            parent,
            name,
            ownName,
            body,
            meta,
            isAfter,
            isInternal,
            limit,
            options,
            new LoadQueue<>(this::loadLater));
    node.under = parent.inside;
    parent.registeredLast = !isAfter;
    parent.queue.add(
        node,
        failure -> {
          if (failure != null) {
            error = failure;
          }
        });
    return node;
  }

  /** Loads what was registered in the current plugin so far. */
  synchronized CompletableFuture<Void> loadRegistered() {
    PluginNode plugin = current.getFirst();
    if (plugin.loaded) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> reached = new CompletableFuture<>();
    plugin.waiting.add(reached);
    // To register and to wait is how a registration is waited for: what follows stands beside it.
    boolean nests = !plugin.registeredLast;
    PluginNode[] step = new PluginNode[1];
    LoadStep marker =
        (failure, done) -> {
          synchronized (this) {
            plugin.queue.pause();
          }
          done.accept(null, failure);
          if (nests) {
            plugin.inside = step[0].place;
          }
          // The marker must have left before the plugin goes on registering.
          whenCurrent(plugin, () -> settle(reached, failure));
        };
    step[0] =
        add(AFTER, AFTER, afterBody(marker), PluginMeta.NONE, i -> PluginOptions.NONE, true, true);
    tick(plugin.queue::resume);
    return reached;
  }

  /** Runs code of the application on a thread that may block, and that nothing waits for. */
  CompletableFuture<Void> run(Runnable code) {
    return CompletableFuture.runAsync(code, threads::body);
  }

  /** Goes on in a plugin when what is above it has left; not when it has ended itself. */
  private void whenCurrent(PluginNode plugin, Runnable action) {
    tick(
        () -> {
          if (current.peekFirst() == plugin) {
            threads.body(action, () -> plugin.loaded);
          } else if (!plugin.loaded) {
            whenCurrent(plugin, action);
          }
        });
  }

  private static void settle(CompletableFuture<Void> future, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(null);
    } else {
      future.completeExceptionally(failure);
    }
  }

  /** Ends the body of the root plugin: everything registered is loaded. */
  synchronized void start() {
    if (started) {
      return;
    }
    started = true;
    tick(
        () -> {
          if (!rootDone) {
            rootDone = true;
            finish(root, null, this::rootLoaded);
          }
        });
  }

  private void rootLoaded(@Nullable Throwable failure) {
    Throwable fault = failure;
    try {
      preReady.run();
    } catch (Throwable e) {
      fault = fault != null ? fault : error != null ? error : e;
    }
    if (fault != null) {
      error = fault;
    } else {
      booted = true;
    }
    readySteps.resume();
  }

  private void loadLater(PluginNode plugin, Consumer<@Nullable Throwable> ended) {
    tick(() -> load(plugin, ended));
  }

  private void load(PluginNode plugin, Consumer<@Nullable Throwable> ended) {
    PluginNode outer = plugin.parent;
    if (outer != null && outer.loaded) {
      // The time of the plugin it belongs to was over meanwhile.
      ended.accept(null);
      return;
    }
    PluginNode parent = current.getFirst();
    current.push(plugin);
    Consumer<@Nullable Throwable> executed =
        failure ->
            finish(
                plugin,
                failure,
                result -> {
                  leave(plugin);
                  // With a plugin that was given up ends what is told of those in it.
                  ended.accept(outer != null && outer.loaded ? null : result);
                });
    if (error != null && !plugin.isAfter) {
      tick(() -> executed.accept(null));
      return;
    }
    Instance within = java.util.Objects.requireNonNull(parent.instance);
    try {
      // A step between plugins has no options and no instance of its own.
      plugin.options = plugin.isAfter ? PluginOptions.NONE : plugin.optionsOf.apply(within);
      plugin.instance =
          plugin.isAfter ? within : within.enter(plugin.ownName, plugin.meta, plugin.options);
    } catch (Throwable e) {
      executed.accept(e);
      return;
    }
    plugin.place = tree.add(plugin.under != null ? plugin.under : parent.place, plugin.name);
    execute(plugin, executed);
  }

  /** Takes a plugin off the stack, with those in it that did not end within its time. */
  private void leave(PluginNode plugin) {
    if (current.contains(plugin)) {
      while (current.pop() != plugin) {
        // What was above it belongs to it.
      }
    }
  }

  private void execute(PluginNode plugin, Consumer<@Nullable Throwable> executed) {
    plugin.startNanos = System.nanoTime();
    Instance within = java.util.Objects.requireNonNull(plugin.instance);
    LimitedStep.Code code = done -> plugin.body.run(within, plugin.options, done);
    Consumer<@Nullable Throwable> ended = failure -> tick(() -> executed.accept(failure));
    if (plugin.isInternal) {
      LimitedStep.runHere(code, ended);
    } else {
      LimitedStep.run(threads, plugin.timeout, code, () -> timedOut(plugin), ended);
    }
  }

  private static Throwable timedOut(PluginNode plugin) {
    String message =
        "Plugin did not start in time: '"
            + plugin.name
            + "'. You may have forgotten to call 'done' function or to resolve a Promise";
    return ErrorCode.FST_ERR_PLUGIN_TIMEOUT.error(message);
  }

  private void finish(
      PluginNode plugin, @Nullable Throwable failure, Consumer<@Nullable Throwable> ended) {
    if (failure != null) {
      loaded(plugin, failure, ended);
      return;
    }
    tick(() -> check(plugin, ended));
    plugin.queue.resume();
  }

  private void check(PluginNode plugin, Consumer<@Nullable Throwable> ended) {
    if (plugin.queue.isIdle()) {
      loaded(plugin, null, ended);
    } else {
      plugin.queue.onDrain(
          () -> {
            plugin.queue.onDrain(() -> {});
            tick(() -> check(plugin, ended));
          });
    }
  }

  private void loaded(
      PluginNode plugin, @Nullable Throwable failure, Consumer<@Nullable Throwable> ended) {
    if (plugin.loaded) {
      return;
    }
    // A step of after that only passes the error on is not its place.
    if (failure != null
        && plugin.declaredAt != null
        && !(plugin.isAfter && DeclaredAt.isNoted(failure))) {
      plugin.declaredAt.addTo(failure);
    }
    plugin.loaded = true;
    if (plugin.place != null) {
      plugin.place.loaded();
    }
    if (failure != null && !plugin.waiting.isEmpty()) {
      // It ended before what it waits for, and its queue goes no further.
      threads.body(() -> plugin.waiting.forEach(stage -> stage.completeExceptionally(failure)));
    }
    ended.accept(failure);
  }

  /** Adds a step that runs when everything is loaded, and begins loading. */
  void ready(LoadStep step) {
    synchronized (this) {
      readySteps.add(
          step,
          failure -> {
            if (failure != null) {
              error = failure;
            }
          });
    }
    start();
  }

  private void runReadyStep(LoadStep step, Consumer<@Nullable Throwable> ended) {
    Throwable taken = error;
    error = null;
    LimitedStep.run(
        threads,
        timeout,
        done -> step.run(taken, done),
        PluginLoader::readyTimeout,
        failure ->
            tick(
                () -> {
                  error = failure;
                  ended.accept(failure);
                }));
  }

  /** The error of a step that did not end; hooks replace it by one that names them. */
  static Throwable readyTimeout() {
    return new ReadyTimeoutException();
  }

  /** A step of ready was not completed in time. */
  static final class ReadyTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadyTimeoutException() {
      super("A step did not complete in time");
    }
  }

  /** Adds a step of closing that limits itself, before those added earlier. */
  synchronized void onClose(LoadStep step) {
    closeSteps.addFirst(new CloseStep(step, null), this::noteCloseError);
  }

  /**
   * Adds code of the application as a step of closing, before those added earlier. It has the time
   * of a plugin: closing ends whatever it does.
   *
   * @param late makes the error of code that takes longer
   */
  synchronized void onClose(LoadStep step, Supplier<Throwable> late) {
    closeSteps.addFirst(new CloseStep(step, late), this::noteCloseError);
  }

  /** A step of closing, and the error of one whose time is limited. */
  private record CloseStep(LoadStep step, @Nullable Supplier<Throwable> error) {
    boolean limited() {
      return error != null;
    }

    Supplier<Throwable> late() {
      return error == null ? PluginLoader::readyTimeout : error;
    }
  }

  /** The last error counts, as in the reference; it carries those before it. */
  private void noteCloseError(@Nullable Throwable failure) {
    if (failure != null) {
      if (closeError != null && closeError != failure) {
        failure.addSuppressed(closeError);
      }
      closeError = failure;
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
          LoadStep last =
              (closeFault, closeDone) -> {
                closeDone.accept(null, null);
                settle(closed, closeFault);
              };
          synchronized (this) {
            closeSteps.add(new CloseStep(last, null), ignored -> {});
          }
          done.accept(null, null);
          tick(closeSteps::resume);
        });
  }

  private void runCloseStep(CloseStep closing, Consumer<@Nullable Throwable> ended) {
    Throwable seen = closeError;
    LimitedStep.run(
        threads,
        closing.limited() ? timeout : 0,
        done -> closing.step().run(seen, done),
        closing.late(),
        failure -> tick(() -> ended.accept(failure)));
  }

  /** Runs a state change on the thread of the loader, after those before it. */
  void tick(Runnable change) {
    threads.tick(
        () -> {
          synchronized (this) {
            change.run();
          }
        });
  }

  String print() {
    synchronized (this) {
      return tree.print();
    }
  }

  /** Notes where the calling code declares something in the plugin that registers right now. */
  synchronized DeclaredAt declaredHere(String what) {
    return DeclaredAt.here(what + " in " + path());
  }

  /** The plugin that is loaded now, with those it is in. */
  synchronized String path() {
    return current.getFirst().path();
  }
}
