package dev.fastjava.internal.routing;

import dev.fastjava.internal.regex.Regex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path that was read.
 *
 * @param key the path without the names of its parameters: two routes with one key are the same
 * @param segments what has to match, in order
 * @param names the names of the parameters, in order
 */
record RoutePattern(String key, List<Segment> segments, List<String> names) {

  RoutePattern {
    segments = List.copyOf(segments);
    names = List.copyOf(names);
  }

  /** A part of a path. */
  sealed interface Segment {}

  /**
   * Text that must be there.
   *
   * @param text never empty; {@code %} is written {@code %25}
   */
  record Literal(String text) implements Segment {}

  /**
   * One parameter or several, up to the next slash.
   *
   * @param regex what the text must match, null if anything will do
   * @param suffix what follows the last parameter before the slash, null if nothing does
   * @param written how it stands in the path
   * @param values how many parameters there are
   * @param literalLength how many characters belong to no parameter
   */
  record Parameters(
      @Nullable Regex regex, @Nullable String suffix, String written, int values, int literalLength)
      implements Segment {}

  /** Everything up to the end. */
  record Wildcard() implements Segment {}
}
