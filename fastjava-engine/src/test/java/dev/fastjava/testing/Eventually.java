package dev.fastjava.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what happens on other threads: with a bound that only what hangs reaches, and a failure
 * that says what was waited for and what was there instead.
 *
 * <pre>{@code
 * eventually("the hook ran", () -> trace.contains("onClose"));
 * List<String> lines = eventually("two warnings", log::warnings, each -> each.size() == 2);
 * eventuallyPasses("all are closed", () -> assertThat(closed).hasValue(opened.get()));
 * String origin = join(app.listen(o -> o.port(0)));  // as join(), which must not wait for ever
 * await(started);                                    // a latch
 * join(thread);
 * }</pre>
 *
 * <p>Tests sleep nowhere else and wait without a bound nowhere at all. To show that something does
 * <em>not</em> happen, let something happen that comes after it, and wait for that.
 */
public final class Eventually {
  /** How long everything here waits; less than the limit of a test, so that this one speaks. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private static final long PAUSE_MILLIS = 2;
  private static final long STANDSTILL_MILLIS = 150;

  private Eventually() {}

  /**
   * Waits until a condition holds.
   *
   * @param what what is waited for, for the failure
   * @throws AssertionError when it does not hold in time
   */
  public static void eventually(String what, BooleanSupplier condition) {
    eventually(what, condition::getAsBoolean, holds -> holds);
  }

  /**
   * Waits until what is looked at is as wanted, and returns it. A look that throws counts as one
   * that saw something else.
   *
   * @param what what is waited for, for the failure
   * @throws AssertionError when it is not in time; it tells what was seen last
   */
  public static <T extends @Nullable Object> T eventually(
      String what, Callable<T> look, Predicate<? super T> wanted) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      boolean last = System.nanoTime() - end >= 0;
      Object seen;
      Throwable failure = null;
      try {
        T value = look.call();
        if (wanted.test(value)) {
          return value;
        }
        seen = value;
      } catch (Exception | AssertionError e) {
        seen = e;
        failure = e;
      }
      if (last) {
        throw new AssertionError(
            "not after " + LIMIT.toSeconds() + " s: " + what + "\nlast seen: " + seen, failure);
      }
      pause(what, PAUSE_MILLIS);
    }
  }

  /** Assertions, which may throw. */
  @FunctionalInterface
  public interface Assertions {
    /** Asserts. */
    void run() throws Exception;
  }

  /**
   * Waits until assertions pass.
   *
   * @param what what is waited for, for the failure
   * @throws AssertionError when they do not pass in time, with the last failure
   */
  public static void eventuallyPasses(String what, Assertions assertions) {
    eventually(
        what,
        () -> {
          assertions.run();
          return true;
        },
        passed -> passed);
  }

  /** As {@link CompletableFuture#join}, except that it waits no longer than {@link #LIMIT}. */
  public static <T extends @Nullable Object> T join(CompletableFuture<T> future) {
    return join(future, LIMIT);
  }

  /** As {@link CompletableFuture#join}, with a limit for what takes long on a busy machine. */
  public static <T extends @Nullable Object> T join(CompletableFuture<T> future, Duration limit) {
    try {
      return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      return future.join();
    } catch (TimeoutException e) {
      throw new AssertionError("not done after " + limit.toSeconds() + " s: " + future, e);
    } catch (InterruptedException e) {
      throw interrupted("a future", e);
    }
  }

  /** Waits until a latch is open, no longer than {@link #LIMIT}. */
  public static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new AssertionError("not open after " + LIMIT.toSeconds() + " s: " + latch);
      }
    } catch (InterruptedException e) {
      throw interrupted("a latch", e);
    }
  }

  /** Waits for the end of a thread, no longer than {@link #LIMIT}. */
  public static void join(Thread thread) {
    try {
      thread.join(LIMIT.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(thread.getName(), e);
    }
    if (thread.isAlive()) {
      AssertionError error =
          new AssertionError("not ended after " + LIMIT.toSeconds() + " s: " + thread);
      error.setStackTrace(thread.getStackTrace());
      throw error;
    }
  }

  /**
   * For code under test that is to hang until it is interrupted.
   *
   * @throws InterruptedException when it is
   * @throws AssertionError when it is not within {@link #LIMIT}
   */
  public static void hangUntilInterrupted() throws InterruptedException {
    Thread.sleep(LIMIT.toMillis());
    throw new AssertionError("not interrupted after " + LIMIT.toSeconds() + " s");
  }

  /**
   * Spends a little time, for code under test that is to take some: whether the test passes must
   * not depend on how much it is.
   */
  public static void dawdle(long millis) {
    pause("a moment", millis);
  }

  /**
   * Waits until a value has stayed the same for a while. A machine that stands still itself can
   * deceive it: what follows may be checked less strictly then, and must not fail.
   */
  public static <T extends @Nullable Object> T standstill(String what, Callable<T> look) {
    List<T> seen = new ArrayList<>();
    return eventually(
        what + " stays the same",
        () -> {
          seen.clear();
          seen.add(look.call());
          pause(what, STANDSTILL_MILLIS);
          return look.call();
        },
        value -> Objects.equals(value, seen.get(0)));
  }

  /** Ends a process and waits until it is gone, no longer than {@link #LIMIT}. */
  public static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + process);
      }
    } catch (InterruptedException e) {
      throw interrupted("a process", e);
    }
  }

  private static void pause(String what, long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
  }

  private static AssertionError interrupted(String what, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted while waiting for " + what, e);
  }
}
