package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.regex.Regex;

/** A regular expression as a test of strings. */
public final class Expression implements TextTest {
  private final Regex regex;

  private Expression(Regex regex) {
    this.regex = regex;
  }

  /** Makes the test. */
  public static TextTest of(Regex regex) {
    return regex.isLinear() ? regex::find : new Expression(regex);
  }

  @Override
  public boolean test(String text) {
    return regex.find(text);
  }

  @Override
  public boolean test(String text, Run run) {
    return regex.find(text, run.steps());
  }

  @Override
  public boolean counts() {
    return true;
  }
}
