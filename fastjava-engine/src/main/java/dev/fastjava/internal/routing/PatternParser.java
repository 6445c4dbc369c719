package dev.fastjava.internal.routing;

import dev.fastjava.RouterOptions;
import dev.fastjava.internal.regex.Regex;
import dev.fastjava.internal.regex.RegexSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the path of a route: {@code :name}, {@code :name(regex)}, several parameters in one segment
 * with text between them, {@code *} at the end, {@code ::} for a colon.
 */
final class PatternParser {

  private static final Pattern SPECIAL = Pattern.compile("[.*+?^${}()|\\[\\]\\\\]");

  /** Far more than an expression needs for a segment, and about a millisecond's work. */
  private static final int MOST_STEPS = 100_000;

  private static final int END = -1;

  private final String path;
  private final RouterOptions options;
  private final StringBuilder key = new StringBuilder();
  private final Predicate<RoutePattern.Segment> receiver;
  private final List<RoutePattern.Segment> segments = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private boolean wanted = true;

  private PatternParser(
      String path, RouterOptions options, Predicate<RoutePattern.Segment> receiver) {
    this.path = path;
    this.options = options;
    this.receiver = receiver;
  }

  /**
   * Reads a path.
   *
   * @param receiver takes each segment as soon as it is read; says whether to go on
   * @return what was read; null when the receiver had enough
   * @throws RouteException if the path is malformed; the segments before that were received
   */
  static @Nullable RoutePattern parse(
      String path, RouterOptions options, Predicate<RoutePattern.Segment> receiver) {
    return new PatternParser(path, options, receiver).parse();
  }

  private @Nullable RoutePattern parse() {
    int literal = 0;
    int i = 0;
    while (i < path.length() && wanted) {
      char c = path.charAt(i);
      if (c == ':' && at(i + 1) == ':') {
        i += 2;
      } else if (c == ':') {
        addLiteral(literal, i);
        i = wanted ? parameters(i) : i;
        literal = i;
      } else if (c == '*') {
        addLiteral(literal, i);
        add(new RoutePattern.Wildcard());
        if (wanted && i != path.length() - 1) {
          throw new RouteException("Wildcard must be the last character in the route");
        }
        key.append('*');
        names.add("*");
        literal = path.length();
        break;
      } else {
        i++;
      }
    }
    addLiteral(literal, path.length());
    if (!wanted) {
      return null;
    }
    String text = options.caseSensitive() ? key.toString() : lower(key.toString());
    return new RoutePattern(text, segments, names);
  }

  private void add(RoutePattern.Segment segment) {
    if (wanted) {
      segments.add(segment);
      wanted = receiver.test(segment);
    }
  }

  private void addLiteral(int from, int to) {
    String text = path.substring(from, to);
    key.append(text);
    if (!text.isEmpty()) {
      add(new RoutePattern.Literal(unescape(options.caseSensitive() ? text : lower(text))));
    }
  }

  /** Reads the parameters of one segment, which begin with a colon; returns where they end. */
  private int parameters(int start) {
    StringBuilder regex = new StringBuilder("^");
    StringBuilder canonical = new StringBuilder();
    boolean needsRegex = false;
    boolean bounded = true;
    String before = "";
    int values = 0;
    int literalLength = 0;
    int nameStart = start + 1;
    int i = nameStart;
    while (true) {
      int c = at(i);
      boolean end = c == '/' || c == END;
      if (c != '(' && c != '-' && c != '.' && !end) {
        i++;
        continue;
      }
      names.add(path.substring(nameStart, i));
      values++;
      needsRegex |= !end;
      if (c == '(') {
        int close = closingParenthesis(i, start);
        String written = path.substring(i, close + 1);
        regex.append(expression(written));
        i = close + 1;
        bounded = true;
      } else {
        // The second of two parameters without an expression ends before the text between them.
        regex.append(bounded ? "(.*?)" : "(" + before + "|(?:(?!" + before + ").)*)");
        bounded = false;
      }
      int textStart = i;
      i = textEnd(i);
      String text = unescape(path.substring(textStart, i));
      if (!text.isEmpty()) {
        before = SPECIAL.matcher(text).replaceAll("\\\\$0");
        regex.append(before);
        literalLength += text.length();
      }
      canonical.append("()").append(text);
      if (end || at(i) == '/' || at(i) == END) {
        key.append(':').append(needsRegex ? canonical : text);
        add(
            new RoutePattern.Parameters(
                needsRegex ? compile(regex.append('$').toString()) : null,
                text.isEmpty() ? null : text,
                path.substring(start, i),
                values,
                literalLength));
        return i;
      }
      nameStart = i + 1;
      i = nameStart;
    }
  }

  /** The end of the text after a parameter: a slash or a single colon. */
  private int textEnd(int start) {
    int i = start;
    while (i < path.length() && path.charAt(i) != '/') {
      if (path.charAt(i) == ':') {
        if (at(i + 1) != ':') {
          break;
        }
        i++;
      }
      i++;
    }
    return i;
  }

  private String expression(String written) {
    if (!options.allowUnsafeRegex() && !compile(written).isSafe()) {
      throw new RouteException("The regex '" + written + "' is not safe!");
    }
    // The anchors of a segment are ours.
    String trimmed = written;
    if (trimmed.startsWith("(^")) {
      trimmed = "(" + trimmed.substring(2);
    }
    return trimmed.endsWith("$)") ? trimmed.substring(0, trimmed.length() - 2) + ")" : trimmed;
  }

  private static Regex compile(String source) {
    try {
      return Regex.capturing(source, MOST_STEPS);
    } catch (RegexSyntaxException e) {
      RouteException error = new RouteException(e.getMessage());
      error.initCause(e);
      throw error;
    }
  }

  private int closingParenthesis(int open, int segmentStart) {
    int depth = 1;
    for (int i = open + 1; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == ')' && --depth == 0) {
        return i;
      } else if (c == '(') {
        depth++;
      }
    }
    throw new RouteException(
        "Invalid regexp expression in \"" + key + path.substring(segmentStart) + "\"");
  }

  private int at(int index) {
    return index < path.length() ? path.charAt(index) : END;
  }

  private static String unescape(String text) {
    return text.replace("::", ":").replace("%", "%25");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
