package dev.fastjava.internal.routing;

import dev.fastjava.RouterOptions;
import dev.fastjava.internal.routing.PathMeaning.Parameters;
import dev.fastjava.internal.routing.PathMeaning.Text;
import dev.fastjava.internal.routing.PathMeaning.Token;
import dev.fastjava.internal.routing.PathMeaning.Wildcard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of matching written down without a tree: every route is tried, and of those that match
 * the one is taken whose path says most where the paths first differ.
 */
final class NaiveRoutes {

  private final RouterOptions options;
  private final NaiveConstraints constraints;
  private final List<Route> routes = new ArrayList<>();

  /** Every meaning in the order in which it first came, refused ones included. */
  private final List<PathMeaning> known = new ArrayList<>();

  NaiveRoutes(RouterOptions options, NaiveConstraints constraints) {
    this.options = options;
    this.constraints = constraints;
  }

  record Route(String name, PathMeaning meaning, Map<String, Object> constraints) {}

  /** Adds a route; returns false when one is there already, after adding the ones before it. */
  boolean add(String name, RandomPath path, Map<String, Object> values) {
    for (PathMeaning each : path.meanings()) {
      PathMeaning meaning =
          each.normal(options.ignoreDuplicateSlashes(), options.ignoreTrailingSlash());
      constraints.noteUse(values);
      known.add(meaning);
      String key = meaning.key(options.caseSensitive());
      for (Route other : routes) {
        if (other.meaning.key(options.caseSensitive()).equals(key)
            && other.constraints.equals(values)) {
          return false;
        }
      }
      routes.add(new Route(name, meaning, values));
    }
    return true;
  }

  /** The name of the route and the parameters, or the outcome, as text. */
  String find(String url, Map<String, String> headers) {
    List<NaiveUrl.Unit> path = NaiveUrl.path(url, options);
    if (path == null) {
      return "BAD_URL";
    }
    Route best = null;
    Map<String, String> bestParams = Map.of();
    boolean tooLong = false;
    for (Route route : routes) {
      Map<String, String> params = new TreeMap<>();
      Result result = match(route.meaning, path, params);
      tooLong |= result == Result.TOO_LONG;
      if (result == Result.MATCH
          && route.equals(constraints.select(same(route), headers))
          && (best == null || compare(route.meaning, best.meaning) < 0)) {
        best = route;
        bestParams = params;
      }
    }
    if (best == null) {
      return tooLong ? "MAX_PARAM_LENGTH" : "NOT_FOUND";
    }
    return best.name + ' ' + bestParams;
  }

  private List<Route> same(Route route) {
    return routes.stream().filter(other -> isSame(other.meaning, route.meaning)).toList();
  }

  private boolean isSame(PathMeaning one, PathMeaning other) {
    return one.tokens().size() == other.tokens().size()
        && firstDifference(one, other) == one.tokens().size();
  }

  private int firstDifference(PathMeaning one, PathMeaning other) {
    int i = 0;
    while (i < one.tokens().size()
        && i < other.tokens().size()
        && isSame(one.tokens().get(i), other.tokens().get(i))) {
      i++;
    }
    return i;
  }

  private boolean isSame(Token one, Token other) {
    if (one instanceof Text text && other instanceof Text otherText) {
      return NaiveUrl.same(text.character(), otherText.character(), options);
    }
    return one.equals(other);
  }

  /** Negative when the first one is preferred. */
  private int compare(PathMeaning one, PathMeaning other) {
    int i = firstDifference(one, other);
    int rank = rank(one, i);
    int otherRank = rank(other, i);
    if (rank != otherRank || rank != 2) {
      return Integer.compare(rank, otherRank);
    }
    Parameters parameters = (Parameters) one.tokens().get(i);
    Parameters otherParameters = (Parameters) other.tokens().get(i);
    if (parameters.isPlain() || otherParameters.isPlain()) {
      return parameters.isPlain() ? 1 : -1;
    }
    // Longer text behind the parameters goes first, as each text here ends with the shorter ones.
    int difference = otherParameters.suffix().length() - parameters.suffix().length();
    return difference != 0 ? difference : firstKnown(one, i) - firstKnown(other, i);
  }

  private static int rank(PathMeaning meaning, int index) {
    if (index == meaning.tokens().size()) {
      return 0;
    }
    Token token = meaning.tokens().get(index);
    if (token instanceof Text) {
      return 1;
    }
    return token instanceof Parameters ? 2 : 3;
  }

  private int firstKnown(PathMeaning meaning, int index) {
    for (int i = 0; i < known.size(); i++) {
      if (firstDifference(known.get(i), meaning) > index) {
        return i;
      }
    }
    throw new AssertionError("every meaning is known");
  }

  private enum Result {
    MATCH,
    NO_MATCH,
    TOO_LONG
  }

  private Result match(PathMeaning meaning, List<NaiveUrl.Unit> path, Map<String, String> params) {
    int index = 0;
    for (Token token : meaning.tokens()) {
      if (token instanceof Text text) {
        if (index >= path.size() || !path.get(index).is(text.character(), options)) {
          return Result.NO_MATCH;
        }
        index++;
      } else if (token instanceof Wildcard) {
        params.put("*", NaiveUrl.text(path.subList(index, path.size())));
        return Result.MATCH;
      } else {
        Parameters parameters = (Parameters) token;
        int end = index;
        while (end < path.size() && !path.get(end).isSlash()) {
          end++;
        }
        String segment = NaiveUrl.text(path.subList(index, end));
        int most = parameters.names().size() * options.maxParamLength();
        if (segment.length() > most + parameters.literalLength()) {
          return Result.TOO_LONG;
        }
        List<String> values = parameters.match(segment);
        if (values == null) {
          return Result.NO_MATCH;
        }
        if (values.stream().anyMatch(value -> value.length() > options.maxParamLength())) {
          return Result.TOO_LONG;
        }
        params.putAll(named(parameters.names(), values));
        index = end;
      }
    }
    return index == path.size() ? Result.MATCH : Result.NO_MATCH;
  }

  private static Map<String, String> named(List<String> names, List<@Nullable String> values) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), String.valueOf(values.get(i)));
    }
    return named;
  }
}
