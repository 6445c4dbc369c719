package dev.fastjava.internal.netty;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections of a server, so that it knows when the last one is gone. Thread-safe. */
final class OpenConnections {
  /** One more than there are, until the server closes: so it is zero once only. */
  private final AtomicInteger count = new AtomicInteger(1);

  private final CompletableFuture<Void> allClosed = new CompletableFuture<>();

  void opened() {
    count.incrementAndGet();
  }

  void closed() {
    if (count.decrementAndGet() == 0) {
      allClosed.complete(null);
    }
  }

  /** To be called once, when the server closes; completes when all connections have. */
  CompletableFuture<Void> allClosed() {
    closed();
    return allClosed;
  }
}
