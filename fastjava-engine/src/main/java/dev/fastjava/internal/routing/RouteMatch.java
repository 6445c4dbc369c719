package dev.fastjava.internal.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lookup came to. A match belongs to the request it was made for; the shared ones, of routes
 * without parameters and of lookups that found nothing, have nothing that could be changed.
 */
public final class RouteMatch<T> {

  private static final String[] NO_VALUES = {};

  /** The kinds of results. */
  public enum Outcome {
    /** A route was found. */
    FOUND,
    /** There is no such route. */
    NOT_FOUND,
    /** The path cannot be decoded. */
    BAD_URL,
    /** A parameter is too long, and no other route matches. */
    MAX_PARAM_LENGTH
  }

  private final Outcome outcome;
  private final @Nullable T store;
  private final List<String> names;
  private final String[] values;
  private final String path;
  private int queryStart = -1;

  private RouteMatch(Outcome outcome, @Nullable T store, List<String> names, String path) {
    this.outcome = outcome;
    this.store = store;
    this.names = names;
    this.values = names.isEmpty() ? NO_VALUES : new String[names.size()];
    this.path = path;
  }

  static <T> RouteMatch<T> found(T store, List<String> names) {
    return new RouteMatch<>(Outcome.FOUND, store, names, "");
  }

  static <T> RouteMatch<T> failed(Outcome outcome, String path) {
    return new RouteMatch<>(outcome, null, List.of(), path);
  }

  /** A match of this route whose values can be set: itself, when it has no parameters. */
  RouteMatch<T> forRequest() {
    return values.length == 0 ? this : new RouteMatch<>(outcome, store, names, path);
  }

  /** Sets the value of a parameter; expressions may have more groups than there are names. */
  void value(int index, String value) {
    if (index < values.length) {
      values[index] = value;
    }
  }

  /** This match for a URL with a query: itself, unless it is shared. */
  RouteMatch<T> withQuery(int start) {
    RouteMatch<T> own = values.length == 0 ? new RouteMatch<>(outcome, store, names, path) : this;
    own.queryStart = start;
    return own;
  }

  /** What kind of result this is. */
  public Outcome outcome() {
    return outcome;
  }

  /** Whether a route was found. */
  public boolean isFound() {
    return outcome == Outcome.FOUND;
  }

  /**
   * What was registered for the route.
   *
   * @throws IllegalStateException if no route was found
   */
  public T store() {
    if (store == null) {
      throw new IllegalStateException("no route was found: " + outcome);
    }
    return store;
  }

  /** How many parameters the route has. */
  public int size() {
    return values.length;
  }

  /** The name of a parameter; a route may use a name twice. */
  public String name(int index) {
    return names.get(index);
  }

  /** The decoded value of a parameter; null if its expression captures nothing. */
  public @Nullable String value(int index) {
    return values[index];
  }

  /** The decoded values by name, in a map of the caller's own; the last one of a name counts. */
  public Map<String, String> params() {
    Map<String, String> params = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        params.put(names.get(i), value);
      }
    }
    return params;
  }

  /**
   * The path to report when the URL was refused: as it came when it cannot be decoded, decoded in
   * part when a parameter is too long.
   */
  public String path() {
    return path;
  }

  /**
   * Where the query begins in the URL of a route that was found, behind the question mark; -1 when
   * there is none. See {@link Router#queryStart} for URLs that no route was found for.
   */
  public int queryStart() {
    return queryStart;
  }

  @Override
  public String toString() {
    return outcome + (isFound() ? " " + store + " " + params() : " " + path);
  }
}
