package dev.fastjava.conformance.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates ranges of versions of the reference implementation: our versions count on their own. A
 * range that holds the recorded release becomes one that holds ours; any other is left as it is.
 */
public final class ReferenceVersions {
  private static final List<Integer> RECORDED = List.of(5, 12, 8);

  private static final Pattern COMPARATOR =
      Pattern.compile(
          "(\\^|~|>=|<=|>|<|=)?\\s*v?(\\d+|[xX*])(?:\\.(\\d+|[xX*]))?(?:\\.(\\d+|[xX*]))?\\S*");

  private ReferenceVersions() {}

  static String range(String range, String ourVersion) {
    return accepts(range) ? "^" + ourVersion : range;
  }

  /** Whether a range in the notation of npm holds the recorded release. */
  public static boolean accepts(String range) {
    return Arrays.stream(range.split("\\|\\|", -1)).anyMatch(ReferenceVersions::acceptsAll);
  }

  private static boolean acceptsAll(String comparators) {
    if (comparators.contains(" - ")) {
      String[] ends = comparators.split(" - ", -1);
      return accepts(">=" + ends[0].strip()) && accepts("<=" + ends[1].strip());
    }
    Matcher matcher = COMPARATOR.matcher(comparators);
    boolean all = true;
    while (matcher.find()) {
      all &= accepts(matcher);
    }
    return all;
  }

  private static boolean accepts(Matcher comparator) {
    List<Integer> given = new ArrayList<>();
    for (int group = 2; group <= 4; group++) {
      String part = comparator.group(group);
      if (part == null || !Character.isDigit(part.charAt(0))) {
        break;
      }
      given.add(Integer.valueOf(part));
    }
    String operator = comparator.group(1) == null ? "=" : comparator.group(1);
    int order = compare(given);
    return switch (operator) {
      case ">=" -> order >= 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      case "<" -> order < 0;
      case "^" -> order >= 0 && (given.isEmpty() || given.get(0).equals(RECORDED.get(0)));
      case "~" ->
          order >= 0
              && given
                  .subList(0, Math.min(2, given.size()))
                  .equals(RECORDED.subList(0, Math.min(2, given.size())));
      default -> order == 0;
    };
  }

  /** Compares the recorded release with a version; parts that are not given are equal. */
  private static int compare(List<Integer> given) {
    for (int i = 0; i < given.size(); i++) {
      int order = RECORDED.get(i).compareTo(given.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
