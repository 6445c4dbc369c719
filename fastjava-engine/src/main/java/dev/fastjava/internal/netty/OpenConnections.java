package dev.fastjava.internal.netty;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the connections of a server, so that it refuses those beyond its limit and knows when the
 * last one is gone. Thread-safe.
 */
final class OpenConnections {
  private final int most;

  /** One more than there are, until the server closes: so it is zero once only. */
  private final AtomicInteger count = new AtomicInteger(1);

  private final AtomicLong refused = new AtomicLong();
  private final CompletableFuture<Void> allClosed = new CompletableFuture<>();

  /**
   * Creates the count.
   *
   * @param most how many connections may be open at a time
   */
  OpenConnections(int most) {
    this.most = most;
  }

  /** Counts a connection, unless there are as many as there may be. */
  boolean tryOpen() {
    if (count.getAndIncrement() <= most) {
      return true;
    }
    refused.incrementAndGet();
    closed();
    return false;
  }

  /** A connection that was counted is gone. */
  void closed() {
    if (count.decrementAndGet() == 0) {
      allClosed.complete(null);
    }
  }

  /** How many connections there are, as long as the server does not close. */
  int count() {
    return count.get() - 1;
  }

  /** How many connections were refused so far. */
  long refused() {
    return refused.get();
  }

  /** To be called once, when the server closes; completes when all connections have. */
  CompletableFuture<Void> allClosed() {
    closed();
    return allClosed;
  }
}
