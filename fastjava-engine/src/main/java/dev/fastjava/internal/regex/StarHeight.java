package dev.fastjava.internal.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads no more of a regular expression than its groups and repetitions, to bound how deep
 * repetitions are nested and how many there are.
 */
final class StarHeight {

  private static final int MOST_REPETITIONS = 25;
  private static final Pattern BRACES = Pattern.compile("\\{\\d+(,\\d*)?\\}");
  private static final Pattern NAME = Pattern.compile("<[a-zA-Z_$][a-zA-Z0-9_$]*>");

  private final String source;
  private int repetitions;

  private StarHeight(String source) {
    this.source = source;
  }

  /** A group, whose content repeats, or a repetition of what came before it. */
  private static final class Part {
    /** The repetitions and groups inside, of all alternatives; null for a plain atom. */
    final @Nullable List<Part> content;

    final boolean repetition;

    Part(@Nullable List<Part> content, boolean repetition) {
      this.content = content;
      this.repetition = repetition;
    }
  }

  static boolean isSafe(String source) {
    StarHeight expression = new StarHeight(source);
    List<Part> parts = expression.parse();
    return parts != null && expression.walk(parts, 0);
  }

  private boolean walk(List<Part> parts, int height) {
    for (Part part : parts) {
      int inside = height;
      if (part.repetition) {
        inside++;
        repetitions++;
        if (inside > 1 || repetitions > MOST_REPETITIONS) {
          return false;
        }
      }
      if (part.content != null && !walk(part.content, inside)) {
        return false;
      }
    }
    return true;
  }

  /** The groups and repetitions of the expression; null when it cannot be read. */
  private @Nullable List<Part> parse() {
    Deque<List<Part>> outer = new ArrayDeque<>();
    List<Part> parts = new ArrayList<>();
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      switch (c) {
        case '\\' -> {
          parts.add(new Part(null, false));
          i += 2;
        }
        case '[' -> {
          i = classEnd(i);
          if (i < 0) {
            return null;
          }
          parts.add(new Part(null, false));
        }
        case '(' -> {
          i = groupStart(i);
          if (i < 0) {
            return null;
          }
          outer.push(parts);
          parts = new ArrayList<>();
        }
        case ')' -> {
          if (outer.isEmpty()) {
            return null;
          }
          Part group = new Part(parts, false);
          parts = outer.pop();
          parts.add(group);
          i++;
        }
        case '*', '+', '?' -> {
          if (parts.isEmpty()) {
            return null;
          }
          repeatLast(parts);
          i++;
        }
        case '{' -> {
          Matcher braces = BRACES.matcher(source).region(i, source.length());
          if (braces.lookingAt()) {
            if (parts.isEmpty()) {
              return null;
            }
            repeatLast(parts);
            i = braces.end();
          } else {
            parts.add(new Part(null, false));
            i++;
          }
        }
        default -> {
          // An alternative begins no list of its own: only what nests inside of what matters.
          if (c != '|') {
            parts.add(new Part(null, false));
          }
          i++;
        }
      }
    }
    return outer.isEmpty() ? parts : null;
  }

  /**
   * Replaces the last part by its repetition. A repetition of a repetition, which is how a lazy
   * quantifier reads, hides the inner one: so it counts once.
   */
  private static void repeatLast(List<Part> parts) {
    Part last = parts.remove(parts.size() - 1);
    parts.add(new Part(last.repetition ? null : last.content, true));
  }

  private int classEnd(int start) {
    int i = start + 1;
    if (i < source.length() && source.charAt(i) == '^') {
      i++;
    }
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == ']') {
        return i + 1;
      }
      i += c == '\\' ? 2 : 1;
    }
    return -1;
  }

  private int groupStart(int start) {
    if (!source.startsWith("(?", start)) {
      return start + 1;
    }
    int kind = start + 2;
    if (kind >= source.length()) {
      return -1;
    }
    if ("=!:".indexOf(source.charAt(kind)) >= 0) {
      return kind + 1;
    }
    Matcher name = NAME.matcher(source).region(kind, source.length());
    return name.lookingAt() ? name.end() : -1;
  }
}
