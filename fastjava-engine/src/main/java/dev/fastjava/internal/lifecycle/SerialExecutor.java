package dev.fastjava.internal.lifecycle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs the segments of one request one after the other on some executor. A segment is what runs
 * from one asynchronous completion to the next. While none runs, nothing is held; a task that
 * arrives during a segment waits for its end. Costs no allocation until something completes later.
 */
final class SerialExecutor {
  /** Waiting tasks, the newest first. Compared by identity. */
  private static final class Task {
    private final Runnable action;
    private final @Nullable Task older;

    Task(Runnable action, @Nullable Task older) {
      this.action = action;
      this.older = older;
    }
  }

  /** Stands for a running segment without waiting tasks. */
  private static final Task RUNNING = new Task(() -> {}, null);

  private static final VarHandle TASKS;

  static {
    try {
      TASKS = MethodHandles.lookup().findVarHandle(SerialExecutor.class, "tasks", Task.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Executor executor;

  @SuppressWarnings("UnusedVariable") // read and written through TASKS
  private volatile @Nullable Task tasks;

  private volatile @Nullable Thread runner;

  SerialExecutor(Executor executor) {
    this.executor = executor;
  }

  /** Whether the caller is within a segment of this request. */
  boolean isCurrent() {
    return runner == Thread.currentThread();
  }

  /** The thread that runs a segment right now. */
  @Nullable Thread runner() {
    return runner;
  }

  /** Runs a task now when within a segment, else as a segment of its own. */
  void run(Runnable action) {
    if (isCurrent()) {
      action.run();
    } else {
      submit(action);
    }
  }

  /** Runs a task as a segment of its own, after the current one. */
  void submit(Runnable action) {
    for (; ; ) {
      Task seen = tasks;
      if (seen == null) {
        if (TASKS.compareAndSet(this, null, RUNNING)) {
          executor.execute(() -> segment(action));
          return;
        }
      } else if (TASKS.compareAndSet(this, seen, new Task(action, seen == RUNNING ? null : seen))) {
        return;
      }
    }
  }

  /** Runs the first segment in the calling thread, which is one of the executor. */
  void begin(Runnable action) {
    tasks = RUNNING;
    segment(action);
  }

  private void segment(Runnable first) {
    runner = Thread.currentThread();
    first.run();
    for (; ; ) {
      Task seen = tasks;
      if (seen == RUNNING) {
        // Given up before the hand-over: the next segment may start on another thread at once.
        runner = null;
        if (TASKS.compareAndSet(this, RUNNING, null)) {
          return;
        }
        runner = Thread.currentThread();
      } else if (seen != null && TASKS.compareAndSet(this, seen, RUNNING)) {
        runInOrder(seen);
      }
    }
  }

  private static void runInOrder(Task newest) {
    Task ordered = null;
    for (Task task = newest; task != null; task = task.older) {
      ordered = new Task(task.action, ordered);
    }
    for (Task task = ordered; task != null; task = task.older) {
      task.action.run();
    }
  }
}
