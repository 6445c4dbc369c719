package dev.fastjava;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin declares about itself, checked when it is loaded. Immutable.
 *
 * <p>Reference: Plugins, Handle the scope; Guides/Write-Plugin.
 *
 * @param name the plugin's name; null for none
 * @param shared true for a plugin that works in the context of its parent instead of a new one,
 *     like one wrapped by {@code fastify-plugin}
 * @param version the range of framework versions it works with, such as {@code "0.x"}; null for any
 * @param dependencies names of plugins that must be registered before
 * @param decorators server decorators it needs
 * @param requestDecorators request decorators it needs
 * @param replyDecorators reply decorators it needs
 */
public record PluginMeta(
    @Nullable String name,
    boolean shared,
    @Nullable String version,
    List<String> dependencies,
    List<String> decorators,
    List<String> requestDecorators,
    List<String> replyDecorators) {
  /** Declares nothing. */
  public static final PluginMeta NONE =
      new PluginMeta(null, false, null, List.of(), List.of(), List.of(), List.of());

  /**
   * Copies the lists.
   *
   * @param name the plugin's name; null for none
   * @param shared true for a plugin that works in the context of its parent instead of a new one,
   *     like one wrapped by {@code fastify-plugin}
   * @param version the range of framework versions it works with, such as {@code "0.x"}; null for
   *     any
   * @param dependencies names of plugins that must be registered before
   * @param decorators server decorators it needs
   * @param requestDecorators request decorators it needs
   * @param replyDecorators reply decorators it needs
   */
  public PluginMeta {
    dependencies = List.copyOf(dependencies);
    decorators = List.copyOf(decorators);
    requestDecorators = List.copyOf(requestDecorators);
    replyDecorators = List.copyOf(replyDecorators);
  }

  /**
   * Declares a name.
   *
   * @param name the plugin's name
   * @return the metadata
   */
  public static PluginMeta named(String name) {
    return new PluginMeta(name, false, null, List.of(), List.of(), List.of(), List.of());
  }

  /**
   * Declares that the plugin works in its parent's context.
   *
   * @return a copy
   */
  public PluginMeta asShared() {
    return new PluginMeta(
        name, true, version, dependencies, decorators, requestDecorators, replyDecorators);
  }

  /**
   * Declares the framework versions it works with.
   *
   * @param range a range in the notation of npm, such as {@code ">=0.1 <2"}
   * @return a copy
   */
  public PluginMeta withVersion(String range) {
    return new PluginMeta(
        name, shared, range, dependencies, decorators, requestDecorators, replyDecorators);
  }

  /**
   * Declares plugins that must be registered before.
   *
   * @param names their names
   * @return a copy
   */
  public PluginMeta withDependencies(String... names) {
    return new PluginMeta(
        name, shared, version, List.of(names), decorators, requestDecorators, replyDecorators);
  }

  /**
   * Declares server decorators that must exist.
   *
   * @param names their names
   * @return a copy
   */
  public PluginMeta withDecorators(String... names) {
    return new PluginMeta(
        name, shared, version, dependencies, List.of(names), requestDecorators, replyDecorators);
  }

  /**
   * Declares request decorators that must exist.
   *
   * @param names their names
   * @return a copy
   */
  public PluginMeta withRequestDecorators(String... names) {
    return new PluginMeta(
        name, shared, version, dependencies, decorators, List.of(names), replyDecorators);
  }

  /**
   * Declares reply decorators that must exist.
   *
   * @param names their names
   * @return a copy
   */
  public PluginMeta withReplyDecorators(String... names) {
    return new PluginMeta(
        name, shared, version, dependencies, decorators, requestDecorators, List.of(names));
  }
}
