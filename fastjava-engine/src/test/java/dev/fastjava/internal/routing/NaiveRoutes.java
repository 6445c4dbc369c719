package dev.fastjava.internal.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of matching written down without a tree: every route is tried, and of those that match
 * the one is taken whose path says most where the paths first differ.
 */
final class NaiveRoutes {

  private final List<Pattern> patterns = new ArrayList<>();
  private final int maxParamLength;

  NaiveRoutes(int maxParamLength) {
    this.maxParamLength = maxParamLength;
  }

  /** What a character of a path is: itself, a parameter, or everything. */
  private record Token(Kind kind, char text, String name) {

    boolean sameAs(Token other) {
      return kind == other.kind && text == other.text;
    }
  }

  /** In the order in which they are preferred. */
  private enum Kind {
    END,
    TEXT,
    DIGITS,
    PARAMETER,
    WILDCARD
  }

  private record Pattern(String path, List<Token> tokens) {}

  private enum Result {
    MATCH,
    NO_MATCH,
    TOO_LONG
  }

  private static final Token END = new Token(Kind.END, '$', "");

  /** Adds a path with parameters {@code :name} and {@code :name(\\d+)} and a wildcard. */
  void add(String path) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < path.length()) {
      char c = path.charAt(i);
      if (c == ':') {
        int end = path.indexOf('/', i);
        end = end < 0 ? path.length() : end;
        String written = path.substring(i + 1, end);
        boolean digits = written.endsWith("(\\d+)");
        String name = digits ? written.substring(0, written.indexOf('(')) : written;
        tokens.add(new Token(digits ? Kind.DIGITS : Kind.PARAMETER, ':', name));
        i = end;
      } else {
        tokens.add(new Token(c == '*' ? Kind.WILDCARD : Kind.TEXT, c, "*"));
        i++;
      }
    }
    tokens.add(END);
    patterns.add(new Pattern(path, tokens));
  }

  /** The path and the parameters, or the outcome, as text. */
  String find(String path) {
    Pattern best = null;
    boolean tooLong = false;
    for (Pattern pattern : patterns) {
      Result result = match(pattern, path, null);
      tooLong |= result == Result.TOO_LONG;
      if (result == Result.MATCH && (best == null || PREFERRED.compare(pattern, best) < 0)) {
        best = pattern;
      }
    }
    if (best == null) {
      return tooLong ? "MAX_PARAM_LENGTH" : "NOT_FOUND";
    }
    Map<String, String> params = new LinkedHashMap<>();
    match(best, path, params);
    return best.path + ' ' + params;
  }

  private static final Comparator<Pattern> PREFERRED =
      (one, other) -> {
        int i = 0;
        while (one.tokens.get(i).sameAs(other.tokens.get(i)) && one.tokens.get(i) != END) {
          i++;
        }
        return one.tokens.get(i).kind.compareTo(other.tokens.get(i).kind);
      };

  private Result match(Pattern pattern, String path, @Nullable Map<String, String> params) {
    int index = 0;
    for (Token token : pattern.tokens) {
      switch (token.kind) {
        case END -> {
          return index == path.length() ? Result.MATCH : Result.NO_MATCH;
        }
        case TEXT -> {
          if (index >= path.length() || path.charAt(index) != token.text) {
            return Result.NO_MATCH;
          }
          index++;
        }
        case WILDCARD -> {
          put(params, token, path.substring(index));
          return Result.MATCH;
        }
        default -> {
          int slash = path.indexOf('/', index);
          int end = slash < 0 ? path.length() : slash;
          String value = path.substring(index, end);
          if (value.length() > maxParamLength) {
            return Result.TOO_LONG;
          }
          if (token.kind == Kind.DIGITS && !value.matches("[0-9]+")) {
            return Result.NO_MATCH;
          }
          put(params, token, value);
          index = end;
        }
      }
    }
    throw new AssertionError("a pattern has an end");
  }

  private static void put(@Nullable Map<String, String> params, Token token, String value) {
    if (params != null) {
      params.put(token.name, value);
    }
  }
}
