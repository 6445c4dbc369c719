package dev.fastjava.spring.boot.observation;

import dev.fastjava.Request;
import io.micrometer.observation.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The observation of one request, and what its threads hand on to each other. */
final class RequestObservation {
  private final Observation observation;

  /** A snapshot of what the thread before has left; of another type where nothing is handed on. */
  private volatile @Nullable Object threadContext;

  private boolean stopped;

  RequestObservation(Observation observation) {
    this.observation = observation;
  }

  Optional<ServerRequestObservationContext> context() {
    return observation.isNoop()
        ? Optional.empty()
        : Optional.of((ServerRequestObservationContext) observation.getContext());
  }

  @Nullable Object threadContext() {
    return threadContext;
  }

  void threadContext(Object left) {
    threadContext = left;
  }

  /** What is observed is the current observation of the thread until the scope is closed. */
  Observation.@Nullable Scope open() {
    return observation.isNoop() ? null : observation.openScope();
  }

  void error(Throwable error) {
    // What fails when all is over, for a client that has gone, has been reported.
    if (!stopped) {
      observation.error(error);
    }
  }

  /** The request is over. */
  void stop(Request request, @Nullable Throwable failure) {
    if (failure != null) {
      context().ifPresent(context -> context.setConnectionAborted(true));
      if (!request.raw().aborted()) {
        observation.error(failure);
      }
    }
    stopped = true;
    observation.stop();
  }
}
