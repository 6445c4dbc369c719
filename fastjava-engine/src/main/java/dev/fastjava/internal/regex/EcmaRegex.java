package dev.fastjava.internal.regex;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Compiles regular expressions written in JavaScript syntax (without the {@code u} and {@code v}
 * flags) into Java patterns that match the same texts.
 *
 * <p>The two languages look alike and differ in many details: {@code $} and a final line break,
 * {@code \s}, {@code \b}, {@code .}, what an escaped letter means, a brace that is no quantifier,
 * brackets and {@code &&} inside of a class. What only Java knows (possessive quantifiers, atomic
 * groups, inline flags) is refused, as JavaScript refuses it.
 */
public final class EcmaRegex {

  private EcmaRegex() {}

  /**
   * Compiles an expression without flags.
   *
   * @param source the expression, without the slashes around it
   * @return a pattern with the same numbered groups
   * @throws PatternSyntaxException if it is not a regular expression of JavaScript
   */
  public static Pattern compile(String source) {
    return compile(source, "");
  }

  /**
   * Compiles an expression.
   *
   * @param source the expression, without the slashes around it
   * @param flags letters among {@code dgimsy}; {@code d}, {@code g} and {@code y} have no effect on
   *     a single match and are ignored
   * @return a pattern with the same numbered groups
   * @throws PatternSyntaxException if it is not a regular expression of JavaScript
   */
  public static Pattern compile(String source, String flags) {
    int javaFlags = 0;
    boolean dotAll = false;
    boolean multiline = false;
    for (int i = 0; i < flags.length(); i++) {
      switch (flags.charAt(i)) {
        case 'i' -> javaFlags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        case 's' -> dotAll = true;
        case 'm' -> multiline = true;
        case 'd', 'g', 'y' -> {}
        default -> throw new PatternSyntaxException("Invalid flags", flags, i);
      }
    }
    return Pattern.compile(new Translation(source, dotAll, multiline).translate(), javaFlags);
  }

  /**
   * Whether an expression cannot make the matcher try exponentially many ways: no repetition stands
   * inside of another one (star height 1 at most), and there are at most 25 repetitions.
   *
   * <p>This is the rule of the safe-regex2 library. Look-behind and inline modifiers, which that
   * library does not understand, count as unsafe.
   *
   * @param source the expression, without the slashes around it
   */
  public static boolean isSafe(String source) {
    return StarHeight.isSafe(source);
  }
}
