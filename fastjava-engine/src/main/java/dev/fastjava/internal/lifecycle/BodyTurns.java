package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may have workers wait for the bodies of requests. Clients decide how long that takes, so it
 * must not be all workers: as many as there may be have their turn, the others wait without a
 * thread, and requests that wait for nobody's body are served by the workers that are left.
 */
final class BodyTurns {
  private final int most;
  private final int mostWaiting;
  private final long millis;
  private final Supplier<? extends ScheduledExecutorService> timers;

  // Guarded by this.
  private final Set<Turn> waiting = new LinkedHashSet<>();
  private int taken;

  /**
   * Makes the turns.
   *
   * @param most how many there are at a time
   * @param mostWaiting how many requests may wait for one
   * @param millis how long one may wait; 0 for no limit
   */
  BodyTurns(
      int most, int mostWaiting, long millis, Supplier<? extends ScheduledExecutorService> timers) {
    this.most = most;
    this.mostWaiting = mostWaiting;
    this.millis = millis;
    this.timers = timers;
  }

  /** How many requests have their turn. */
  synchronized int taken() {
    return taken;
  }

  /** The turn of one request: waited for, then taken, then over. Thread-safe. */
  final class Turn {
    private final Runnable came;
    private final Runnable missed;
    private boolean has;
    private @Nullable ScheduledFuture<?> timer;

    /**
     * Makes a turn that is not asked for yet.
     *
     * @param came called when the turn has come after it was waited for; must not block
     * @param missed called instead when it did not come in time, or too many wait
     */
    Turn(Runnable came, Runnable missed) {
      this.came = came;
      this.missed = missed;
    }

    /** Whether it is this turn now; if not, it is waited for. */
    boolean begin() {
      synchronized (BodyTurns.this) {
        if (taken < most) {
          taken++;
          has = true;
          return true;
        }
        if (waiting.size() < mostWaiting) {
          waiting.add(this);
          startTimer();
          return false;
        }
      }
      missed.run();
      return false;
    }

    private void startTimer() {
      if (millis <= 0) {
        return;
      }
      try {
        timer = timers.get().schedule(this::miss, millis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // The server has been closed, and its connections with it: the turn is given up.
      }
    }

    private void miss() {
      synchronized (BodyTurns.this) {
        if (!waiting.remove(this)) {
          return;
        }
      }
      missed.run();
    }

    /**
     * The request needs no turn any more; the next one has it.
     *
     * @return whether it was waited for: nobody is told of it any more
     */
    boolean end() {
      Turn next;
      synchronized (BodyTurns.this) {
        if (!has) {
          cancelTimer();
          return waiting.remove(this);
        }
        has = false;
        next = first();
        if (next == null) {
          taken--;
        } else {
          next.has = true;
          next.cancelTimer();
        }
      }
      if (next != null) {
        next.came.run();
      }
      return false;
    }

    /** A body that has its turn to be waited for; a subscriber holds no thread and needs none. */
    BodyStream during(BodyStream body) {
      return new BodyStream() {
        @Override
        public InputStream inputStream() {
          return body.inputStream();
        }

        @Override
        public long receivedEncodedLength() {
          return body.receivedEncodedLength();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
          end();
          body.subscribe(subscriber);
        }
      };
    }

    private void cancelTimer() {
      if (timer != null) {
        timer.cancel(false);
      }
    }
  }

  private @Nullable Turn first() {
    Iterator<Turn> all = waiting.iterator();
    if (!all.hasNext()) {
      return null;
    }
    Turn first = all.next();
    all.remove();
    return first;
  }
}
