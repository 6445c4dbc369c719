package dev.fastjava.option;

import dev.fastjava.RouteRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RouteRegistry#printRoutes} includes. Immutable.
 *
 * <p>Reference: Server, printRoutes.
 */
public final class PrintRoutesOptions {
  private static final PrintRoutesOptions DEFAULTS = new PrintRoutesOptions(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private PrintRoutesOptions(Builder values) {
    this.values = values;
  }

  /**
   * Returns the defaults.
   *
   * @return all methods in one tree, by common prefix
   */
  public static PrintRoutesOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Makes options.
   *
   * @param options sets them; the others have their defaults
   * @return the options
   */
  public static PrintRoutesOptions of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public PrintRoutesOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return new PrintRoutesOptions(new Builder(builder));
  }

  /**
   * Returns the method.
   *
   * @return the method; null for all
   */
  public @Nullable String method() {
    return values.method;
  }

  /**
   * Returns whether the tree splits at common prefixes.
   *
   * @return true by default
   */
  public boolean commonPrefix() {
    return values.commonPrefix;
  }

  /**
   * Returns whether hooks are shown.
   *
   * @return false by default
   */
  public boolean includeHooks() {
    return values.includeHooks;
  }

  /**
   * Returns whether properties are shown.
   *
   * @return false by default
   */
  public boolean includeMeta() {
    return values.includeMeta;
  }

  /**
   * Returns which properties are shown.
   *
   * @return their names; empty for all
   */
  public List<String> metaKeys() {
    return values.metaKeys;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private @Nullable String method;
    private boolean commonPrefix = true;
    private boolean includeHooks;
    private boolean includeMeta;
    private List<String> metaKeys = List.of();

    private Builder() {}

    private Builder(Builder from) {
      method = from.method;
      commonPrefix = from.commonPrefix;
      includeHooks = from.includeHooks;
      includeMeta = from.includeMeta;
      metaKeys = from.metaKeys;
    }

    /**
     * Prints the routes of one method.
     *
     * @param method the HTTP method
     * @return this
     */
    public Builder method(String method) {
      this.method = method;
      return this;
    }

    /**
     * Sets whether the tree splits at common prefixes or at slashes.
     *
     * @param commonPrefix false for slashes
     * @return this
     */
    public Builder commonPrefix(boolean commonPrefix) {
      this.commonPrefix = commonPrefix;
      return this;
    }

    /**
     * Sets whether the hooks of the routes are shown.
     *
     * @param includeHooks true to show them
     * @return this
     */
    public Builder includeHooks(boolean includeHooks) {
      this.includeHooks = includeHooks;
      return this;
    }

    /**
     * Sets whether all properties of the routes are shown, see {@link #includeMeta(String...)}.
     *
     * @param includeMeta true to show them
     * @return this
     */
    public Builder includeMeta(boolean includeMeta) {
      this.includeMeta = includeMeta;
      this.metaKeys = List.of();
      return this;
    }

    /**
     * Shows properties of the routes: {@code errorHandler}, {@code logLevel} and the hooks by the
     * name of their phase. A function is shown by the name of its class, a lambda as {@code
     * anonymous()}.
     *
     * @param keys their names
     * @return this
     */
    public Builder includeMeta(String... keys) {
      this.includeMeta = true;
      this.metaKeys = List.of(keys);
      return this;
    }
  }
}
