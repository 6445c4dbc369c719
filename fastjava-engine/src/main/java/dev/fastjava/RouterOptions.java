package dev.fastjava;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How urls are matched. Mutable while the server is made; the server keeps a copy.
 *
 * <p>Reference: Server, routerOptions.
 */
public final class RouterOptions {
  private boolean ignoreTrailingSlash = false;
  private boolean ignoreDuplicateSlashes = false;
  private int maxParamLength = 100;
  private boolean caseSensitive = true;
  private boolean allowUnsafeRegex = false;
  private boolean useSemicolonDelimiter = false;
  private @Nullable Function<String, Map<String, Object>> querystringParser;
  private List<ConstraintStrategy> constraints = new ArrayList<>();

  /** Makes the defaults. */
  public RouterOptions() {}

  /**
   * Sets whether {@code /a/} and {@code /a} are the same route.
   *
   * @param ignoreTrailingSlash true to ignore the slash; false by default
   * @return this
   */
  public RouterOptions ignoreTrailingSlash(boolean ignoreTrailingSlash) {
    this.ignoreTrailingSlash = ignoreTrailingSlash;
    return this;
  }

  /**
   * Returns whether {@code /a/} and {@code /a} are the same route.
   *
   * @return true to ignore the slash
   */
  public boolean ignoreTrailingSlash() {
    return ignoreTrailingSlash;
  }

  /**
   * Sets whether {@code //a} and {@code /a} are the same route.
   *
   * @param ignoreDuplicateSlashes true to ignore them; false by default
   * @return this
   */
  public RouterOptions ignoreDuplicateSlashes(boolean ignoreDuplicateSlashes) {
    this.ignoreDuplicateSlashes = ignoreDuplicateSlashes;
    return this;
  }

  /**
   * Returns whether {@code //a} and {@code /a} are the same route.
   *
   * @return true to ignore them
   */
  public boolean ignoreDuplicateSlashes() {
    return ignoreDuplicateSlashes;
  }

  /**
   * Sets the longest parameter of a parametric, regex or multi-parametric route.
   *
   * @param maxParamLength characters; 100 by default; longer ones get 414
   * @return this
   */
  public RouterOptions maxParamLength(int maxParamLength) {
    this.maxParamLength = maxParamLength;
    return this;
  }

  /**
   * Returns the longest parameter of a parametric, regex or multi-parametric route.
   *
   * @return characters
   */
  public int maxParamLength() {
    return maxParamLength;
  }

  /**
   * Sets whether the case of urls matters.
   *
   * @param caseSensitive false to ignore it; true by default
   * @return this
   */
  public RouterOptions caseSensitive(boolean caseSensitive) {
    this.caseSensitive = caseSensitive;
    return this;
  }

  /**
   * Returns whether the case of urls matters.
   *
   * @return false to ignore it
   */
  public boolean caseSensitive() {
    return caseSensitive;
  }

  /**
   * Sets whether routes may have regular expressions that could run exponentially long.
   *
   * @param allowUnsafeRegex true to allow them; false by default
   * @return this
   */
  public RouterOptions allowUnsafeRegex(boolean allowUnsafeRegex) {
    this.allowUnsafeRegex = allowUnsafeRegex;
    return this;
  }

  /**
   * Returns whether routes may have regular expressions that could run exponentially long.
   *
   * @return true to allow them
   */
  public boolean allowUnsafeRegex() {
    return allowUnsafeRegex;
  }

  /**
   * Sets whether a semicolon starts the query as well.
   *
   * @param useSemicolonDelimiter true to split at it; false by default
   * @return this
   */
  public RouterOptions useSemicolonDelimiter(boolean useSemicolonDelimiter) {
    this.useSemicolonDelimiter = useSemicolonDelimiter;
    return this;
  }

  /**
   * Returns whether a semicolon starts the query as well.
   *
   * @return true to split at it
   */
  public boolean useSemicolonDelimiter() {
    return useSemicolonDelimiter;
  }

  /**
   * Sets the parser of query strings.
   *
   * @param querystringParser makes the query of the text after the question mark; the built-in one
   *     by default
   * @return this
   */
  public RouterOptions querystringParser(Function<String, Map<String, Object>> querystringParser) {
    this.querystringParser = querystringParser;
    return this;
  }

  /**
   * Returns the parser of query strings.
   *
   * @return makes the query of the text after the question mark; null when not set
   */
  public @Nullable Function<String, Map<String, Object>> querystringParser() {
    return querystringParser;
  }

  /**
   * Adds or replaces a constraint strategy.
   *
   * @param strategy the strategy
   * @return this
   */
  public RouterOptions constraint(ConstraintStrategy strategy) {
    constraints.add(strategy);
    return this;
  }

  /**
   * Returns the constraint strategies.
   *
   * @return the strategies in the order they were added
   */
  public List<ConstraintStrategy> constraints() {
    return constraints;
  }

  /**
   * Copies the options.
   *
   * @return an independent copy
   */
  public RouterOptions copy() {
    RouterOptions copy = new RouterOptions();
    copy.ignoreTrailingSlash = ignoreTrailingSlash;
    copy.ignoreDuplicateSlashes = ignoreDuplicateSlashes;
    copy.maxParamLength = maxParamLength;
    copy.caseSensitive = caseSensitive;
    copy.allowUnsafeRegex = allowUnsafeRegex;
    copy.useSemicolonDelimiter = useSemicolonDelimiter;
    copy.querystringParser = querystringParser;
    copy.constraints = new ArrayList<>(constraints);
    return copy;
  }
}
