package dev.fastjava.internal.boot;

import dev.fastjava.Done;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of boot and close. They keep the process alive while there is something to do, and
 * end soon after.
 */
final class BootThreads {
  /** What user code each thread runs, so that it is known who waits for whom. */
  private static final ThreadLocal<@Nullable Body> CURRENT = new ThreadLocal<>();

  /** User code that reports its end. */
  @FunctionalInterface
  interface Code {
    void run(Done done) throws Throwable;
  }

  private final ThreadPoolExecutor walk;
  private final ThreadPoolExecutor bodies;

  /** Code that was given up when its time was over, and still runs. */
  private final Set<Body> givenUp = ConcurrentHashMap.newKeySet();

  BootThreads() {
    walk =
        new ThreadPoolExecutor(
            1,
            1,
            50,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "fastjava-boot"));
    walk.allowCoreThreadTimeOut(true);
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

  /** Runs a part of boot or close, after those before it. */
  void walk(Runnable part) {
    walk.execute(part);
  }

  /** Runs code that nothing waits for. */
  void body(Runnable code) {
    bodies.execute(new Body(code, () -> true, null));
  }

  /**
   * Runs code that boot or close wait for.
   *
   * @param over whether they wait no longer
   * @param of whose code it is
   */
  Body body(Runnable code, BooleanSupplier over, Object of) {
    Body body = new Body(code, over, of);
    bodies.execute(body);
    return body;
  }

  /**
   * Runs user code until it reports its end, fails, or its time is over; the first of these counts,
   * and what comes later is passed over.
   *
   * @param over ends with the code, with its error or that of its time
   * @param of whose code it is
   * @param millis how long it may take; 0 for any time
   * @param late makes the error of code that takes longer
   */
  void run(
      CompletableFuture<Void> over, Object of, Code code, long millis, Supplier<Throwable> late) {
    Done done = AwaitedStage.within(AwaitedStage.completing(over));
    Body body =
        body(
            () -> {
              try {
                code.run(done);
              } catch (Throwable e) {
                done.accept(null, e);
              }
            },
            over::isDone,
            of);
    Runnable cancelTimer =
        millis > 0 ? timer(millis, () -> over.completeExceptionally(late.get())) : () -> {};
    var unused =
        over.whenComplete(
            (value, failure) -> {
              cancelTimer.run();
              if (failure != null) {
                body.giveUp();
              }
            });
  }

  /** Whether boot or close wait for the code that calls this. */
  boolean isAwaited() {
    return running() != null;
  }

  /** Whose code the calling thread runs; null when it is not code that boot or close wait for. */
  @Nullable Object running() {
    Body body = CURRENT.get();
    return body != null && body.owner() == this && !body.over.getAsBoolean() ? body.of : null;
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
    private final @Nullable Object of;
    private @Nullable Thread thread;
    private boolean ended;

    private Body(Runnable code, BooleanSupplier over, @Nullable Object of) {
      this.code = code;
      this.over = over;
      this.of = of;
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

    /** Nothing needs its end any more. */
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
