package dev.fastjava.internal.boot;

import dev.fastjava.CallbackBootHook;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps that follow when all plugins are loaded: those of {@code ready}, in order, and at the
 * end those of {@code close}, the last one first. They run on the thread of the walk, which waits
 * for the code of each.
 *
 * <p>Reference: Server, ready, close; Hooks, Application Hooks.
 */
final class BootSteps {
  private final BootThreads threads;
  private final PluginLoader loader;
  private final long timeout;
  private final Runnable onStart;
  private final Deque<Step> readySteps = new ArrayDeque<>();
  private final Deque<Step> closeSteps = new ArrayDeque<>();
  private boolean closing;

  // These belong to the thread of the walk.
  private @Nullable Throwable error;
  private @Nullable Throwable closeError;
  private boolean started;

  /** A step, and what makes the error of one whose time is limited. */
  private record Step(CallbackBootHook code, @Nullable Supplier<Throwable> late) {}

  /**
   * Makes a queue without steps.
   *
   * @param loader loads the plugins before the first step
   * @param timeout how long a step may take, in milliseconds; 0 for any time
   * @param onStart runs after the first steps of ready
   */
  BootSteps(BootThreads threads, PluginLoader loader, long timeout, Runnable onStart) {
    this.threads = threads;
    this.loader = loader;
    this.timeout = timeout;
    this.onStart = onStart;
  }

  /** Adds a step that runs when everything is loaded, and begins loading. */
  void ready(CallbackBootHook step) {
    ready(step, BootSteps::late);
  }

  /**
   * Adds a step that runs when everything is loaded, and begins loading.
   *
   * @param late makes the error of a step that takes longer than a plugin may
   */
  void ready(CallbackBootHook step, Supplier<Throwable> late) {
    synchronized (this) {
      readySteps.addLast(new Step(step, late));
    }
    loader.begin();
    threads.walk(this::runReadySteps);
  }

  /** Adds a step of closing that limits itself, before those added earlier. */
  void onClose(CallbackBootHook step) {
    addFirst(new Step(step, null));
  }

  /**
   * Adds code of the application as a step of closing, before those added earlier. It has the time
   * of a plugin: closing ends whatever it does.
   *
   * @param late makes the error of code that takes longer
   */
  void onClose(CallbackBootHook step, Supplier<Throwable> late) {
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
                AwaitedStage.complete(closed, closeError);
              });
          done.done();
        });
  }

  private void runReadySteps() {
    Throwable loading = loader.takeError();
    error = loading == null ? error : loading;
    for (Step step = poll(readySteps); step != null; step = poll(readySteps)) {
      error = await(step, error);
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
    BootThreads.Code code = done -> step.code().run(seen, done);
    Supplier<Throwable> late = step.late();
    return late == null ? await(code, 0, BootSteps::late) : await(code, late);
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
