package dev.fastjava;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How urls are matched. Immutable.
 *
 * <p>Reference: Server, routerOptions.
 */
public final class RouterOptions {
  private static final RouterOptions DEFAULTS = new RouterOptions(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private RouterOptions(Builder values) {
    this.values = values;
  }

  /**
   * Returns the defaults.
   *
   * @return the options of a server that sets none
   */
  public static RouterOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Makes options.
   *
   * @param options sets them; the others have their defaults
   * @return the options
   */
  public static RouterOptions of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public RouterOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    Objects.requireNonNull(changes, "routerOptions").accept(builder);
    return new RouterOptions(new Builder(builder));
  }

  /**
   * Returns whether {@code /a/} and {@code /a} are the same route.
   *
   * @return true to ignore the slash
   */
  public boolean ignoreTrailingSlash() {
    return values.ignoreTrailingSlash;
  }

  /**
   * Returns whether {@code //a} and {@code /a} are the same route.
   *
   * @return true to ignore them
   */
  public boolean ignoreDuplicateSlashes() {
    return values.ignoreDuplicateSlashes;
  }

  /**
   * Returns the longest parameter of a parametric, regex or multi-parametric route.
   *
   * @return characters
   */
  public int maxParamLength() {
    return values.maxParamLength;
  }

  /**
   * Returns whether the case of urls matters.
   *
   * @return false to ignore it
   */
  public boolean caseSensitive() {
    return values.caseSensitive;
  }

  /**
   * Returns whether routes may have regular expressions that could run exponentially long.
   *
   * @return true to allow them
   */
  public boolean allowUnsafeRegex() {
    return values.allowUnsafeRegex;
  }

  /**
   * Returns whether a semicolon starts the query as well.
   *
   * @return true to split at it
   */
  public boolean useSemicolonDelimiter() {
    return values.useSemicolonDelimiter;
  }

  /**
   * Returns the parser of query strings.
   *
   * @return makes the query of the text after the question mark; null when not set
   */
  public @Nullable Function<String, Map<String, Object>> querystringParser() {
    return values.querystringParser;
  }

  /**
   * Returns the constraint strategies.
   *
   * @return the strategies in the order they were added; unmodifiable
   */
  public List<ConstraintStrategy> constraints() {
    return Collections.unmodifiableList(values.constraints);
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private boolean ignoreTrailingSlash = false;
    private boolean ignoreDuplicateSlashes = false;
    private int maxParamLength = 100;
    private boolean caseSensitive = true;
    private boolean allowUnsafeRegex = false;
    private boolean useSemicolonDelimiter = false;
    private @Nullable Function<String, Map<String, Object>> querystringParser;
    private final List<ConstraintStrategy> constraints = new ArrayList<>();

    private Builder() {}

    private Builder(Builder from) {
      ignoreTrailingSlash = from.ignoreTrailingSlash;
      ignoreDuplicateSlashes = from.ignoreDuplicateSlashes;
      maxParamLength = from.maxParamLength;
      caseSensitive = from.caseSensitive;
      allowUnsafeRegex = from.allowUnsafeRegex;
      useSemicolonDelimiter = from.useSemicolonDelimiter;
      querystringParser = from.querystringParser;
      constraints.addAll(from.constraints);
    }

    /**
     * Sets whether {@code /a/} and {@code /a} are the same route.
     *
     * @param ignoreTrailingSlash true to ignore the slash; false by default
     * @return this
     */
    public Builder ignoreTrailingSlash(boolean ignoreTrailingSlash) {
      this.ignoreTrailingSlash = ignoreTrailingSlash;
      return this;
    }

    /**
     * Sets whether {@code //a} and {@code /a} are the same route.
     *
     * @param ignoreDuplicateSlashes true to ignore them; false by default
     * @return this
     */
    public Builder ignoreDuplicateSlashes(boolean ignoreDuplicateSlashes) {
      this.ignoreDuplicateSlashes = ignoreDuplicateSlashes;
      return this;
    }

    /**
     * Sets the longest parameter of a parametric, regex or multi-parametric route.
     *
     * @param maxParamLength characters; 100 by default, and with 0; longer ones get 414; a negative
     *     number stops the boot
     * @return this
     */
    public Builder maxParamLength(int maxParamLength) {
      this.maxParamLength = maxParamLength;
      return this;
    }

    /**
     * Sets whether the case of urls matters.
     *
     * @param caseSensitive false to ignore it; true by default
     * @return this
     */
    public Builder caseSensitive(boolean caseSensitive) {
      this.caseSensitive = caseSensitive;
      return this;
    }

    /**
     * Sets whether routes may have regular expressions that could run exponentially long.
     *
     * @param allowUnsafeRegex true to allow them; false by default
     * @return this
     */
    public Builder allowUnsafeRegex(boolean allowUnsafeRegex) {
      this.allowUnsafeRegex = allowUnsafeRegex;
      return this;
    }

    /**
     * Sets whether a semicolon starts the query as well.
     *
     * @param useSemicolonDelimiter true to split at it; false by default
     * @return this
     */
    public Builder useSemicolonDelimiter(boolean useSemicolonDelimiter) {
      this.useSemicolonDelimiter = useSemicolonDelimiter;
      return this;
    }

    /**
     * Sets the parser of query strings.
     *
     * @param querystringParser makes the query of the text after the question mark; the built-in
     *     one by default
     * @return this
     */
    public Builder querystringParser(Function<String, Map<String, Object>> querystringParser) {
      this.querystringParser = Objects.requireNonNull(querystringParser, "querystringParser");
      return this;
    }

    /**
     * Adds or replaces a constraint strategy.
     *
     * @param strategy the strategy
     * @return this
     */
    public Builder constraint(ConstraintStrategy strategy) {
      constraints.add(Objects.requireNonNull(strategy, "constraint"));
      return this;
    }
  }
}
