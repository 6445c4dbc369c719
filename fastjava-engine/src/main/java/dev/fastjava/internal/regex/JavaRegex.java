package dev.fastjava.internal.regex;

import java.util.regex.Pattern;

/**
 * Tells whether an expression of Java's own is cheap to match with a text. Others match it later
 * and without a bound: they read the same characters in the same order, so this bounds them, too.
 */
public final class JavaRegex {
  private JavaRegex() {}

  /**
   * Matches the whole of a text, whatever comes of it.
   *
   * @param budget the steps of several matches together: characters that are looked at
   * @return false when that takes too many steps, or more than the stack admits
   */
  public static boolean isCheap(Pattern expression, CharSequence text, StepBudget budget) {
    Counted counted = new Counted(text.toString(), budget.allowed(text.length()));
    try {
      boolean unused = expression.matcher(counted).matches();
      return true;
    } catch (RegexLimitException | StackOverflowError e) {
      return false;
    } finally {
      budget.spend(counted.steps, text.length());
    }
  }

  /** An expression as JavaScript prints it: between slashes, with the letters of its flags. */
  public static String slashed(Pattern expression) {
    int flags = expression.flags();
    return '/'
        + expression.pattern()
        + '/'
        + ((flags & Pattern.CASE_INSENSITIVE) != 0 ? "i" : "")
        + ((flags & Pattern.MULTILINE) != 0 ? "m" : "")
        + ((flags & Pattern.DOTALL) != 0 ? "s" : "");
  }

  /** A text that is read no more often than that. */
  private static final class Counted implements CharSequence {
    private final String text;
    private final long most;
    private long steps;

    Counted(String text, long most) {
      this.text = text;
      this.most = most;
    }

    @Override
    public char charAt(int index) {
      if (++steps > most) {
        throw new RegexLimitException("", most);
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
