package dev.fastjava.internal.regex;

import org.jspecify.annotations.Nullable;

/**
 * A regular expression with the syntax and the semantics of ECMAScript 2023, except that {@code
 * \p{...}} knows what the Java version at hand knows. Immutable.
 */
public final class Regex {
  private final String source;
  private final int groups;

  /** Tells whether there is a match; null when only the program can. */
  private final @Nullable Automaton automaton;

  /** Null where nobody asks what the groups matched, and the automaton does. */
  private final @Nullable Program program;

  /** Whether the only group is all that the expression matches: the whole text. */
  private final boolean capturesWhole;

  private final boolean isSafe;
  private final long maxSteps;

  private Regex(String source, Flags flags, boolean capturing, long maxSteps) {
    RegexParser.Parsed parsed = RegexParser.parse(source, flags);
    this.source = source;
    this.groups = parsed.groups();
    this.isSafe = StarHeight.isSafe(parsed.term());
    this.maxSteps = maxSteps;
    this.automaton = AutomatonBuilder.build(parsed.term(), flags);
    this.capturesWhole = automaton != null && groups == 1 && isGroupBetweenEnds(parsed.term());
    this.program =
        automaton != null && (capturesWhole || !capturing)
            ? null
            : ProgramBuilder.build(parsed.term(), groups, flags);
  }

  private static boolean isGroupBetweenEnds(Term term) {
    return term instanceof Term.Sequence sequence
        && sequence.parts().size() == 3
        && sequence.parts().get(0).equals(new Term.Assertion(Program.START))
        && sequence.parts().get(1) instanceof Term.Group
        && sequence.parts().get(2).equals(new Term.Assertion(Program.END));
  }

  /**
   * Compiles an expression.
   *
   * @param source the expression
   * @param flags any of {@code i}, {@code m}, {@code s} and {@code u}
   * @param maxSteps how many steps a match may take if it has to go back and forth
   * @throws RegexSyntaxException when it is no expression
   */
  public static Regex compile(String source, String flags, long maxSteps) {
    return new Regex(source, Flags.parse(source, flags), false, maxSteps);
  }

  /**
   * Compiles an expression without flags that can be asked for its groups.
   *
   * @throws RegexSyntaxException when it is no expression
   */
  public static Regex capturing(String source, long maxSteps) {
    return new Regex(source, Flags.parse(source, ""), true, maxSteps);
  }

  /**
   * Compiles an expression that needs no backtracking.
   *
   * @throws IllegalArgumentException when it does
   */
  public static Regex linear(String source, String flags) {
    Regex regex = compile(source, flags, 1);
    if (!regex.isLinear()) {
      throw new IllegalArgumentException("needs backtracking: " + source);
    }
    return regex;
  }

  /**
   * Checks the syntax of an expression without flags.
   *
   * @throws RegexSyntaxException when it is no expression
   */
  public static void check(String source) {
    RegexParser.parse(source, Flags.parse(source, ""));
  }

  /**
   * Whether no repetition stands inside of another one, there are 25 at most, and there is no
   * look-behind: what the safe-regex2 library calls safe.
   */
  public boolean isSafe() {
    return isSafe;
  }

  /** The expression as it was written. */
  public String source() {
    return source;
  }

  /**
   * Tells whether the expression matches somewhere in a string.
   *
   * @throws RegexLimitException when that takes too many steps
   */
  public boolean find(String text) {
    return automaton != null ? automaton.find(text) : find(text, new StepBudget(maxSteps));
  }

  /**
   * Tells whether the expression matches somewhere in a string.
   *
   * @param budget the steps of several matches together
   * @throws RegexLimitException when that takes too many steps
   */
  public boolean find(String text, StepBudget budget) {
    return automaton != null ? automaton.find(text) : matcher(text, budget).find();
  }

  /**
   * Matches somewhere in a string.
   *
   * @return what the groups read, empty where one took no part; null when there is no match
   * @throws RegexLimitException when that takes too many steps
   */
  public String @Nullable [] captures(String text) {
    if (automaton != null && !automaton.find(text)) {
      return null;
    }
    if (capturesWhole) {
      return new String[] {text};
    }
    Backtracker matcher = matcher(text, new StepBudget(maxSteps));
    if (!matcher.find()) {
      return null;
    }
    String[] captures = new String[groups];
    for (int i = 0; i < groups; i++) {
      captures[i] = matcher.group(i + 1);
    }
    return captures;
  }

  private Backtracker matcher(String text, StepBudget budget) {
    if (program == null) {
      throw new IllegalStateException("not compiled to be asked for its groups");
    }
    return new Backtracker(program, text, source, budget);
  }

  /** Whether a match takes time in proportion to the length of the string. */
  public boolean isLinear() {
    return automaton != null;
  }
}
