package dev.fastjava.internal.routing;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.http.RawRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lookup that waits for the values of constraints, which may arrive on any thread. */
final class PendingLookup<T> {

  private final BiConsumer<@Nullable RouteMatch<T>, @Nullable Throwable> done;
  private final @Nullable Object[] derived;

  /** Values that have not arrived, and the call of {@link #start}. */
  private final AtomicInteger missing = new AtomicInteger(1);

  private final AtomicBoolean over = new AtomicBoolean();
  private @Nullable Function<@Nullable Object[], RouteMatch<T>> lookup;

  PendingLookup(BiConsumer<@Nullable RouteMatch<T>, @Nullable Throwable> done, int values) {
    this.done = done;
    this.derived = new @Nullable Object[values];
  }

  /** Whether there is a result already, which can only be a failure before the start. */
  boolean isOver() {
    return over.get();
  }

  /** Asks for the value of one constraint. */
  void ask(ConstraintStrategy strategy, RawRequest request, int index) {
    try {
      if (!strategy.isAsync()) {
        derived[index] = strategy.derive(request);
        return;
      }
      missing.incrementAndGet();
      AtomicBoolean answered = new AtomicBoolean();
      strategy.deriveAsync(
          request,
          (value, error) -> {
            if (answered.compareAndSet(false, true)) {
              derived[index] = value;
              arrived(error);
            }
          });
    } catch (Throwable e) {
      fail(e);
    }
  }

  /** Looks up now, or when the last value arrives. */
  void start(Function<@Nullable Object[], RouteMatch<T>> lookup) {
    this.lookup = lookup;
    arrived(null);
  }

  private void arrived(@Nullable Throwable error) {
    if (error != null) {
      fail(error);
    } else if (missing.decrementAndGet() == 0
        && lookup != null
        && over.compareAndSet(false, true)) {
      RouteMatch<T> match;
      try {
        match = lookup.apply(derived);
      } catch (Throwable e) {
        done.accept(null, e); // of the storage of a constraint
        return;
      }
      done.accept(match, null);
    }
  }

  private void fail(Throwable error) {
    if (over.compareAndSet(false, true)) {
      done.accept(null, error);
    }
  }
}
