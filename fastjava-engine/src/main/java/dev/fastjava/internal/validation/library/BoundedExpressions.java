package dev.fastjava.internal.validation.library;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.fastjava.internal.regex.Regex;
import dev.fastjava.internal.regex.RegexLimitException;
import dev.fastjava.internal.regex.RegexSyntaxException;
import dev.fastjava.internal.regex.StepBudget;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.ValidationOptions;
import org.jspecify.annotations.Nullable;

/** Gives the library the expressions of this project: ECMAScript's, with a bound of their time. */
final class BoundedExpressions implements RegularExpressionFactory {
  private final ValidationOptions options;

  /**
   * What the present validation has left: the library passes nothing of it to expressions. Removed
   * when the validation ends.
   */
  @SuppressWarnings("ThreadLocalUsage") // each compiler has limits of its own
  private final ThreadLocal<@Nullable StepBudget> steps = new ThreadLocal<>();

  BoundedExpressions(ValidationOptions options) {
    this.options = options;
  }

  @Override
  public RegularExpression getRegularExpression(String source) {
    try {
      Regex regex =
          Regex.compile(source, options.unicodeRegExp() ? "u" : "", options.maxRegexSteps());
      return text -> found(regex, text);
    } catch (RegexSyntaxException e) {
      throw new SchemaBuildException(String.valueOf(e.getMessage()), "#");
    }
  }

  /** The library would log what a hostile text makes an expression throw, for each request. */
  boolean found(Regex regex, String text) {
    StepBudget left = steps.get();
    try {
      return left == null ? regex.find(text) : regex.find(text, left);
    } catch (RegexLimitException e) {
      return false;
    }
  }

  /** Begins a validation on this thread. */
  void begin() {
    steps.set(new StepBudget(options.maxRegexSteps()));
  }

  void end() {
    steps.remove();
  }

  /** Checks an expression. */
  static void check(String source, String pointer, ValidationOptions options) {
    try {
      Regex.compile(source, options.unicodeRegExp() ? "u" : "", options.maxRegexSteps());
    } catch (RegexSyntaxException e) {
      throw new SchemaBuildException(String.valueOf(e.getMessage()), pointer);
    }
  }
}
