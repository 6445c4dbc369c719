package dev.fastjava.spring.boot.observation;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Starts the observation of a request with its first step, and holds it open on every thread that
 * works for the request. It is outermost; {@link End} comes last.
 */
final class ObservationListener implements RequestListener {
  private final ObservationRegistry registry;
  private final ServerRequestObservationConvention convention;
  private final ThreadContext threads;

  ObservationListener(
      ObservationRegistry registry,
      ServerRequestObservationConvention convention,
      ThreadContext threads) {
    this.registry = registry;
    this.convention = convention;
    this.threads = threads;
  }

  @Override
  public @Nullable Runnable threadScope(Request request, Reply reply) {
    RequestObservation observed = request.get(ServerRequestObservationContext.KEY);
    if (observed == null) {
      observed = new RequestObservation(start(request, reply));
      request.set(ServerRequestObservationContext.KEY, observed);
    }
    Observation.Scope scope = observed.open();
    Runnable context = threads.enter(observed);
    if (scope == null) {
      return context;
    }
    if (context == null) {
      return scope::close;
    }
    return () -> {
      try {
        context.run();
      } finally {
        scope.close();
      }
    };
  }

  private Observation start(Request request, Reply reply) {
    return Observation.createNotStarted(
            convention, () -> new ServerRequestObservationContext(request, reply), registry)
        .start();
  }

  @Override
  public void unhandledError(Request request, Reply reply, Throwable error) {
    RequestObservation observed = request.get(ServerRequestObservationContext.KEY);
    if (observed != null) {
      observed.error(error);
    }
  }

  /** Ends the observation when all other listeners know of the end. */
  static final class End implements RequestListener {

    @Override
    public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
      RequestObservation observed = request.get(ServerRequestObservationContext.KEY);
      if (observed != null) {
        observed.stop(request, error);
      }
    }
  }
}
