package dev.fastjava.internal.routing;

import org.jspecify.annotations.Nullable;

/** What constraints are derived from: the head of a request. */
public interface ConstraintSource {

  /**
   * The value of a header.
   *
   * @param name the name in lower case, {@code :authority} included
   * @return the value, or null when there is no such header
   */
  @Nullable String header(String name);
}
