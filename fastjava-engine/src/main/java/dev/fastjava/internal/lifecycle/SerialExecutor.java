package dev.fastjava.internal.lifecycle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the segments of one request one after the other on some executor. A segment is what runs
 * from one asynchronous completion to the next. While none runs, nothing is held; a task that
 * arrives during a segment, or before the first one has begun, waits for its end. Costs no
 * allocation until something completes later.
 */
final class SerialExecutor {
  /** Whom the segments belong to. */
  interface Owner {
    /**
     * A segment begins, on the thread that runs it.
     *
     * @return to be given to {@link #leave}; null for nothing
     */
    @Nullable Runnable enter();

    /** The segment is over, on the thread that ran it: leaves what {@link #enter} gave. */
    void leave(Runnable scope);

    /** A task has thrown what no step should let out. */
    void segmentFailed(Throwable error);

    /** Takes a task that came after the segments had been cut off. */
    void submit(Runnable task);
  }

  /** Waiting tasks, the newest first. Compared by identity. */
  private static final class Task {
    private final Runnable action;
    private final @Nullable Task older;

    Task(Runnable action, @Nullable Task older) {
      this.action = action;
      this.older = older;
    }
  }

  /** Stands for a segment that runs, or is about to begin, without waiting tasks. */
  private static final Task RUNNING = new Task(() -> {}, null);

  private static final VarHandle TASKS;
  private static final VarHandle RUNNER;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TASKS = lookup.findVarHandle(SerialExecutor.class, "tasks", Task.class);
      RUNNER = lookup.findVarHandle(SerialExecutor.class, "runner", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Executor executor;
  private final Owner owner;

  /** Nothing but {@link #begin} starts the first segment: what comes before it waits. */
  private volatile @Nullable Task tasks = RUNNING;

  private volatile @Nullable Thread runner;

  /** Another executor runs the segments from now on. */
  private volatile boolean cut;

  /** The runner has been interrupted by {@link #cutOff}. */
  private volatile boolean interrupted;

  /** Makes an executor whose first segment is started by {@link #begin}. */
  SerialExecutor(Executor executor, Owner owner) {
    this.executor = executor;
    this.owner = owner;
  }

  /** Whether the caller is within a segment of this request. */
  boolean isCurrent() {
    return runner == Thread.currentThread();
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
          start(action);
          return;
        }
      } else if (TASKS.compareAndSet(this, seen, new Task(action, seen == RUNNING ? null : seen))) {
        if (cut) {
          forward();
        }
        return;
      }
    }
  }

  private void start(Runnable action) {
    try {
      executor.execute(() -> segment(action));
    } catch (RejectedExecutionException e) {
      // The server has been closed and its threads have ended. What is left of the request runs
      // where its completion came from, so that its last hooks still run and nothing waits forever.
      segment(action);
    }
  }

  /** Runs the first segment in the calling thread, which is one of the executor. */
  void begin(Runnable action) {
    segment(action);
  }

  /**
   * Separates the running segment from its request: it ends without effect, its thread is
   * interrupted, and other segments may run at once. The caller has made sure that the segment
   * cannot reply any more.
   *
   * @return what runs the segments from now on: another executor, or this one when nothing ran
   */
  SerialExecutor cutOff() {
    Thread busy = runner;
    if (busy == null || !RUNNER.compareAndSet(this, busy, null)) {
      return this;
    }
    SerialExecutor next = new SerialExecutor(executor, owner);
    next.tasks = null;
    busy.interrupt();
    interrupted = true;
    return next;
  }

  /** To be called when {@link #cutOff} has returned another executor and that one is in use. */
  void forwardWaiting() {
    cut = true;
    forward();
  }

  /** The tasks stay marked as running, so that nothing starts here any more. */
  private void forward() {
    for (Task task = inOrder((Task) TASKS.getAndSet(this, RUNNING));
        task != null;
        task = task.older) {
      owner.submit(task.action);
    }
  }

  private void segment(Runnable first) {
    Thread thread = Thread.currentThread();
    runner = thread;
    Runnable leave = owner.enter();
    try {
      run(first, thread);
    } finally {
      if (leave != null) {
        owner.leave(leave);
      }
    }
  }

  private void run(Runnable first, Thread thread) {
    attempt(first);
    for (; ; ) {
      Task seen = tasks;
      if (seen == RUNNING) {
        // Given up before the hand-over: the next segment may start on another thread at once.
        if (!RUNNER.compareAndSet(this, thread, null)) {
          endCutOff();
          return;
        }
        if (TASKS.compareAndSet(this, RUNNING, null)) {
          return;
        }
        runner = thread;
      } else if (seen != null && TASKS.compareAndSet(this, seen, RUNNING)) {
        for (Task task = inOrder(seen); task != null; task = task.older) {
          if (runner == thread) {
            attempt(task.action);
          } else {
            // Cut off by the task before.
            owner.submit(task.action);
          }
        }
      }
    }
  }

  private void attempt(Runnable action) {
    try {
      action.run();
    } catch (Throwable e) {
      // A request must not hang, nor must its later tasks be lost, because of one that throws.
      owner.segmentFailed(e);
    }
  }

  /** The interrupt was meant for this request, not for the next one on the same thread. */
  private void endCutOff() {
    while (!interrupted) {
      Thread.onSpinWait();
    }
    var unused = Thread.interrupted();
  }

  /** The waiting tasks, the oldest first. */
  private static @Nullable Task inOrder(Task newest) {
    Task ordered = null;
    for (Task task = newest; task != null && task != RUNNING; task = task.older) {
      ordered = new Task(task.action, ordered);
    }
    return ordered;
  }
}
