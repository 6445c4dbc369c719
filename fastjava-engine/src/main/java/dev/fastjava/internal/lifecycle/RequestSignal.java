package dev.fastjava.internal.lifecycle;

import dev.fastjava.AbortSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The abort signal of one request. Its actions run on the thread that aborts; what one of them
 * throws keeps neither the others nor that thread from going on.
 */
final class RequestSignal implements AbortSignal {
  private final Consumer<Throwable> failed;
  private volatile boolean aborted;
  private volatile @Nullable Throwable reason;
  private @Nullable List<Runnable> actions;

  /**
   * Makes a signal.
   *
   * @param failed is told of what an action throws
   */
  RequestSignal(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  @Override
  public boolean aborted() {
    return aborted;
  }

  @Override
  public @Nullable Throwable reason() {
    return reason;
  }

  @Override
  public void onAbort(Runnable action) {
    synchronized (this) {
      if (!aborted) {
        if (actions == null) {
          actions = new ArrayList<>(2);
        }
        actions.add(action);
        return;
      }
    }
    action.run();
  }

  void abort(@Nullable Throwable why) {
    List<Runnable> due;
    synchronized (this) {
      if (aborted) {
        return;
      }
      reason = why;
      aborted = true;
      due = actions;
      actions = null;
    }
    if (due != null) {
      for (Runnable action : due) {
        try {
          action.run();
        } catch (Throwable e) {
          Thrown.rethrowFatal(e);
          failed.accept(e);
        }
      }
    }
  }
}
