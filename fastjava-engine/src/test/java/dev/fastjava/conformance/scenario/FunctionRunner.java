package dev.fastjava.conformance.scenario;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the action lists of functions, in the two styles. */
final class FunctionRunner {
  /** No action of a scenario takes longer. */
  private static final long LONGEST_SECONDS = 5;

  private static final Set<String> TAKING_TIME = Set.of("sleep", "readAll", "earlyHints");

  /** A function that waits for its own reply would keep it from being sent if it blocked. */
  private static final Set<String> NEVER_BLOCKING = Set.of("never", "awaitReply");

  private final Interpreter interpreter;

  FunctionRunner(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Something that may throw anything. */
  @FunctionalInterface
  interface Block {
    void run() throws Throwable;
  }

  /** Whether a described function has the style that returns a promise. */
  static boolean isAsync(Spec function) {
    return "async".equals(function.get("style"));
  }

  /** Whether a promise style function has to return before it is done, in this mode. */
  boolean mustNotBlock(Spec function) {
    return hasAny(function, NEVER_BLOCKING)
        || (!interpreter.mayBlock() && hasAny(function, TAKING_TIME));
  }

  private static boolean hasAny(Spec function, Set<String> keys) {
    return function.specs("do").stream()
        .anyMatch(action -> keys.contains(action.map().keySet().iterator().next()));
  }

  static boolean has(Spec function, String action) {
    return hasAny(function, Set.of(action));
  }

  /** Runs code of the application; until it ends, a request is not over. */
  void running(Block block) {
    interpreter.journal().begin();
    try {
      block.run();
    } catch (Throwable e) {
      report(e);
      throw Sneaky.rethrow(e);
    } finally {
      interpreter.journal().end();
    }
  }

  /** A fault of the interpreter, or of the scenario, must not be taken for one of the engine. */
  private void report(Throwable error) {
    if (error instanceof NotExpressible) {
      interpreter.journal().inexpressible(String.valueOf(error.getMessage()));
    } else if (error instanceof IllegalStateException
        && String.valueOf(error.getMessage()).startsWith("unknown ")) {
      interpreter.journal().problem(error.toString());
    }
  }

  /**
   * Runs a list in callback style: up to the first action that takes time within this call, the
   * rest from a timer.
   *
   * @param finish runs after the last action
   */
  void runCallback(Spec function, Frame frame, Block finish) {
    running(() -> new Walk(function.list("do"), frame, finish).run());
  }

  /** Runs a list to its end on this thread. */
  void runBlocking(Spec function, Frame frame) {
    running(
        () -> {
          for (Object action : function.list("do")) {
            if (frame.stopped) {
              break;
            }
            CompletionStage<?> pending = interpreter.actions().run(action, frame);
            if (pending != null) {
              await(pending.toCompletableFuture());
            }
          }
        });
  }

  private static void await(CompletableFuture<?> pending) throws Throwable {
    try {
      var unused = pending.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw ErrorViews.unwrap(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("unknown why an action takes so long", e);
    }
  }

  /** Runs a list without blocking. */
  CompletableFuture<Void> runPromise(Spec function, Frame frame) {
    CompletableFuture<Void> promise = new CompletableFuture<>();
    frame.late = promise::completeExceptionally;
    try {
      runCallback(function, frame, () -> promise.complete(null));
    } catch (Throwable e) {
      promise.completeExceptionally(e);
    }
    return promise;
  }

  private final class Walk {
    private final List<?> actions;
    private final Frame frame;
    private final Block finish;
    private int next;

    Walk(List<?> actions, Frame frame, Block finish) {
      this.actions = actions;
      this.frame = frame;
      this.finish = finish;
    }

    void run() throws Throwable {
      while (next < actions.size() && !frame.stopped) {
        CompletionStage<?> pending = interpreter.actions().run(actions.get(next++), frame);
        if (pending != null) {
          // Not a step of the stage itself: nobody would see what it throws.
          var unused = pending.whenComplete((value, error) -> proceed(error));
          return;
        }
      }
      finish.run();
    }

    private void proceed(@Nullable Throwable error) {
      try {
        running(
            () -> {
              if (error != null) {
                throw ErrorViews.unwrap(error);
              }
              run();
            });
      } catch (Throwable e) {
        late(e);
      }
    }

    private void late(Throwable error) {
      Consumer<Throwable> late = frame.late;
      if (late == null) {
        interpreter.journal().problem("nobody takes a late error: " + error);
      } else {
        late.accept(error);
      }
    }
  }
}
