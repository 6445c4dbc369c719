package dev.fastjava.internal.boot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after the other, each until it reports its end; starts paused. Used under the lock
 * of its {@link PluginLoader}.
 *
 * @param <T> the tasks
 */
final class LoadQueue<T> {
  private record Entry<T>(T task, Consumer<@Nullable Throwable> ended) {}

  private final BiConsumer<T, Consumer<@Nullable Throwable>> worker;
  private final Deque<Entry<T>> waiting = new ArrayDeque<>();
  private boolean paused = true;
  private boolean running;
  private Runnable drain = () -> {};

  /** Makes a queue; the worker is given a task and what to call at its end. */
  LoadQueue(BiConsumer<T, Consumer<@Nullable Throwable>> worker) {
    this.worker = worker;
  }

  void add(T task, Consumer<@Nullable Throwable> ended) {
    waiting.addLast(new Entry<>(task, ended));
    next();
  }

  void addFirst(T task, Consumer<@Nullable Throwable> ended) {
    waiting.addFirst(new Entry<>(task, ended));
    next();
  }

  void pause() {
    paused = true;
  }

  /** Goes on; an empty queue drains at once. */
  void resume() {
    if (!paused) {
      return;
    }
    paused = false;
    if (waiting.isEmpty() && !running) {
      drain.run();
    } else {
      next();
    }
  }

  void onDrain(Runnable action) {
    drain = action;
  }

  boolean isIdle() {
    return waiting.isEmpty() && !running;
  }

  private void next() {
    if (paused || running) {
      return;
    }
    Entry<T> entry = waiting.pollFirst();
    if (entry == null) {
      return;
    }
    running = true;
    boolean[] over = {false};
    worker.accept(
        entry.task(),
        error -> {
          if (over[0]) {
            return;
          }
          over[0] = true;
          entry.ended().accept(error);
          running = false;
          if (!waiting.isEmpty()) {
            next();
          } else {
            drain.run();
          }
        });
  }
}
