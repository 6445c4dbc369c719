package dev.fastjava.internal.boot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The stage of closing. Code that closing waits for cannot wait for it: both would wait for ever,
 * so it is told.
 */
final class ClosedStage<T> extends CompletableFuture<T> {
  private final BootThreads threads;

  ClosedStage(BootThreads threads) {
    this.threads = threads;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new ClosedStage<>(threads);
  }

  private void requireNotAwaited() {
    if (!isDone() && threads.isAwaited()) {
      throw new IllegalStateException(
          "Closing waits for the plugin or hook that waits for closing here; call closeAsync()"
              + " without waiting, closing goes on when this code has ended");
    }
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    requireNotAwaited();
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    requireNotAwaited();
    return super.get(timeout, unit);
  }

  @Override
  public T join() {
    requireNotAwaited();
    return super.join();
  }
}
