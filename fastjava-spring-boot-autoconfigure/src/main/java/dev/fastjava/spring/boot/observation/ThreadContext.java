package dev.fastjava.spring.boot.observation;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what is bound to threads, as far as {@code io.micrometer.context} knows of it: what one
 * step of a request has bound is there for the next one, on whatever thread, and gone from the
 * thread it was bound on.
 */
class ThreadContext {
  /** Without the library nothing is handed on. */
  static final ThreadContext NONE = new ThreadContext();

  /** Enters a thread. */
  @Nullable Runnable enter(RequestObservation request) {
    return null;
  }

  /** Makes one of the accessors that are registered. */
  static ThreadContext ofRegistry() {
    return new OfRegistry();
  }

  /** Loaded where the library is there. */
  private static final class OfRegistry extends ThreadContext {
    private final Predicate<Object> others = OfRegistry::isOther;
    private final ContextSnapshotFactory snapshots =
        ContextSnapshotFactory.builder().clearMissing(true).captureKeyPredicate(others).build();

    /** The observation of the request has a scope of its own. */
    private static boolean isOther(Object key) {
      return !ObservationThreadLocalAccessor.KEY.equals(key);
    }

    @Override
    Runnable enter(RequestObservation request) {
      // What the caller of the first step has bound is there for it, as in a test's own thread.
      ContextSnapshot before =
          request.threadContext() instanceof ContextSnapshot left ? left : snapshots.captureAll();
      ContextSnapshot.Scope scope = before.setThreadLocals(others);
      return () -> {
        try {
          request.threadContext(snapshots.captureAll());
        } finally {
          scope.close();
        }
      };
    }
  }
}
