package dev.fastjava.internal.netty;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the connections of one event loop share: the list of them, one timer for all their limits,
 * and the writer of response heads. Used on that event loop only, but for {@link #closeWhenIdle}
 * and {@link #closeNow}.
 */
final class LoopState {
  final DateLine date = new DateLine();
  final HeadWriter heads;

  private final EventLoop loop;
  private final long checkInterval;
  private final Set<ManagedConnection> connections = new LinkedHashSet<>();
  private boolean closing;
  private @Nullable ScheduledFuture<?> timer;

  LoopState(EventLoop loop, ServerSettings settings) {
    this.loop = loop;
    this.checkInterval = settings.checkInterval;
    this.heads = new HeadWriter(settings.keepAliveTimeout, date);
  }

  void add(ManagedConnection connection) {
    connections.add(connection);
    if (closing) {
      connection.closeWhenIdle();
    } else if (timer == null) {
      timer =
          loop.scheduleWithFixedDelay(
              this::check, checkInterval, checkInterval, TimeUnit.MILLISECONDS);
    }
  }

  void remove(ManagedConnection connection) {
    connections.remove(connection);
    if (connections.isEmpty() && timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  /** Lets connections finish what they are doing, also those that are only now being accepted. */
  void closeWhenIdle() {
    loop.execute(
        () -> {
          closing = true;
          snapshot().forEach(ManagedConnection::closeWhenIdle);
        });
  }

  /**
   * Closes all connections.
   *
   * @param cut takes how many requests are under way on them
   */
  void closeNow(AtomicInteger cut) {
    loop.execute(
        () -> {
          closing = true;
          snapshot().forEach(connection -> cut.addAndGet(connection.requests()));
          snapshot().forEach(ManagedConnection::closeNow);
        });
  }

  private void check() {
    long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    Consumer<ManagedConnection> check = connection -> connection.check(now);
    snapshot().forEach(check);
  }

  /** Closing a connection takes it out of the set. */
  private List<ManagedConnection> snapshot() {
    return new ArrayList<>(connections);
  }
}
