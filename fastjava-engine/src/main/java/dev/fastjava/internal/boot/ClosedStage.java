package dev.fastjava.internal.boot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The stage of closing. Code that closing waits for cannot wait for it, nor can an event loop, on
 * which connections are closed: both would wait for ever, so they are told.
 */
final class ClosedStage<T> extends CompletableFuture<T> {
  private final BootThreads threads;
  private final BooleanSupplier onEventLoop;

  /**
   * Makes a stage.
   *
   * @param onEventLoop whether the caller is on an event loop of the server
   */
  ClosedStage(BootThreads threads, BooleanSupplier onEventLoop) {
    this.threads = threads;
    this.onEventLoop = onEventLoop;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new ClosedStage<>(threads, onEventLoop);
  }

  /**
   * To be called before something waits.
   *
   * @throws IllegalStateException when the caller is on an event loop of the server
   */
  void requireNotOnEventLoop() {
    if (!isDone() && onEventLoop.getAsBoolean()) {
      throw new IllegalStateException(
          "Closing would wait for its own thread, an event loop of the server; call closeAsync()"
              + " there without waiting");
    }
  }

  private void requireNotAwaited() {
    if (!isDone() && threads.isAwaited()) {
      throw new IllegalStateException(
          "Closing waits for the plugin or hook that waits for closing here; call closeAsync()"
              + " without waiting, closing goes on when this code has ended");
    }
    requireNotOnEventLoop();
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
