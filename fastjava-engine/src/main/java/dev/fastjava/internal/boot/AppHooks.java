package dev.fastjava.internal.boot;

import dev.fastjava.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the application hooks of one phase: those of a context in order, then those of its children.
 *
 * <p>Reference: Hooks, Application Hooks.
 */
final class AppHooks {
  private AppHooks() {}

  /** Runs the hooks as steps of the loader; the first error skips the others. */
  static void run(Server server, String phase, Consumer<@Nullable Throwable> ended) {
    List<Object> hooks = new ArrayList<>();
    collect(server.root(), phase, hooks);
    if (hooks.isEmpty()) {
      ended.accept(null);
      return;
    }
    for (Object hook : hooks) {
      server
          .loader()
          .ready(
              (error, done) -> {
                if (error == null) {
                  Instance.runAppHook(hook, done);
                } else {
                  done.accept(null, error);
                }
              });
    }
    server
        .loader()
        .ready(
            (error, done) -> {
              Throwable named =
                  error instanceof PluginLoader.ReadyTimeoutException
                      ? ErrorCode.FST_ERR_HOOK_TIMEOUT.causedBy(error, phase, "")
                      : error;
              ended.accept(named);
              done.accept(null, named);
            });
  }

  /** Runs onListen hooks: an error is logged and the others run. */
  static void runOnListen(Server server) {
    List<Object> hooks = new ArrayList<>();
    collect(server.root(), "onListen", hooks);
    next(server, hooks, 0);
  }

  private static void next(Server server, List<Object> hooks, int index) {
    if (index == hooks.size()) {
      return;
    }
    try {
      Instance.runAppHook(
          hooks.get(index),
          (value, error) -> {
            if (error != null) {
              server.logger().error(error);
            }
            next(server, hooks, index + 1);
          });
    } catch (Exception e) {
      server.logger().error(e);
      next(server, hooks, index + 1);
    }
  }

  private static void collect(Instance instance, String phase, List<Object> hooks) {
    hooks.addAll(instance.hooks.of(phase));
    instance.children.forEach(child -> collect(child, phase, hooks));
  }
}
