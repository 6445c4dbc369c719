package dev.fastjava.internal.routing;

import dev.fastjava.internal.regex.RegexLimitException;
import org.jspecify.annotations.Nullable;

/**
 * Follows a path down a tree: text first, then parameters in their order, then the wildcard.
 *
 * <p>A <em>raw</em> search reads a request target as it was sent and finds the end of its path on
 * the way, so that most targets are read once. It gives up at the first percent sign that it would
 * have to understand. Any other search is given a path that was made ready, in which every
 * character counts.
 *
 * <p>Every parameter is a call of its own, and sets its value in the match on the way back, so that
 * a way that leads nowhere costs no memory.
 */
final class TreeSearch<T> {

  private static final long SLASH = 1L << '/';
  private static final int ENCODED = -1;

  /** The result when a parameter is too long, where another route may still match. */
  final RouteMatch<T> tooLong = RouteMatch.failed(RouteMatch.Outcome.MAX_PARAM_LENGTH, "");

  /** The result of a raw search that met a percent sign. */
  final RouteMatch<T> encoded = RouteMatch.failed(RouteMatch.Outcome.BAD_URL, "");

  private final int maxParamLength;

  TreeSearch(int maxParamLength) {
    this.maxParamLength = maxParamLength;
  }

  /**
   * Searches below a node.
   *
   * @param path what is compared; lower-case when case does not matter
   * @param written the same path as it was sent, where parameters are cut out
   * @param from where the text behind that of the node begins
   * @param stops the characters that a raw search stops at, as bits: all are below 64; 0 for others
   * @param decode whether parameters may have something left to decode
   * @param count how many parameters were passed already
   * @return the match, null, {@link #tooLong} or {@link #encoded}
   */
  @Nullable RouteMatch<T> search(
      LookupNode<T> start,
      String path,
      String written,
      int from,
      int end,
      long stops,
      boolean decode,
      int count,
      @Nullable Object @Nullable [] derived) {
    LookupNode<T> node = start;
    int index = from;
    while (true) {
      LookupNode<T> child = null;
      // An empty target, of which the root expects a slash, is over before it begins.
      boolean over = index >= end;
      if (!over) {
        char c = path.charAt(index);
        child = node.child(c, path, index, end);
        if (child == null && c < 64 && ((stops >>> c) & 1) != 0) {
          if (c == '%') {
            return encoded;
          }
          over = true;
        }
      }
      if (over && node.routes != null) {
        RouteMatch<T> target = node.routes.select(derived);
        if (target != null) {
          return target.forRequest(index < end ? index + 1 : -1);
        }
      }
      if (!node.hasAlternatives) {
        if (child == null) {
          return null;
        }
        index += child.prefixLength;
        node = child;
        continue;
      }
      LookupNode<T> only = node.onlyParameter;
      if (child == null && only != null) {
        int stop = segmentEnd(written, index, end, stops);
        return stop == ENCODED
            ? encoded
            : parameter(only, path, written, index, stop, end, stops, decode, count, derived);
      }
      RouteMatch<T> miss = null;
      if (child != null) {
        int behind = index + child.prefixLength;
        RouteMatch<T> match =
            search(child, path, written, behind, end, stops, decode, count, derived);
        if (match != null && match != tooLong) {
          return match;
        }
        miss = match;
      }
      RouteMatch<T> match =
          alternatives(node, path, written, index, end, stops, decode, count, derived);
      return match == null ? miss : match;
    }
  }

  private @Nullable RouteMatch<T> alternatives(
      LookupNode<T> node,
      String path,
      String written,
      int index,
      int end,
      long stops,
      boolean decode,
      int count,
      @Nullable Object @Nullable [] derived) {
    RouteMatch<T> miss = null;
    if (node.parametric.length > 0) {
      int stop = segmentEnd(written, index, end, stops);
      if (stop == ENCODED) {
        return encoded;
      }
      for (LookupNode<T> child : node.parametric) {
        RouteMatch<T> match =
            child.regex == null
                ? parameter(child, path, written, index, stop, end, stops, decode, count, derived)
                : expression(child, path, written, index, stop, end, stops, decode, count, derived);
        if (match != null && match != tooLong) {
          return match;
        }
        miss = match == null ? miss : match;
      }
    }
    LookupNode<T> wildcard = node.wildcard;
    if (wildcard != null && wildcard.routes != null) {
      int stop = stops == 0 ? end : stop(written, index, end, stops);
      if (stop == ENCODED) {
        return encoded;
      }
      RouteMatch<T> target = wildcard.routes.select(derived);
      if (target != null) {
        RouteMatch<T> match = target.forRequest(stop < end ? stop + 1 : -1);
        match.value(count, text(written, index, stop, decode));
        return match;
      }
    }
    return miss;
  }

  private @Nullable RouteMatch<T> parameter(
      LookupNode<T> child,
      String path,
      String written,
      int index,
      int stop,
      int end,
      long stops,
      boolean decode,
      int count,
      @Nullable Object @Nullable [] derived) {
    String decoded = null;
    int length = stop - index;
    if (decode) {
      decoded = text(written, index, stop, true);
      length = decoded.length();
    }
    if (length > child.longestSegment) {
      return tooLong;
    }
    RouteMatch<T> match =
        search(child, path, written, stop, end, stops, decode, count + 1, derived);
    if (match != null && match.isFound()) {
      match.value(count, decoded == null ? text(written, index, stop, false) : decoded);
    }
    return match;
  }

  private @Nullable RouteMatch<T> expression(
      LookupNode<T> child,
      String path,
      String written,
      int index,
      int stop,
      int end,
      long stops,
      boolean decode,
      int count,
      @Nullable Object @Nullable [] derived) {
    String segment = text(written, index, stop, decode);
    if (segment.length() > child.longestSegment) {
      return tooLong;
    }
    String[] values = captures(child, segment);
    if (values == null) {
      return null;
    }
    for (String value : values) {
      if (value.length() > maxParamLength) {
        return tooLong;
      }
    }
    RouteMatch<T> match =
        search(child, path, written, stop, end, stops, decode, count + values.length, derived);
    if (match != null && match.isFound()) {
      for (int i = 0; i < values.length; i++) {
        match.value(count + i, values[i]);
      }
    }
    return match;
  }

  /** What the expression of a node finds in a segment; null when it finds nothing. */
  private static <T> String @Nullable [] captures(LookupNode<T> node, String segment) {
    try {
      return node.regex == null ? null : node.regex.captures(segment);
    } catch (RegexLimitException e) {
      // Thrown by a hostile request at most, and without a stack trace no more than a jump.
      return null;
    }
  }

  private static int segmentEnd(String written, int from, int end, long stops) {
    return stop(written, from, end, stops | SLASH);
  }

  /**
   * The first of some characters, or the end; {@link #ENCODED} if a percent sign is one of them and
   * comes first. Lower-casing can change lengths, hence the bound.
   */
  private static int stop(String written, int from, int end, long stops) {
    int last = Math.min(end, written.length());
    for (int i = from; i < last; i++) {
      char c = written.charAt(i);
      if (c < 64 && ((stops >>> c) & 1) != 0) {
        return c == '%' ? ENCODED : i;
      }
    }
    return end;
  }

  /** The text of a parameter. */
  private static String text(String written, int from, int to, boolean decode) {
    int stop = Math.min(to, written.length());
    String text = from < stop ? written.substring(from, stop) : "";
    return decode ? PercentEncoding.decodeReserved(text) : text;
  }
}
