package dev.fastjava.internal.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the path of a route means, put together without reading the path. */
record PathMeaning(List<Token> tokens) {

  /** A part of a path; equal parts share a node of the tree. */
  sealed interface Token {}

  /** One character that must be there. */
  record Text(char character) implements Token {}

  /** Everything up to the end. */
  record Wildcard() implements Token {}

  /** A segment from its first parameter on. Names do not tell segments apart. */
  record Parameters(List<Part> parts, List<String> names) implements Token {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Parameters that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
      return parts.hashCode();
    }

    /** Whether anything up to the next slash will do. */
    boolean isPlain() {
      return parts.equals(List.of(new Value(null)));
    }

    String suffix() {
      return parts.get(parts.size() - 1) instanceof Between text ? text.text() : "";
    }

    int literalLength() {
      return parts.stream()
          .mapToInt(part -> part instanceof Between text ? text.text().length() : 0)
          .sum();
    }

    /** The values in a segment, or null when it does not match. */
    @Nullable List<String> match(String segment) {
      List<String> values = new ArrayList<>();
      return isPlain() ? List.of(segment) : match(segment, 0, 0, true, "", values) ? values : null;
    }

    private boolean match(
        String segment, int part, int at, boolean bounded, String before, List<String> values) {
      if (part == parts.size()) {
        return at == segment.length();
      }
      if (parts.get(part) instanceof Between text) {
        return segment.startsWith(text.text(), at)
            && match(segment, part + 1, at + text.text().length(), bounded, text.text(), values);
      }
      Expression expression = ((Value) parts.get(part)).expression();
      for (int end : ends(segment, at, expression, bounded, before)) {
        values.add(segment.substring(at, end));
        if (match(segment, part + 1, end, expression != null, before, values)) {
          return true;
        }
        values.remove(values.size() - 1);
      }
      return false;
    }

    /** Where a value may end, in the order in which the ends are tried. */
    private static List<Integer> ends(
        String segment, int at, @Nullable Expression expression, boolean bounded, String before) {
      List<Integer> ends = new ArrayList<>();
      if (expression != null) {
        int end = at;
        while (end < segment.length()
            && end - at < expression.most
            && expression.characters.indexOf(segment.charAt(end)) >= 0) {
          ends.add(0, ++end);
        }
      } else if (bounded) {
        for (int end = at; end <= segment.length(); end++) {
          ends.add(end);
        }
      } else {
        // The next one of two parameters never holds the text between them, but may be that text.
        int end = at;
        ends.add(end);
        while (end < segment.length() && !segment.startsWith(before, end)) {
          ends.add(0, ++end);
        }
        if (segment.startsWith(before, at)) {
          ends.add(0, at + before.length());
        }
      }
      return ends;
    }
  }

  /** A part of a segment with parameters. */
  sealed interface Part {}

  /** Text between or behind parameters. */
  record Between(String text) implements Part {}

  /** A parameter. */
  record Value(@Nullable Expression expression) implements Part {}

  /** The expressions used here. */
  enum Expression {
    DIGITS("\\d+", "0123456789", Integer.MAX_VALUE),
    LETTERS("[a-c]{1,2}", "abc", 2);

    final String source;
    final String characters;
    final int most;

    Expression(String source, String characters, int most) {
      this.source = source;
      this.characters = characters;
      this.most = most;
    }
  }

  /** A meaning with the slashes taken away that options ignore. */
  PathMeaning normal(boolean ignoreDuplicateSlashes, boolean ignoreTrailingSlash) {
    List<Token> normal = new ArrayList<>();
    Text slash = new Text('/');
    for (Token token : tokens) {
      boolean again = !normal.isEmpty() && normal.get(normal.size() - 1).equals(slash);
      if (!ignoreDuplicateSlashes || !token.equals(slash) || !again) {
        normal.add(token);
      }
    }
    int last = normal.size() - 1;
    if (ignoreTrailingSlash && last > 0 && normal.get(last).equals(slash)) {
      normal.remove(last);
    }
    return new PathMeaning(normal);
  }

  /** Routes with the same key are refused as duplicates: expressions do not count. */
  String key(boolean caseSensitive) {
    StringBuilder key = new StringBuilder();
    for (Token token : tokens) {
      if (token instanceof Text text) {
        key.append(text.character());
      } else if (token instanceof Wildcard) {
        key.append(key.isEmpty() ? "/\0*" : "\0*");
      } else if (token instanceof Parameters parameters) {
        key.append(parameters.isPlain() ? "\0:" : "\0(");
        for (Part part : parameters.parts()) {
          key.append(part instanceof Between text ? text.text() : "\0v");
        }
      }
    }
    return caseSensitive ? key.toString() : key.toString().toLowerCase(java.util.Locale.ROOT);
  }

  /** The parameters of a path that matched, as they were put into a map. */
  record Matched(boolean tooLong, @Nullable Map<String, String> params) {}
}
