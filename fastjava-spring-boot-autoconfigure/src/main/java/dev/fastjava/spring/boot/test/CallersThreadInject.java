package dev.fastjava.spring.boot.test;

import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectException;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Sends requests that run on the thread of the test, which is their event loop until there is a
 * response: transactions of the test, its security context and its MDC hold in hooks and handlers.
 */
final class CallersThreadInject implements Inject {
  private final Inject inject;

  private CallersThreadInject(Inject inject) {
    this.inject = inject;
  }

  /** Lets all requests of a context run on the threads that send them. */
  static BeanPostProcessor processor() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Inject inject ? new CallersThreadInject(inject) : bean;
      }
    };
  }

  @Override
  public InjectResponse send(InjectRequest request) {
    Loop loop = new Loop();
    CompletableFuture<InjectResponse> response = inject.sendAsync(request.eventLoop(loop));
    CompletableFuture<?> unused = response.handle((value, failure) -> loop.wake());
    try {
      // Done before the loop is woken up, so that the last task is never waited for in vain.
      while (!response.isDone()) {
        loop.runNext();
      }
      return response.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      response.cancel(true);
      throw new InjectException("Interrupted while waiting for the response", interrupted);
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw new InjectException("The application did not answer", failure);
    } finally {
      loop.end();
    }
  }

  /** Has run when this returns. */
  @Override
  public CompletableFuture<InjectResponse> sendAsync(InjectRequest request) {
    try {
      return CompletableFuture.completedFuture(send(request));
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  /** The tasks of one request; what comes behind the response runs elsewhere. */
  private static final class Loop implements Executor {
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private CompletableFuture<Void> later = CompletableFuture.completedFuture(null);
    private boolean ended;

    @Override
    public synchronized void execute(Runnable task) {
      if (ended) {
        later = later.thenRunAsync(task, ForkJoinPool.commonPool());
      } else {
        tasks.add(task);
      }
    }

    boolean wake() {
      return tasks.add(() -> {});
    }

    void runNext() throws InterruptedException {
      tasks.take().run();
    }

    void end() {
      for (Runnable task = next(); task != null; task = next()) {
        task.run();
      }
    }

    private synchronized @Nullable Runnable next() {
      Runnable task = tasks.poll();
      ended = task == null;
      return task;
    }
  }
}
