package dev.fastjava.schema;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A value of the keyword {@code format}, to be given a name with {@link
 * ValidationOptions.Builder#format}. Immutable; its functions are called from any thread.
 *
 * <p>A format looks at strings or at numbers, never at both; values of another kind pass.
 */
public final class SchemaFormat {
  private static final SchemaFormat UNCHECKED = new SchemaFormat(null, null, null, null, null);

  private final @Nullable Predicate<String> text;
  private final @Nullable Predicate<Number> number;
  private final @Nullable String pattern;
  private final @Nullable String patternFlags;
  private final @Nullable Comparator<String> order;

  private SchemaFormat(
      @Nullable Predicate<String> text,
      @Nullable Predicate<Number> number,
      @Nullable String pattern,
      @Nullable String patternFlags,
      @Nullable Comparator<String> order) {
    this.text = text;
    this.number = number;
    this.pattern = pattern;
    this.patternFlags = patternFlags;
    this.order = order;
  }

  /**
   * Returns a format for strings.
   *
   * @param test tells whether a string has the format
   * @return the format
   */
  public static SchemaFormat text(Predicate<String> test) {
    return new SchemaFormat(Objects.requireNonNull(test, "test"), null, null, null, null);
  }

  /**
   * Returns a format for numbers.
   *
   * @param test tells whether a number has the format
   * @return the format
   */
  public static SchemaFormat number(Predicate<Number> test) {
    return new SchemaFormat(null, Objects.requireNonNull(test, "test"), null, null, null);
  }

  /**
   * Returns a format for strings that a regular expression matches somewhere.
   *
   * @param pattern a regular expression in the syntax of ECMAScript
   * @param flags its flags: any of {@code i}, {@code m}, {@code s} and {@code u}; may be empty
   * @return the format
   */
  public static SchemaFormat pattern(String pattern, String flags) {
    return new SchemaFormat(
        null,
        null,
        Objects.requireNonNull(pattern, "pattern"),
        Objects.requireNonNull(flags, "flags"),
        null);
  }

  /**
   * Returns a format that is known and checks nothing, such as {@code password}.
   *
   * @return the format
   */
  public static SchemaFormat unchecked() {
    return UNCHECKED;
  }

  /**
   * Returns this format with an order, so that {@code formatMinimum}, {@code formatMaximum} and
   * their exclusive forms can be used with it.
   *
   * @param order compares two strings of the format
   * @return a new format
   */
  public SchemaFormat ordered(Comparator<String> order) {
    return new SchemaFormat(
        text, number, pattern, patternFlags, Objects.requireNonNull(order, "order"));
  }

  /**
   * Returns the check of strings.
   *
   * @return the check, or null when strings are not checked by a function
   */
  public @Nullable Predicate<String> textTest() {
    return text;
  }

  /**
   * Returns the check of numbers.
   *
   * @return the check, or null when numbers are not checked
   */
  public @Nullable Predicate<Number> numberTest() {
    return number;
  }

  /**
   * Returns the regular expression of the format.
   *
   * @return its source, or null when there is none
   */
  public @Nullable String pattern() {
    return pattern;
  }

  /**
   * Returns the flags of the regular expression.
   *
   * @return the flags, or null when there is no expression
   */
  public @Nullable String patternFlags() {
    return patternFlags;
  }

  /**
   * Returns the order of strings of this format.
   *
   * @return the order, or null when it has none
   */
  public @Nullable Comparator<String> order() {
    return order;
  }
}
