package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.context.FastjavaClosing;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Registers the beans and boots the server when all other components run, right before it listens.
 * Closes it when the context stops.
 */
final class FastjavaBootLifecycle implements SmartLifecycle {
  private final Fastjava app;
  private final FastjavaClosing closing;
  private final BeanRegistration beans;
  private volatile boolean running;
  private volatile boolean booted;

  FastjavaBootLifecycle(Fastjava app, FastjavaClosing closing, BeanRegistration beans) {
    this.app = app;
    this.closing = closing;
    this.beans = beans;
  }

  @Override
  public void start() {
    try {
      beans.registerOn(app);
      app.ready().join();
    } catch (CompletionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      throw asUnchecked(beans.explain(cause));
    } catch (RuntimeException failure) {
      throw asUnchecked(beans.explain(failure));
    }
    booted = true;
    running = true;
  }

  /** Whether the beans are registered and the server has booted, be it closed by now. */
  boolean isBooted() {
    return booted;
  }

  private static RuntimeException asUnchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("FastJava did not boot", failure);
  }

  @Override
  public void stop() {
    closing.destroy();
    running = false;
  }

  @Override
  public void stop(Runnable callback) {
    CompletableFuture<Void> unused =
        closing
            .begin()
            .whenComplete(
                (closed, failure) -> {
                  running = false;
                  callback.run();
                });
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    // A constant, inlined: spring-boot-web-server need not be there.
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }

  /** A closed instance cannot boot again, so a cached test context keeps it. */
  @Override
  public boolean isPauseable() {
    return false;
  }
}
