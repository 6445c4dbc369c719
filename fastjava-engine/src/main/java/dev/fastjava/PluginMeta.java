package dev.fastjava;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin declares about itself, checked when it is loaded. Immutable.
 *
 * <p>A class of its own declares it by {@link Plugin#meta()}; for lambdas there are {@link
 * Plugins#named(String, Plugin)} and {@link Plugins#shared(String, Plugin)}.
 *
 * <p>Reference: Plugins, Handle the scope; Guides/Write-Plugin.
 */
public final class PluginMeta {
  /** Declares nothing. */
  public static final PluginMeta NONE = new PluginMeta(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private PluginMeta(Builder values) {
    this.values = values;
  }

  /**
   * Makes metadata.
   *
   * @param meta declares something
   * @return the metadata
   */
  public static PluginMeta of(Consumer<Builder> meta) {
    return NONE.with(meta);
  }

  /**
   * Returns this metadata with changes.
   *
   * @param changes declares what differs
   * @return new metadata
   */
  public PluginMeta with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return new PluginMeta(new Builder(builder));
  }

  /**
   * Returns the plugin's name.
   *
   * @return the name; null for none
   */
  public @Nullable String name() {
    return values.name;
  }

  /**
   * Returns whether the plugin works in the context of its parent.
   *
   * @return true for such a plugin, like one wrapped by {@code fastify-plugin}; false for one that
   *     gets a context of its own
   */
  public boolean shared() {
    return values.shared;
  }

  /**
   * Returns the range of framework versions that the plugin works with.
   *
   * @return such as {@code "0.x"}; null for any
   */
  public @Nullable String version() {
    return values.version;
  }

  /**
   * Returns the plugins that must be registered before.
   *
   * @return their names
   */
  public List<String> dependencies() {
    return values.dependencies;
  }

  /**
   * Returns the server decorators that must exist.
   *
   * @return their names
   */
  public List<String> decorators() {
    return values.decorators;
  }

  /**
   * Returns the request decorators that must exist.
   *
   * @return their names
   */
  public List<String> requestDecorators() {
    return values.requestDecorators;
  }

  /**
   * Returns the reply decorators that must exist.
   *
   * @return their names
   */
  public List<String> replyDecorators() {
    return values.replyDecorators;
  }

  /** Collects metadata. Not thread-safe. */
  public static final class Builder {
    private @Nullable String name;
    private boolean shared;
    private @Nullable String version;
    private List<String> dependencies = List.of();
    private List<String> decorators = List.of();
    private List<String> requestDecorators = List.of();
    private List<String> replyDecorators = List.of();

    private Builder() {}

    private Builder(Builder from) {
      name = from.name;
      shared = from.shared;
      version = from.version;
      dependencies = from.dependencies;
      decorators = from.decorators;
      requestDecorators = from.requestDecorators;
      replyDecorators = from.replyDecorators;
    }

    /**
     * Declares a name.
     *
     * @param name the plugin's name
     * @return this
     */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Declares whether the plugin works in its parent's context.
     *
     * @param shared false by default
     * @return this
     */
    public Builder shared(boolean shared) {
      this.shared = shared;
      return this;
    }

    /**
     * Declares the framework versions it works with.
     *
     * @param range a range in the notation of npm, such as {@code ">=0.1 <2"}
     * @return this
     */
    public Builder version(String range) {
      this.version = Objects.requireNonNull(range, "range");
      return this;
    }

    /**
     * Declares plugins that must be registered before.
     *
     * @param names their names
     * @return this
     */
    public Builder dependencies(String... names) {
      dependencies = both(dependencies, names);
      return this;
    }

    /**
     * Declares server decorators that must exist.
     *
     * @param names their names
     * @return this
     */
    public Builder decorators(String... names) {
      decorators = both(decorators, names);
      return this;
    }

    /**
     * Declares request decorators that must exist.
     *
     * @param names their names
     * @return this
     */
    public Builder requestDecorators(String... names) {
      requestDecorators = both(requestDecorators, names);
      return this;
    }

    /**
     * Declares reply decorators that must exist.
     *
     * @param names their names
     * @return this
     */
    public Builder replyDecorators(String... names) {
      replyDecorators = both(replyDecorators, names);
      return this;
    }

    private static List<String> both(List<String> before, String... more) {
      return Stream.concat(before.stream(), Stream.of(more)).toList();
    }
  }
}
