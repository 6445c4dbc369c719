package dev.fastjava.spring.boot.context;

import dev.fastjava.Fastjava;
import dev.fastjava.RequestListener;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.DisposableBean;

/**
 * The one owner of closing an instance: nothing else in an application calls {@link
 * Fastjava#close()}. The first who asks begins, all others wait for the same end. When a context
 * stops, in this order:
 *
 * <ol>
 *   <li>Readiness turns to {@code REFUSING_TRAFFIC}.
 *   <li>The phase of Boot's graceful shutdown: closing begins, {@code preClose} hooks run, no
 *       connection is accepted any more, requests under way are finished, or cut off when their
 *       time is over; then the phase ends and tells which. With {@code server.shutdown=immediate}
 *       it does nothing.
 *   <li>The phase of Boot's web servers ends when everything is closed: {@code onClose} hooks run
 *       while all beans are alive. Closing begins here, and cuts all, when the shutdown is
 *       immediate.
 *   <li>The phase below, in which the instance was booted, does the same where nothing listens.
 *   <li>When beans are destroyed, this one closes what no phase has closed: the instance of a start
 *       that failed or was broken off.
 * </ol>
 */
public final class FastjavaClosing implements RequestListener, DisposableBean {
  private final Fastjava app;
  private final CompletableFuture<Integer> requestsOver = new CompletableFuture<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  /**
   * Owns the closing of an instance. Has to be one of its listeners to know of requests that were
   * cut off.
   *
   * @param app the instance
   */
  public FastjavaClosing(Fastjava app) {
    this.app = app;
  }

  /**
   * Begins closing, unless it has begun.
   *
   * @return completes when all is closed; fails with the error of a hook
   */
  public CompletableFuture<Void> begin() {
    return app.closeAsync()
        .whenComplete(
            (closed, failure) -> {
              requestsOver.complete(0);
              over.complete(null);
            });
  }

  /**
   * Begins closing, unless it has begun.
   *
   * @return completes when no request is under way any more, with the number of those cut off
   */
  public CompletableFuture<Integer> endRequests() {
    CompletableFuture<Void> unused = begin();
    return requestsOver;
  }

  /** Closes and waits, but not on a thread that closing waits for. */
  @Override
  public void destroy() {
    CompletableFuture<Void> unused = begin();
    app.close();
  }

  /** Whoever has begun: the application may close its instance, too. */
  @Override
  public void connectionsClosed(int requestsCut) {
    requestsOver.complete(requestsCut);
    CompletableFuture<Void> unused = begin();
  }

  /** Completes, without an error, when all is closed. */
  CompletableFuture<Void> over() {
    return over;
  }
}
