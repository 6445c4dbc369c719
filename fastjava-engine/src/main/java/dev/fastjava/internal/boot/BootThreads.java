package dev.fastjava.internal.boot;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of boot and close. They keep the process alive while there is something to do, and
 * end soon after.
 */
final class BootThreads {
  /** What user code each thread runs, so that it is known who waits for whom. */
  private static final ThreadLocal<@Nullable Body> CURRENT = new ThreadLocal<>();

  private final ThreadPoolExecutor ticks;
  private final ThreadPoolExecutor bodies;

  /** Code that was given up when its time was over, and still runs. */
  private final Set<Body> givenUp = ConcurrentHashMap.newKeySet();

  BootThreads() {
    ticks =
        new ThreadPoolExecutor(
            1,
            1,
            50,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "fastjava-boot"));
    ticks.allowCoreThreadTimeOut(true);
    AtomicInteger count = new AtomicInteger();
    bodies =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            50,
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            task -> new Thread(task, "fastjava-plugin-" + count.incrementAndGet()));
  }

  void tick(Runnable change) {
    ticks.execute(change);
  }

  /** Runs code that nothing waits for. */
  void body(Runnable code) {
    bodies.execute(new Body(code, () -> true));
  }

  /**
   * Runs code that boot or close wait for.
   *
   * @param over whether they wait no longer
   */
  Body body(Runnable code, BooleanSupplier over) {
    Body body = new Body(code, over);
    bodies.execute(body);
    return body;
  }

  /** Whether boot or close wait for the code that calls this. */
  boolean isAwaited() {
    Body body = CURRENT.get();
    return body != null && body.owner() == this && !body.over.getAsBoolean();
  }

  /** Runs an action after some time; returns what cancels it. */
  Runnable timer(long millis, Runnable action) {
    // The timer of the platform: one of our own would have to outlive closing, which uses it.
    CompletableFuture<Void> due =
        new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
    var unused = due.thenRunAsync(action, this::body);
    return () -> due.cancel(false);
  }

  /** Interrupts code that still runs though its time was over: nothing needs its end any more. */
  void interruptGivenUp() {
    givenUp.forEach(Body::interrupt);
  }

  /** User code on a thread of its own. */
  final class Body implements Runnable {
    private final Runnable code;
    private final BooleanSupplier over;
    private @Nullable Thread thread;
    private boolean ended;

    private Body(Runnable code, BooleanSupplier over) {
      this.code = code;
      this.over = over;
    }

    @Override
    public void run() {
      synchronized (this) {
        thread = Thread.currentThread();
      }
      Body outer = CURRENT.get();
      CURRENT.set(this);
      try {
        code.run();
      } finally {
        CURRENT.set(outer);
        synchronized (this) {
          ended = true;
          thread = null;
        }
        givenUp.remove(this);
      }
    }

    private BootThreads owner() {
      return BootThreads.this;
    }

    /** Its time is over. */
    void giveUp() {
      givenUp.add(this);
      synchronized (this) {
        if (ended) {
          givenUp.remove(this);
        }
      }
    }

    private synchronized void interrupt() {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }
}
