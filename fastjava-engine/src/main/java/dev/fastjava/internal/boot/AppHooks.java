package dev.fastjava.internal.boot;

import dev.fastjava.AsyncAppHook;
import dev.fastjava.CallbackAppHook;
import dev.fastjava.CloseHook;
import dev.fastjava.Done;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.logging.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the application hooks of one phase: those of a context in order, then those of its children.
 * Their errors tell where the hook was added.
 *
 * <p>Reference: Hooks, Application Hooks.
 */
final class AppHooks {
  /** A hook of either style, and where it was added. */
  record Added(CallbackAppHook hook, DeclaredAt place) {
    /** Takes an onReady, onListen or preClose hook; a plain one is of the callback style, too. */
    static Added of(Object hook, DeclaredAt place) {
      return new Added(
          hook instanceof AsyncAppHook async
              ? done -> AwaitedStage.end(async.run(), done)
              : (CallbackAppHook) hook,
          place);
    }

    /** Takes an onClose hook. */
    static Added closing(Context context, Object hook, DeclaredAt place) {
      if (hook instanceof CloseHook plain) {
        return new Added(
            done -> {
              plain.run(context);
              done.done();
            },
            place);
      }
      return hook instanceof CloseHook.Async async
          ? new Added(done -> AwaitedStage.end(async.run(context), done), place)
          : new Added(done -> ((CloseHook.Callback) hook).run(context, done), place);
    }

    /**
     * Runs the hook; an error, thrown or passed on, goes to {@code done}. Only the first counts;
     * those that come when the hook has ended already are logged.
     */
    void run(Logger logger, Done done) {
      AtomicBoolean over = new AtomicBoolean();
      Done once =
          (value, error) -> {
            if (!over.compareAndSet(false, true)) {
              if (error != null) {
                place.addTo(error);
                logger.error(error);
              }
            } else if (error == null && value instanceof CompletionStage<?> stage) {
              // Given to done, which does not end the step before the stage ends.
              stage.whenComplete((late, failure) -> end(done, failure));
            } else {
              end(done, error);
            }
          };
      try {
        hook.run(once);
      } catch (Throwable e) {
        once.accept(null, e);
      }
    }

    /** The error of a hook whose time was over. */
    Throwable late(String phase) {
      Throwable error = ErrorCode.FST_ERR_HOOK_TIMEOUT.error(phase, "");
      place.addTo(error);
      return error;
    }

    private void end(Done done, @Nullable Throwable given) {
      Throwable error = AwaitedStage.cause(given);
      if (error != null) {
        place.addTo(error);
      }
      done.accept(null, error);
    }
  }

  private AppHooks() {}

  /** Runs onReady hooks as steps of the loader; the first error skips the others. */
  static void runOnReady(Server server, Consumer<@Nullable Throwable> ended) {
    BootSteps steps = server.steps;
    List<Added> hooks = of(server, "onReady");
    for (Added hook : hooks) {
      steps.ready(
          (error, done) -> {
            if (error != null) {
              done.accept(null, error);
            } else {
              hook.run(server.logger, done);
            }
          },
          () -> hook.late("onReady"));
    }
    if (hooks.isEmpty()) {
      ended.accept(null);
    } else {
      steps.ready(
          (error, done) -> {
            ended.accept(error);
            done.accept(null, error);
          });
    }
  }

  /** Runs preClose hooks on threads of their own and waits for them; the first error is the end. */
  static @Nullable Throwable runPreClose(Server server) {
    for (Added hook : of(server, "preClose")) {
      Throwable error =
          server.steps.await(done -> hook.run(server.logger, done), () -> hook.late("preClose"));
      if (error != null) {
        return error;
      }
    }
    return null;
  }

  /** Runs onListen hooks: an error is logged and the others run. */
  static void runOnListen(Server server) {
    next(server, of(server, "onListen"), 0);
  }

  private static void next(Server server, List<Added> hooks, int index) {
    if (index == hooks.size()) {
      return;
    }
    hooks
        .get(index)
        .run(
            server.logger,
            (value, error) -> {
              if (error != null) {
                server.logger.error(error);
              }
              next(server, hooks, index + 1);
            });
  }

  private static List<Added> of(Server server, String phase) {
    List<Added> hooks = new ArrayList<>();
    collect(server.root, phase, hooks);
    return hooks;
  }

  private static void collect(Context context, String phase, List<Added> hooks) {
    for (Object hook : context.hooks.of(phase)) {
      hooks.add((Added) hook);
    }
    context.children.forEach(child -> collect(child, phase, hooks));
  }
}
