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

    /** The error of an onClose hook whose time was over. */
    Throwable late() {
      Throwable error = ErrorCode.FST_ERR_HOOK_TIMEOUT.error("onClose", "");
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

  /** Runs the hooks as steps of the loader; the first error skips the others. */
  static void run(Server server, String phase, Consumer<@Nullable Throwable> ended) {
    List<Added> hooks = new ArrayList<>();
    collect(server.root(), phase, hooks);
    if (hooks.isEmpty()) {
      ended.accept(null);
      return;
    }
    // The hook that runs now, which is the one to blame for a timeout.
    @Nullable Added[] running = {null};
    for (Added hook : hooks) {
      server
          .loader()
          .ready(
              (error, done) -> {
                if (error != null) {
                  done.accept(null, error);
                } else {
                  running[0] = hook;
                  hook.run(server, done);
                }
              });
    }
    server
        .loader()
        .ready(
            (error, done) -> {
              Throwable named = error;
              if (error instanceof PluginLoader.ReadyTimeoutException) {
                named = ErrorCode.FST_ERR_HOOK_TIMEOUT.causedBy(error, phase, "");
                if (running[0] != null) {
                  running[0].place().addTo(named);
                }
              }
              ended.accept(named);
              done.accept(null, named);
            });
  }

  /** Runs onListen hooks: an error is logged and the others run. */
  static void runOnListen(Server server) {
    List<Added> hooks = new ArrayList<>();
    collect(server.root(), "onListen", hooks);
    next(server, hooks, 0);
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

  private static void collect(Instance instance, String phase, List<Added> hooks) {
    for (Object hook : instance.hooks.of(phase)) {
      hooks.add((Added) hook);
    }
    instance.children.forEach(child -> collect(child, phase, hooks));
  }
}
