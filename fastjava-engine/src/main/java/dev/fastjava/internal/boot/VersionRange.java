package dev.fastjava.internal.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of versions in npm's notation: comparators, hyphens, x, tilde, caret, alternatives. */
final class VersionRange {
  private static final Pattern PART =
      Pattern.compile(
          "(>=|<=|>|<|=|\\^|~)?\\s*v?(\\d+|[xX*])(?:\\.(\\d+|[xX*]))?(?:\\.(\\d+|[xX*]))?"
              + "(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?");
  private static final Pattern HYPHEN = Pattern.compile("\\s+-\\s+");

  /** Versions from one, up to but without another. */
  private record Interval(long from, long to) {}

  private final List<List<Interval>> alternatives;

  private VersionRange(List<List<Interval>> alternatives) {
    this.alternatives = alternatives;
  }

  static VersionRange parse(String text) {
    List<List<Interval>> alternatives = new ArrayList<>();
    for (String alternative : text.split("\\|\\|", -1)) {
      alternatives.add(comparators(alternative.trim()));
    }
    return new VersionRange(alternatives);
  }

  private static List<Interval> comparators(String text) {
    List<Interval> all = new ArrayList<>();
    if (text.isEmpty()) {
      return all;
    }
    String[] ends = HYPHEN.split(text, -1);
    if (ends.length == 2) {
      all.add(new Interval(interval(">=" + ends[0], text).from(), Long.MAX_VALUE));
      all.add(new Interval(0, interval("<=" + ends[1], text).to()));
      return all;
    }
    Matcher matcher = PART.matcher(text);
    int end = 0;
    while (matcher.find(end)) {
      if (!text.substring(end, matcher.start()).isBlank()) {
        break;
      }
      all.add(interval(matcher.group(), text));
      end = matcher.end();
      if (end >= text.length()) {
        return all;
      }
    }
    // What is no range holds nothing.
    return List.of(new Interval(1, 0));
  }

  private static Interval interval(String comparator, String range) {
    Matcher m = PART.matcher(comparator);
    if (!m.matches()) {
      throw new IllegalArgumentException("Not a version range: " + range);
    }
    String operator = m.group(1) == null ? "" : m.group(1);
    long major = number(m.group(2));
    long minor = number(m.group(3));
    long patch = number(m.group(4));
    if (major < 0) {
      return new Interval(0, Long.MAX_VALUE);
    }
    long low = key(major, Math.max(minor, 0), Math.max(patch, 0));
    long above = minor < 0 ? key(major + 1, 0, 0) : patch < 0 ? key(major, minor + 1, 0) : low + 1;
    return switch (operator) {
      case ">=" -> new Interval(low, Long.MAX_VALUE);
      case ">" -> new Interval(above, Long.MAX_VALUE);
      case "<" -> new Interval(0, low);
      case "<=" -> new Interval(0, above);
      case "~" -> new Interval(low, minor < 0 ? key(major + 1, 0, 0) : key(major, minor + 1, 0));
      case "^" -> new Interval(low, caret(major, minor, patch));
      default -> new Interval(low, above);
    };
  }

  private static long caret(long major, long minor, long patch) {
    if (major > 0 || minor < 0) {
      return key(major + 1, 0, 0);
    }
    return minor > 0 || patch < 0 ? key(0, minor + 1, 0) : key(0, 0, patch + 1);
  }

  private static long number(String part) {
    return part == null || "xX*".contains(part) ? -1 : Long.parseLong(part);
  }

  private static long key(long major, long minor, long patch) {
    return (major << 40) | (minor << 20) | patch;
  }

  boolean contains(String version) {
    long key = interval(version, version).from();
    return alternatives.stream()
        .anyMatch(all -> all.stream().allMatch(each -> key >= each.from() && key < each.to()));
  }
}
