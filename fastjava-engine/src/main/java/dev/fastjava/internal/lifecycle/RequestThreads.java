package dev.fastjava.internal.lifecycle;

import dev.fastjava.Execution;
import dev.fastjava.internal.exchange.Exchange;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The executors behind the execution modes. The worker pool takes a bounded number of new requests;
 * what continues a request is always taken, as there is never more of it than requests under way.
 */
public final class RequestThreads {
  private static final int MIN_WORKERS = 32;
  private static final int WORKERS_FOR_EACH_CORE = 8;
  private static final long CLOSE_MILLIS = 1_000;

  private final int workerThreads;
  private final int workerQueue;
  private final AtomicInteger waiting = new AtomicInteger();
  private final @Nullable ExecutorService virtualThreads;
  private volatile @Nullable ThreadPoolExecutor workers;

  /**
   * Makes the executors; threads are started when they are needed.
   *
   * @param workerThreads the size of the worker pool; 0 for the default
   * @param workerQueue how many requests may wait for a worker
   */
  public RequestThreads(int workerThreads, int workerQueue) {
    int cores = Runtime.getRuntime().availableProcessors();
    this.workerThreads =
        workerThreads > 0 ? workerThreads : Math.max(MIN_WORKERS, cores * WORKERS_FOR_EACH_CORE);
    this.workerQueue = workerQueue;
    this.virtualThreads = newVirtualThreads();
  }

  /** Virtual threads exist from Java 21 on; this code is compiled for 17. */
  private static @Nullable ExecutorService newVirtualThreads() {
    try {
      return (ExecutorService)
          java.util.concurrent.Executors.class
              .getMethod("newVirtualThreadPerTaskExecutor")
              .invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }

  /** How many requests may wait for a worker. */
  int workerQueue() {
    return workerQueue;
  }

  /** How many workers may wait for clients: the others are there for all other requests. */
  int workersForBodies() {
    return Math.max(1, workerThreads / 2);
  }

  /** Whether it is a worker that waits when something of a request blocks. */
  boolean blocksWorkers(Execution resolved) {
    return resolved == Execution.WORKER
        || (resolved == Execution.EVENT_LOOP && virtualThreads == null);
  }

  /** Replaces the mode that leaves the choice by the one in force. */
  public Execution resolve(Execution wanted) {
    return switch (wanted) {
      case BLOCKING -> virtualThreads == null ? Execution.WORKER : Execution.VIRTUAL;
      case VIRTUAL -> {
        if (virtualThreads == null) {
          throw new IllegalStateException("Execution.VIRTUAL needs Java 21 or later");
        }
        yield Execution.VIRTUAL;
      }
      default -> wanted;
    };
  }

  /** The executor of a resolved mode. */
  Executor of(Execution execution, Exchange exchange) {
    return switch (execution) {
      case EVENT_LOOP -> exchange.eventLoop();
      case VIRTUAL -> java.util.Objects.requireNonNull(virtualThreads);
      default -> workers();
    };
  }

  /** Where blocking is safe. */
  public Executor blocking() {
    return virtualThreads == null ? workers() : virtualThreads;
  }

  /**
   * Starts a request.
   *
   * @throws RejectedExecutionException when too many wait already
   */
  void start(Execution execution, Runnable request) {
    if (execution == Execution.VIRTUAL && virtualThreads != null) {
      virtualThreads.execute(request);
      return;
    }
    if (waiting.incrementAndGet() > workerQueue + workerThreads) {
      waiting.decrementAndGet();
      throw new RejectedExecutionException("Too many requests wait for a worker");
    }
    try {
      workers()
          .execute(
              () -> {
                waiting.decrementAndGet();
                request.run();
              });
    } catch (RejectedExecutionException e) {
      waiting.decrementAndGet();
      throw e;
    }
  }

  private ThreadPoolExecutor workers() {
    ThreadPoolExecutor pool = workers;
    return pool == null ? startWorkers() : pool;
  }

  private synchronized ThreadPoolExecutor startWorkers() {
    ThreadPoolExecutor pool = workers;
    if (pool == null) {
      AtomicInteger count = new AtomicInteger();
      pool =
          new ThreadPoolExecutor(
              workerThreads,
              workerThreads,
              30,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              task -> {
                Thread thread = new Thread(task, "fastjava-worker-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
              });
      pool.allowCoreThreadTimeOut(true);
      workers = pool;
    }
    return pool;
  }

  /**
   * Ends the threads when their tasks are done, and gives those a moment: what follows the last
   * replies, such as onResponse hooks and their log lines, is not lost.
   *
   * @param patienceMillis the longest moment; a second at most
   */
  public void close(long patienceMillis) {
    List<ExecutorService> all = new ArrayList<>();
    if (virtualThreads != null) {
      all.add(virtualThreads);
    }
    synchronized (this) {
      if (workers != null) {
        all.add(workers);
      }
    }
    all.forEach(ExecutorService::shutdown);
    long end =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(CLOSE_MILLIS, patienceMillis));
    try {
      for (ExecutorService each : all) {
        if (!each.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
