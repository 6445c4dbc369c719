package dev.fastjava.internal.routing;

import dev.fastjava.ConstraintStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one path, of which a request's constraints select one. Immutable.
 *
 * <p>Routes are bits of an integer, those with the most constraints highest. Each kind of
 * constraint leaves the bits of the routes whose value matches and of those it does not concern;
 * the highest bit that is left is the route.
 */
final class ConstrainedRoutes<T> {

  private static final int MOST_ROUTES = 31;

  private final List<RouteMatch<T>> targets;
  private final @Nullable RouteMatch<T> unconstrained;
  private final Kind[] kinds;
  private final int[] excluded;

  /**
   * A kind of constraint that some of the routes have.
   *
   * @param index where the value of a request is
   * @param storage finds the bits of the routes that match
   * @param unconcerned the bits of the routes without this constraint
   */
  private record Kind(
      int index, ConstraintStrategy.Storage storage, int unconcerned, boolean mustMatch) {}

  private ConstrainedRoutes(
      List<RouteMatch<T>> targets,
      @Nullable RouteMatch<T> unconstrained,
      Kind[] kinds,
      int[] excluded) {
    this.targets = targets;
    this.unconstrained = unconstrained;
    this.kinds = kinds;
    this.excluded = excluded;
  }

  /**
   * Checks that routes can share a path.
   *
   * @throws RouteException if they are too many, or the value of a constraint is no good
   */
  static <T> void check(List<Route<T>> routes, ConstraintRegistry registry) {
    if (routes.size() > MOST_ROUTES) {
      throw new RouteException(
          "find-my-way supports a maximum of 31 route handlers per node when there are"
              + " constraints, limit reached");
    }
    List<Route<T>> sorted = sorted(routes);
    for (String name : names(routes)) {
      fill(registry.strategy(name).storage(), sorted, name);
    }
  }

  static <T> ConstrainedRoutes<T> of(List<Route<T>> routes, ConstraintRegistry registry) {
    List<Route<T>> sorted = sorted(routes);
    List<ConstraintStrategy> inUse = registry.inUse();
    List<RouteMatch<T>> targets = new ArrayList<>();
    RouteMatch<T> unconstrained = null;
    for (Route<T> route : sorted) {
      RouteMatch<T> target = RouteMatch.found(route.store(), route.names());
      targets.add(target);
      unconstrained = route.constraints().isEmpty() ? target : unconstrained;
    }
    Set<String> names = names(routes);
    List<Kind> kinds = new ArrayList<>();
    for (String name : names) {
      ConstraintStrategy strategy = registry.strategy(name);
      ConstraintStrategy.Storage storage = strategy.storage();
      int concerned = fill(storage, sorted, name);
      kinds.add(
          new Kind(inUse.indexOf(strategy), storage, ~concerned, strategy.mustMatchWhenDerived()));
    }
    List<Integer> excluded = new ArrayList<>();
    for (ConstraintStrategy strategy : inUse) {
      if (strategy.mustMatchWhenDerived() && !names.contains(strategy.name())) {
        excluded.add(inUse.indexOf(strategy));
      }
    }
    return new ConstrainedRoutes<>(
        List.copyOf(targets),
        unconstrained,
        kinds.toArray(Kind[]::new),
        excluded.stream().mapToInt(Integer::intValue).toArray());
  }

  private static <T> List<Route<T>> sorted(List<Route<T>> routes) {
    List<Route<T>> sorted = new ArrayList<>(routes);
    sorted.sort(Comparator.comparingInt(route -> route.constraints().size()));
    return sorted;
  }

  /** The kinds of constraints that occur; the version, which tells most, first. */
  private static <T> Set<String> names(List<Route<T>> routes) {
    Set<String> names = new LinkedHashSet<>();
    for (Route<T> route : routes) {
      if (route.constraints().containsKey("version")) {
        names.add("version");
      }
    }
    for (Route<T> route : routes) {
      names.addAll(route.constraints().keySet());
    }
    return names;
  }

  /** Stores the bits of the routes; returns those that have the constraint. */
  private static <T> int fill(
      ConstraintStrategy.Storage storage, List<Route<T>> sorted, String name) {
    int concerned = 0;
    for (int i = 0; i < sorted.size(); i++) {
      Map<String, Object> constraints = sorted.get(i).constraints();
      Object value = constraints.get(name);
      if (value != null) {
        storage.set(value, bits(storage.get(value)) | (1 << i));
        concerned |= 1 << i;
      }
    }
    return concerned;
  }

  private static int bits(@Nullable Object stored) {
    return stored instanceof Integer bits ? bits : 0;
  }

  /**
   * The route for the values of a request.
   *
   * @param derived one value for each kind in use; null when no kind is in use
   * @return the route, to be copied if it has parameters; null when none matches
   */
  @Nullable RouteMatch<T> select(@Nullable Object @Nullable [] derived) {
    if (derived == null) {
      return unconstrained;
    }
    int candidates = (1 << targets.size()) - 1;
    for (Kind kind : kinds) {
      Object value = derived[kind.index];
      if (value == null) {
        candidates &= kind.unconcerned;
      } else {
        int matches = bits(kind.storage.get(value));
        candidates &= kind.mustMatch ? matches : matches | kind.unconcerned;
      }
      if (candidates == 0) {
        return null;
      }
    }
    for (int index : excluded) {
      if (derived[index] != null) {
        return null;
      }
    }
    return targets.get(31 - Integer.numberOfLeadingZeros(candidates));
  }
}
