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

  /** What the results of one route share; a match points at it, so that a match stays small. */
  private static final class Shared<T> {
    final Outcome outcome;
    final @Nullable T store;
    final String[] names;
    final String path;

    Shared(Outcome outcome, @Nullable T store, String[] names, String path) {
      this.outcome = outcome;
      this.store = store;
      this.names = names;
      this.path = path;
    }
  }

  private final Shared<T> shared;
  private final String[] values;
  private int queryStart = -1;

  private RouteMatch(Shared<T> shared, String[] values) {
    this.shared = shared;
    this.values = values;
  }

  static <T> RouteMatch<T> found(T store, List<String> names) {
    String[] array = names.toArray(String[]::new);
    return new RouteMatch<>(new Shared<>(Outcome.FOUND, store, array, ""), emptyValues(array));
  }

  static <T> RouteMatch<T> failed(Outcome outcome, String path) {
    return new RouteMatch<>(new Shared<>(outcome, null, NO_VALUES, path), NO_VALUES);
  }

  private static String[] emptyValues(String[] names) {
    return names.length == 0 ? NO_VALUES : new String[names.length];
  }

  /**
   * A match of this route whose values can be set: itself, when there is nothing to set.
   *
   * @param query where the query begins, -1 when there is none
   */
  RouteMatch<T> forRequest(int query) {
    int length = values.length;
    if (length == 0) {
      return query < 0 ? this : withQuery(query);
    }
    RouteMatch<T> own = new RouteMatch<>(shared, new String[length]);
    own.queryStart = query;
    return own;
  }

  /** Sets the value of a parameter; expressions may have more groups than there are names. */
  void value(int index, String value) {
    if (index < values.length) {
      values[index] = value;
    }
  }

  /** This match for a URL with a query: itself, unless it is shared. */
  RouteMatch<T> withQuery(int start) {
    RouteMatch<T> own = values.length == 0 ? new RouteMatch<>(shared, values) : this;
    own.queryStart = start;
    return own;
  }

  /** What kind of result this is. */
  public Outcome outcome() {
    return shared.outcome;
  }

  /** Whether a route was found. */
  public boolean isFound() {
    return shared.outcome == Outcome.FOUND;
  }

  /**
   * What was registered for the route.
   *
   * @throws IllegalStateException if no route was found
   */
  public T store() {
    T store = shared.store;
    if (store == null) {
      throw new IllegalStateException("no route was found: " + shared.outcome);
    }
    return store;
  }

  /**
   * The decoded value of a parameter, the last one of a name that the route uses twice; null if
   * there is none, or its expression captures nothing.
   */
  public @Nullable String value(String name) {
    for (int i = values.length - 1; i >= 0; i--) {
      if (shared.names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  /** The decoded values by name, in a map of the caller's own; the last one of a name counts. */
  public Map<String, String> params() {
    Map<String, String> params = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        params.put(shared.names[i], value);
      }
    }
    return params;
  }

  /**
   * The path to report when the URL was refused: as it came when it cannot be decoded, decoded in
   * part when a parameter is too long.
   */
  public String path() {
    return shared.path;
  }

  /**
   * Where the query begins in the URL of a route that was found, behind the question mark; -1 when
   * there is none.
   */
  public int queryStart() {
    return queryStart;
  }

  @Override
  public String toString() {
    return outcome() + (isFound() ? " " + store() + " " + params() : " " + path());
  }
}
