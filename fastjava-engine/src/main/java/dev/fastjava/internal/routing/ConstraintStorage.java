package dev.fastjava.internal.routing;

import org.jspecify.annotations.Nullable;

/**
 * Finds what was stored for a value that matches the value of a request. Filled at boot; read by
 * any thread afterwards.
 */
public interface ConstraintStorage {

  /**
   * What is stored for a value.
   *
   * @param value the value derived from a request, or while storing, that of a route
   * @return what was stored for a matching value, or null
   */
  @Nullable Object get(Object value);

  /**
   * Stores something for a value, in the place of what was stored for it.
   *
   * @param value the value of a route
   * @param handlers what {@link #get} has to return
   */
  void set(Object value, Object handlers);
}
