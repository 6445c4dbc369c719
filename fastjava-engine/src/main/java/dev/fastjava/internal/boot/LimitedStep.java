package dev.fastjava.internal.boot;

import dev.fastjava.Done;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs user code of boot and close until it reports its end, fails, or its time is over; the first
 * of these counts, and what comes later is passed over.
 */
final class LimitedStep {
  /** User code that reports its end. */
  @FunctionalInterface
  interface Code {
    void run(Done done) throws Throwable;
  }

  private final AtomicBoolean completed = new AtomicBoolean();
  private final AtomicReference<BootThreads.@Nullable Body> body = new AtomicReference<>();
  private final Consumer<@Nullable Throwable> ended;
  private Runnable cancelTimer = () -> {};

  private LimitedStep(Consumer<@Nullable Throwable> ended) {
    this.ended = ended;
  }

  /**
   * Runs code on a thread that may block.
   *
   * @param millis how long it may take; 0 for any time
   * @param late makes the error of code that takes longer
   * @param ended takes the error of the code, or null; once, on any thread
   */
  static void run(
      BootThreads threads,
      long millis,
      Code code,
      Supplier<Throwable> late,
      Consumer<@Nullable Throwable> ended) {
    LimitedStep step = new LimitedStep(ended);
    step.limit(threads, millis, late);
    step.body.set(threads.body(() -> step.runCode(code), step.completed::get));
  }

  /** Runs code here: it is the framework's own, and short. */
  static void runHere(Code code, Consumer<@Nullable Throwable> ended) {
    new LimitedStep(ended).runCode(code);
  }

  private void limit(BootThreads threads, long millis, Supplier<Throwable> late) {
    if (millis > 0) {
      cancelTimer =
          threads.timer(
              millis,
              () -> {
                BootThreads.Body running = body.get();
                if (end(late.get()) && running != null) {
                  running.giveUp();
                }
              });
    }
  }

  private void runCode(Code code) {
    Done done =
        (value, failure) -> {
          if (end(failure)) {
            cancelTimer.run();
          }
        };
    try {
      code.run(AwaitedStage.within(done));
    } catch (Throwable e) {
      done.accept(null, e);
    }
  }

  private boolean end(@Nullable Throwable failure) {
    if (!completed.compareAndSet(false, true)) {
      return false;
    }
    ended.accept(failure);
    return true;
  }
}
