package dev.fastjava.internal.boot;

import dev.fastjava.Done;
import dev.fastjava.RequestListener;
import dev.fastjava.internal.exchange.Millis;
import dev.fastjava.internal.lifecycle.Thrown;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The end of a server: preClose hooks, no more connections, onClose hooks, and no thread is left.
 *
 * <p>Reference: Server, close.
 */
final class Shutdown {
  /** How long what follows the last injected requests may hold up closing. */
  private static final long DRAIN_MILLIS = 1_000;

  private static final long MIN_PATIENCE_MILLIS = 100;

  private final Server server;
  private final ClosedStage<Void> closed;

  Shutdown(Server server) {
    this.server = server;
    this.closed = new ClosedStage<>(server.threads, server::isOnEventLoop);
  }

  CompletableFuture<Void> close() {
    if (server.state.askClose()) {
      CompletableFuture<Void> steps = new CompletableFuture<>();
      if (server.state.isBooting()) {
        // A boot under way ends first, hooks included: none of them meets what is closed already.
        var unused = server.boot.booted.whenComplete((value, error) -> server.steps.close(steps));
      } else {
        server.steps.close(steps);
      }
      var unused = steps.whenComplete((value, error) -> release(error));
    }
    return closed;
  }

  void closeAndWait() {
    closed.requireNotOnEventLoop();
    CompletableFuture<Void> end = close();
    if (server.threads.isAwaited()) {
      return;
    }
    try {
      end.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw Thrown.<RuntimeException>sneaky(cause);
    }
  }

  /** The first step of closing: preClose hooks, then no more connections. */
  void stop(Done done) {
    server.state.stop();
    server.opened().closing();
    Throwable failure = AppHooks.runPreClose(server);
    var unused =
        server
            .listener
            .close(server.options.forceCloseConnections(), Millis.of(server.options.closeTimeout()))
            .whenComplete(
                (cut, error) -> {
                  tellConnectionsClosed(cut == null ? 0 : cut);
                  done.accept(null, failure);
                });
  }

  private void tellConnectionsClosed(int requestsCut) {
    for (RequestListener each : server.listeners) {
      try {
        each.connectionsClosed(requestsCut);
      } catch (Throwable e) {
        server.logger.error(e, "A request listener failed");
      }
    }
  }

  /** The last step of closing: no thread is left. */
  private void release(@Nullable Throwable failure) {
    server.state.stop();
    server.inject.drain(DRAIN_MILLIS);
    // Who has little time for requests has little for what they leave behind.
    server.runtime.close(
        Math.max(MIN_PATIENCE_MILLIS, Millis.of(server.options.closeTimeout()) / 10));
    if (server.options.loggerInstance() == null) {
      server.logger.close();
    } else {
      server.logger.flush();
    }
    server.threads.interruptGivenUp();
    AwaitedStage.complete(closed, failure);
  }
}
