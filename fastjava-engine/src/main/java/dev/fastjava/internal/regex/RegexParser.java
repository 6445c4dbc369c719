package dev.fastjava.internal.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression: the strict syntax with the {@code u} flag, and without it the one of
 * ECMAScript's Annex B, which takes much for literal text.
 */
final class RegexParser {
  private static final int MAX_NESTING = 250;

  private final RegexReader in;
  private final Flags flags;
  private final EscapeParser escapes;
  private final ClassParser classes;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private int groups;
  private int nesting;

  private RegexParser(
      String source, Flags flags, int knownGroups, @Nullable Map<String, Integer> knownNames) {
    this.in = new RegexReader(source, flags);
    this.flags = flags;
    this.escapes = new EscapeParser(in, flags, knownGroups, knownNames);
    this.classes = new ClassParser(in, flags, escapes);
  }

  /**
   * What was read.
   *
   * @param groups the number of capturing groups
   */
  record Parsed(Term term, int groups) {}

  static Parsed parse(String source, Flags flags) {
    RegexParser first = new RegexParser(source, flags, Integer.MAX_VALUE, null);
    Term term = first.parse();
    if (first.escapes.metReference()) {
      // What a reference is depends on all groups, also those behind it: they are known now.
      term = new RegexParser(source, flags, first.groups, first.names).parse();
    }
    return new Parsed(term, first.groups);
  }

  private Term parse() {
    Term term = disjunction();
    if (in.hasMore()) {
      throw in.error(in.peek() == ')' ? "Unmatched ')'" : "Unexpected character");
    }
    return term;
  }

  private Term disjunction() {
    if (++nesting > MAX_NESTING) {
      throw in.error("Regular expression too large");
    }
    List<Term> branches = new ArrayList<>();
    branches.add(alternative());
    while (in.take('|')) {
      branches.add(alternative());
    }
    nesting--;
    return branches.size() == 1 ? branches.get(0) : new Term.Choice(branches);
  }

  private Term alternative() {
    List<Term> parts = new ArrayList<>();
    while (in.hasMore() && in.peek() != '|' && in.peek() != ')') {
      parts.add(term());
    }
    return parts.size() == 1
        ? parts.get(0)
        : parts.isEmpty() ? new Term.Empty() : new Term.Sequence(parts);
  }

  private Term term() {
    int firstGroup = groups + 1;
    Term assertion = assertion();
    if (assertion != null) {
      boolean repeatable = assertion instanceof Term.Look look && look.ahead() && !flags.unicode();
      return repeatable ? quantified(assertion, firstGroup) : assertion;
    }
    return quantified(atom(), firstGroup);
  }

  private @Nullable Term assertion() {
    if (in.take('^')) {
      return new Term.Assertion(Program.START);
    }
    if (in.take('$')) {
      return new Term.Assertion(Program.END);
    }
    if (in.take("\\b")) {
      return new Term.Assertion(Program.WORD_BOUNDARY);
    }
    if (in.take("\\B")) {
      return new Term.Assertion(Program.NO_WORD_BOUNDARY);
    }
    if (in.take("(?=")) {
      return look(true, false);
    }
    if (in.take("(?!")) {
      return look(true, true);
    }
    if (in.take("(?<=")) {
      return look(false, false);
    }
    if (in.take("(?<!")) {
      return look(false, true);
    }
    return null;
  }

  private Term look(boolean ahead, boolean negative) {
    int firstGroup = groups + 1;
    Term body = disjunction();
    close();
    return new Term.Look(body, ahead, negative, firstGroup, groups + 1);
  }

  private void close() {
    if (!in.take(')')) {
      throw in.error("Unterminated group");
    }
  }

  private Term atom() {
    if (in.isNext("(")) {
      return group();
    }
    boolean quantifier = Quantifier.isNext(in);
    int c = in.next();
    return switch (c) {
      case '.' ->
          new Term.Chars(flags.dotAll() ? CodePoints.ALL : CodePoints.LINE_ENDS.complement());
      case '[' -> new Term.Chars(classes.parse());
      case '\\' -> escape();
      case '*', '+', '?' -> throw in.error("Nothing to repeat");
      case '{', '}', ']' -> {
        if (quantifier) {
          throw in.error("Nothing to repeat");
        }
        if (flags.unicode()) {
          throw in.error("Lone quantifier brackets");
        }
        yield literal(c);
      }
      default -> literal(c);
    };
  }

  private Term escape() {
    Term special = escapes.special();
    return special != null ? special : literal(escapes.character(false));
  }

  private Term literal(int c) {
    return new Term.Chars(escapes.folded(CodePoints.of(c)));
  }

  private Term group() {
    if (in.take("(?:")) {
      Term body = disjunction();
      close();
      return body;
    }
    int index = ++groups;
    if (in.take("(?<")) {
      String name = escapes.groupName();
      if (names.put(name, index) != null) {
        throw in.error("Duplicate capture group name");
      }
    } else if (in.take("(?")) {
      throw in.error("Invalid group");
    } else {
      in.next();
    }
    Term body = disjunction();
    close();
    return new Term.Group(body, index);
  }

  private Term quantified(Term body, int firstGroup) {
    Quantifier quantifier = Quantifier.read(in);
    if (quantifier == null) {
      return body;
    }
    return new Term.Repeat(
        body, quantifier.min(), quantifier.max(), quantifier.greedy(), firstGroup, groups + 1);
  }
}
