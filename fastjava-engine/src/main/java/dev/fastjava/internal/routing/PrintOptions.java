package dev.fastjava.internal.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a drawing of the routes shows.
 *
 * @param method the one method to show, as its tree is; null to merge all methods
 * @param commonPrefix whether parts that several routes begin with are lines of their own
 * @param allMeta whether to show all that is known about each route
 * @param meta the names of what to show, when not all
 */
public record PrintOptions(
    @Nullable String method, boolean commonPrefix, boolean allMeta, List<String> meta) {

  /** Keeps its own copy of the list. */
  public PrintOptions {
    meta = List.copyOf(meta);
  }
}
