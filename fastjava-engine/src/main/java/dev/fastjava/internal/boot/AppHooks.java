package dev.fastjava.internal.boot;

import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.CallbackAppHook;
import dev.fastjava.CloseHook;
import dev.fastjava.Done;
import dev.fastjava.error.ErrorCode;
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
    /** Takes an onReady, onListen or preClose hook. */
    static Added of(Object hook, DeclaredAt place) {
      if (hook instanceof AppHook plain) {
        return new Added(
            done -> {
              plain.run();
              done.done();
            },
            place);
      }
      return hook instanceof AsyncAppHook async
          ? new Added(done -> AwaitedStage.end(async.run(), done), place)
          : new Added((CallbackAppHook) hook, place);
    }

    /** Takes an onClose hook. */
    static Added closing(Instance instance, Object hook, DeclaredAt place) {
      if (hook instanceof CloseHook plain) {
        return new Added(
            done -> {
              plain.run(instance);
              done.done();
            },
            place);
      }
      return hook instanceof CloseHook.Async async
          ? new Added(done -> AwaitedStage.end(async.run(instance), done), place)
          : new Added(done -> ((CloseHook.Callback) hook).run(instance, done), place);
    }

    /**
     * Runs the hook; an error, thrown or passed on, goes to {@code done}. Only the first counts;
     * those that come when the hook has ended already are logged.
     */
    void run(Server server, Done done) {
      AtomicBoolean over = new AtomicBoolean();
      Done once =
          (value, error) -> {
            if (!over.compareAndSet(false, true)) {
              if (error != null) {
                place.addTo(error);
                server.logger().error(error);
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
    PluginLoader loader = server.loader();
    List<Added> hooks = of(server, "onReady");
    for (Added hook : hooks) {
      loader.ready(
          (error, done) -> {
            if (error != null) {
              done.accept(null, error);
            } else {
              hook.run(server, done);
            }
          },
          () -> hook.late("onReady"));
    }
    if (hooks.isEmpty()) {
      ended.accept(null);
    } else {
      loader.ready(
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
          server.loader().await(done -> hook.run(server, done), () -> hook.late("preClose"));
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
            server,
            (value, error) -> {
              if (error != null) {
                server.logger().error(error);
              }
              next(server, hooks, index + 1);
            });
  }

  private static List<Added> of(Server server, String phase) {
    List<Added> hooks = new ArrayList<>();
    collect(server.root(), phase, hooks);
    return hooks;
  }

  private static void collect(Instance instance, String phase, List<Added> hooks) {
    for (Object hook : instance.hooks.of(phase)) {
      hooks.add((Added) hook);
    }
    instance.children.forEach(child -> collect(child, phase, hooks));
  }
}
