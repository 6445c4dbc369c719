package dev.fastjava.internal.routing;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How one kind of constraint is read from a request and matched with the values of routes. */
public interface ConstraintStrategy {

  /** The key of this kind in the constraints of a route. */
  String name();

  /** A new, empty storage; each path has its own. */
  ConstraintStorage newStorage();

  /** Whether a request that has a value never matches a route without this constraint. */
  default boolean mustMatchWhenDerived() {
    return false;
  }

  /**
   * Checks the value of a route that is being registered.
   *
   * @throws RouteException if it cannot be a value of this constraint
   */
  default void validate(Object value) {}

  /** Whether the value of a request comes later, through {@link #deriveLater}. */
  default boolean isAsynchronous() {
    return false;
  }

  /**
   * The value of a request.
   *
   * @return the value, or null when the request has none
   */
  @Nullable Object derive(ConstraintSource source);

  /**
   * Starts to find out the value of a request; only called when {@link #isAsynchronous}.
   *
   * @param source the request
   * @param done takes the value or the failure, once, on any thread
   */
  default void deriveLater(
      ConstraintSource source, BiConsumer<@Nullable Object, @Nullable Throwable> done) {
    done.accept(derive(source), null);
  }
}
