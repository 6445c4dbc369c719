package dev.fastjava.internal.boot;

import dev.fastjava.internal.exchange.Millis;
import dev.fastjava.internal.lifecycle.Dispatcher;
import dev.fastjava.internal.lifecycle.Thrown;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The way of a server from declared to ready: loads the plugins, compiles the routes, runs onReady
 * hooks and the steps of ready.
 *
 * <p>Reference: Server, ready.
 */
final class ServerBoot {
  private final Server server;

  /** Ends the boot; the steps of ready run between it and {@link #ready}. */
  final CompletableFuture<Void> booted = new CompletableFuture<>();

  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> started = new CompletableFuture<>();

  /** Ends with the last step of ready added so far, so that they run in order. */
  private CompletableFuture<Void> lastReadyStep = CompletableFuture.completedFuture(null);

  ServerBoot(Server server) {
    this.server = server;
  }

  /** Boots the server, once. */
  CompletableFuture<Void> ready() {
    if (!server.state.askReady()) {
      return ready;
    }
    server.steps.ready(
        (error, done) -> {
          if (error != null || !server.state.runsReadyHooks()) {
            end(error);
          } else {
            AppHooks.runOnReady(server, this::end);
          }
          done.done();
        });
    return ready;
  }

  /** All plugins are loaded: makes what serves requests. */
  void compile() {
    try {
      server.routes.compile();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
    var options = server.options;
    server.runtime.listeners(server.listeners);
    server.runtime.adaptReplies(options.replyAdapter());
    server.runtime.reportUnanswered(Millis.of(options.unansweredWarning()));
    // Twice: when none of those who have their turn sends anything, it comes after once.
    server.runtime.waitForBodies(2 * Millis.of(options.http().bodyTimeout()));
    server.open(
        new Dispatcher(
            server.runtime,
            server.routes.router(),
            server.routes.notFoundRouter(),
            RouteCompiler.framework(server.root),
            options.frameworkErrors(),
            options.clientErrorHandler(),
            options.rewriteUrl(),
            options.return503OnClosing(),
            server.logger));
    server.steps.onClose((error, done) -> server.shutdown.stop(done));
  }

  /** The first steps have run: from now on everything is frozen. */
  void start() {
    server.state.start();
    started.complete(null);
  }

  /** Ends the boot after the steps that plugins have added, then runs the steps of ready. */
  private void end(@Nullable Throwable failure) {
    server.steps.ready(
        (error, done) -> {
          done.accept(null, error);
          AwaitedStage.complete(booted, failure);
          CompletableFuture<Void> steps;
          synchronized (this) {
            steps = lastReadyStep;
          }
          var unused = steps.whenComplete((value, ignored) -> completeReady(failure));
        });
  }

  /** Whoever waits for ready is to find everything frozen. */
  private void completeReady(@Nullable Throwable failure) {
    if (started.isDone()) {
      AwaitedStage.complete(ready, failure);
    } else {
      // Not on the thread of the walk: code of the application may wait for it.
      var unused =
          started.thenRunAsync(() -> AwaitedStage.complete(ready, failure), server.threads::body);
    }
  }

  /** The stage of a {@code ready()} within a plugin: everything is loaded. */
  CompletableFuture<Void> readyWithin() {
    CompletableFuture<Void> future = new CompletableFuture<>();
    server.steps.ready(
        (error, done) -> {
          done.done();
          AwaitedStage.complete(future, error);
        });
    return future;
  }

  /** Adds a step; it does not boot the server, whose declaration may go on. */
  synchronized void readyStep(BootStep step) {
    lastReadyStep =
        lastReadyStep.thenCompose(
            ran ->
                booted
                    .<@Nullable Throwable>handle((value, error) -> error)
                    .thenCompose(error -> run(step, error)));
  }

  private CompletableFuture<Void> run(BootStep step, @Nullable Throwable error) {
    CompletableFuture<Void> over = step.ready(error);
    long limit = Millis.of(server.options.pluginTimeout());
    Runnable cancelTimer =
        limit == 0 || over.isDone()
            ? () -> {}
            : server.threads.timer(limit, () -> over.completeExceptionally(BootSteps.late()));
    // On a thread of ours: what comes next is code of the application.
    return over.handleAsync(
        (value, failure) -> {
          cancelTimer.run();
          if (failure != null) {
            server.logger.error(Thrown.inner(failure), "a step of ready failed");
          }
          return null;
        },
        server.threads::body);
  }
}
