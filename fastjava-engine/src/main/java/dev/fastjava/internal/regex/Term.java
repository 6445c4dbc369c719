package dev.fastjava.internal.regex;

import java.util.List;

/** A part of a parsed expression. */
sealed interface Term {
  /** Matches the empty string. */
  record Empty() implements Term {}

  /** Matches one code point, or one UTF-16 unit without the {@code u} flag. */
  record Chars(CodePoints set) implements Term {}

  /** Matches one part after the other. */
  record Sequence(List<Term> parts) implements Term {}

  /** Matches one of several, the first that leads to a match. */
  record Choice(List<Term> branches) implements Term {}

  /**
   * Matches a part several times.
   *
   * @param max the greatest number; {@link #UNBOUNDED} for any
   * @param firstGroup the first capturing group inside
   * @param lastGroup the group behind the last one inside
   */
  record Repeat(Term body, int min, int max, boolean greedy, int firstGroup, int lastGroup)
      implements Term {
    static final int UNBOUNDED = Integer.MAX_VALUE;
  }

  /** A capturing group; groups count from 1. */
  record Group(Term body, int index) implements Term {}

  /** Matches what a group matched. */
  record BackReference(int group) implements Term {}

  /** Matches a position between characters, by one of the instructions for that. */
  record Assertion(int instruction) implements Term {}

  /** Matches a place behind or before which a part matches, or does not. */
  record Look(Term body, boolean ahead, boolean negative, int firstGroup, int lastGroup)
      implements Term {}
}
