package dev.fastjava.internal.validation.regex;

import org.jspecify.annotations.Nullable;

/**
 * A regular expression with the syntax and the semantics of ECMAScript 2023, except that {@code
 * \p{...}} knows what the Java version at hand knows. Immutable.
 */
public final class Regex {
  private final String source;
  private final @Nullable Automaton automaton;
  private final @Nullable Program program;
  private final long maxSteps;

  private Regex(
      String source, @Nullable Automaton automaton, @Nullable Program program, long maxSteps) {
    this.source = source;
    this.automaton = automaton;
    this.program = program;
    this.maxSteps = maxSteps;
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
    Flags parsed = Flags.parse(source, flags);
    RegexParser parser = new RegexParser(source, flags, parsed);
    Term term = parser.parse();
    // Line ends are places that the automaton does not know.
    Automaton automaton =
        parsed.multiline() ? null : AutomatonBuilder.build(term, parsed.unicode());
    return automaton != null
        ? new Regex(source, automaton, null, maxSteps)
        : new Regex(source, null, ProgramBuilder.build(term, parser.groups(), parsed), maxSteps);
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
    new RegexParser(source, "", Flags.parse(source, "")).parse();
  }

  /**
   * Tells whether the expression matches somewhere in a string.
   *
   * @throws RegexLimitException when that takes too many steps
   */
  public boolean find(String text) {
    return find(text, new StepBudget(maxSteps));
  }

  /**
   * Tells whether the expression matches somewhere in a string.
   *
   * @param budget the steps of several matches together
   * @throws RegexLimitException when that takes too many steps
   */
  public boolean find(String text, StepBudget budget) {
    if (automaton != null) {
      return automaton.find(text);
    }
    if (program == null) {
      throw new IllegalStateException("neither an automaton nor a program");
    }
    return new Backtracker(program, text, source, budget).find();
  }

  /** Whether a match takes time in proportion to the length of the string. */
  public boolean isLinear() {
    return automaton != null;
  }
}
