package dev.fastjava;

import dev.fastjava.http.RawRequest;
import dev.fastjava.mark.ForImplementation;
import org.jspecify.annotations.Nullable;

/**
 * A custom constraint on routes.
 *
 * <p>Values are derived on the event loop in every execution mode: what has to wait for something
 * completes later, it must not block.
 *
 * <p>Reference: Routes, Constraints; Server, addConstraintStrategy.
 */
@ForImplementation
public interface ConstraintStrategy {
  /**
   * Returns the name routes use it under.
   *
   * @return the name
   */
  String name();

  /**
   * Returns whether routes without this constraint are excluded for requests that have a value.
   *
   * @return false by default
   */
  default boolean mustMatchWhenDerived() {
    return false;
  }

  /**
   * Returns whether the value is derived asynchronously, by {@link #deriveAsync}.
   *
   * @return false by default
   */
  default boolean isAsync() {
    return false;
  }

  /**
   * Checks the value a route declares; throw when it is not valid.
   *
   * @param value the value
   */
  default void validate(Object value) {}

  /**
   * Derives the value of a request. What it throws goes to {@code frameworkErrors} as {@code
   * FST_ERR_ASYNC_CONSTRAINT}, as do errors of {@link #deriveAsync}.
   *
   * @param request the request
   * @return the value; null when it has none
   */
  default @Nullable Object derive(RawRequest request) {
    return null;
  }

  /**
   * Derives the value of a request, later.
   *
   * @param request the request
   * @param done takes the value
   */
  default void deriveAsync(RawRequest request, ResultDone done) {
    done.done(derive(request));
  }

  /**
   * Makes a store for the values of the routes of one path.
   *
   * @return by equality by default
   */
  default Storage storage() {
    return new MapStorage();
  }

  /**
   * Finds the route among those of one path by the derived value. Filled at boot, then read only.
   */
  @ForImplementation
  interface Storage {
    /**
     * Finds the route for a value.
     *
     * @param value the derived value
     * @return what was put under a matching value; null for none
     */
    @Nullable Object get(Object value);

    /**
     * Adds the route of a value.
     *
     * @param value the declared value
     * @param route what to find
     */
    void set(Object value, Object route);
  }
}
