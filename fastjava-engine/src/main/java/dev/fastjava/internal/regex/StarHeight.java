package dev.fastjava.internal.regex;

import java.util.List;

/**
 * Whether an expression is safe in the sense of the safe-regex2 library, so that the paths that the
 * reference refuses are refused here: no repetition inside of another one, not too many of them,
 * and no look-behind, which that library does not understand.
 */
final class StarHeight {
  private static final int MOST_REPETITIONS = 25;

  private int repetitions;

  private StarHeight() {}

  static boolean isSafe(Term term) {
    return new StarHeight().isSafe(term, 0);
  }

  private boolean isSafe(List<Term> terms, int height) {
    return terms.stream().allMatch(term -> isSafe(term, height));
  }

  private boolean isSafe(Term term, int height) {
    if (term instanceof Term.Repeat repeat) {
      // A lazy repetition counts as a repetition of one, which hides what is inside.
      return height == 0
          && ++repetitions <= MOST_REPETITIONS
          && (!repeat.greedy() || isSafe(repeat.body(), 1));
    }
    if (term instanceof Term.Sequence sequence) {
      return isSafe(sequence.parts(), height);
    }
    if (term instanceof Term.Choice choice) {
      return isSafe(choice.branches(), height);
    }
    if (term instanceof Term.Group group) {
      return isSafe(group.body(), height);
    }
    return !(term instanceof Term.Look look) || (look.ahead() && isSafe(look.body(), height));
  }
}
