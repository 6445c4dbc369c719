package dev.fastjava.internal.lifecycle;

import dev.fastjava.PayloadDone;
import dev.fastjava.ResultDone;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The callback of one step. It tells a completion within the call from a later one, lets only the
 * first count, and reports the others.
 */
final class StepDone extends AtomicInteger implements PayloadDone, ResultDone {
  private static final long serialVersionUID = 1L;

  private static final int CALLING = 0;
  private static final int COMPLETED_IN_CALL = 1;
  private static final int WAITING = 2;
  private static final int FINISHED = 3;

  private final transient boolean takesStageValue;
  private final transient Consumer<StepDone> later;
  private final transient Consumer<@Nullable Throwable> repeated;
  private transient @Nullable Object value;
  private transient @Nullable Throwable error;

  /**
   * Makes a callback.
   *
   * @param takesStageValue whether the value of a stage that ends in {@code whenComplete(done)} is
   *     that of the step; otherwise only {@link #done(Object)} gives one
   * @param later is told of a completion after the call returned, on the completing thread
   * @param repeated is told of every completion but the first
   */
  StepDone(
      boolean takesStageValue, Consumer<StepDone> later, Consumer<@Nullable Throwable> repeated) {
    this.takesStageValue = takesStageValue;
    this.later = later;
    this.repeated = repeated;
  }

  @Override
  public void accept(@Nullable Object value, @Nullable Throwable error) {
    // A stage of a stage is not over yet, whatever its value is good for.
    boolean taken = takesStageValue || value instanceof CompletionStage<?>;
    complete(taken ? value : Nothing.GIVEN, error);
  }

  @Override
  public void done() {
    accept(null, null);
  }

  @Override
  public void done(@Nullable Object payload) {
    complete(payload, null);
  }

  private void complete(@Nullable Object value, @Nullable Throwable error) {
    if (compareAndSet(CALLING, -1) || compareAndSet(WAITING, -2)) {
      boolean inCall = get() == -1;
      this.value = value;
      this.error = Thrown.unwrap(error);
      if (inCall && compareAndSet(-1, COMPLETED_IN_CALL)) {
        return;
      }
      set(FINISHED);
      later.accept(this);
    } else {
      repeated.accept(error);
    }
  }

  /**
   * Tells that the call of the step has returned.
   *
   * @return true when it was completed within the call
   */
  boolean returned() {
    for (; ; ) {
      if (get() == COMPLETED_IN_CALL) {
        set(FINISHED);
        return true;
      }
      // A completion on another thread is between its first and second step: it reports later.
      if (compareAndSet(CALLING, WAITING) || compareAndSet(-1, -2)) {
        return false;
      }
    }
  }

  /**
   * Tells that the call of the step has thrown.
   *
   * @return true when that is its outcome; false when it had been completed before
   */
  boolean threw() {
    return compareAndSet(CALLING, FINISHED);
  }

  @Nullable Object value() {
    return value;
  }

  @Nullable Throwable error() {
    return error;
  }
}
