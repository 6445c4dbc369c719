package dev.fastjava.internal.validation.library;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.fastjava.internal.validation.regex.Regex;
import dev.fastjava.internal.validation.regex.RegexLimitException;
import dev.fastjava.internal.validation.regex.RegexSyntaxException;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.ValidationOptions;

/** Gives the library the expressions of this project: ECMAScript's, with a bound of their time. */
final class BoundedExpressions implements RegularExpressionFactory {
  private final ValidationOptions options;

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
  private static boolean found(Regex regex, String text) {
    try {
      return regex.find(text);
    } catch (RegexLimitException e) {
      return false;
    }
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
