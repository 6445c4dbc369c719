package dev.fastjava;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RouteRegistry#printRoutes} includes. Mutable.
 *
 * <p>Reference: Server, printRoutes.
 */
public final class PrintRoutesOptions {
  private @Nullable String method;
  private boolean commonPrefix = true;
  private boolean includeHooks;
  private boolean includeMeta;
  private List<String> metaKeys = List.of();

  /** Makes the defaults: all methods in one tree, by common prefix. */
  public PrintRoutesOptions() {}

  /**
   * Prints the routes of one method.
   *
   * @param method the HTTP method
   * @return this
   */
  public PrintRoutesOptions method(String method) {
    this.method = method;
    return this;
  }

  /**
   * Sets whether the tree splits at common prefixes or at slashes.
   *
   * @param commonPrefix false for slashes
   * @return this
   */
  public PrintRoutesOptions commonPrefix(boolean commonPrefix) {
    this.commonPrefix = commonPrefix;
    return this;
  }

  /**
   * Sets whether the hooks of the routes are shown.
   *
   * @param includeHooks true to show them
   * @return this
   */
  public PrintRoutesOptions includeHooks(boolean includeHooks) {
    this.includeHooks = includeHooks;
    return this;
  }

  /**
   * Sets whether all properties of the routes are shown, see {@link #includeMeta(String...)}.
   *
   * @param includeMeta true to show them
   * @return this
   */
  public PrintRoutesOptions includeMeta(boolean includeMeta) {
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
  public PrintRoutesOptions includeMeta(String... keys) {
    this.includeMeta = true;
    this.metaKeys = List.of(keys);
    return this;
  }

  /**
   * Returns the method.
   *
   * @return the method; null for all
   */
  public @Nullable String method() {
    return method;
  }

  /**
   * Returns whether the tree splits at common prefixes.
   *
   * @return true by default
   */
  public boolean commonPrefix() {
    return commonPrefix;
  }

  /**
   * Returns whether hooks are shown.
   *
   * @return false by default
   */
  public boolean includeHooks() {
    return includeHooks;
  }

  /**
   * Returns whether properties are shown.
   *
   * @return false by default
   */
  public boolean includeMeta() {
    return includeMeta;
  }

  /**
   * Returns which properties are shown.
   *
   * @return their names; empty for all
   */
  public List<String> metaKeys() {
    return metaKeys;
  }
}
