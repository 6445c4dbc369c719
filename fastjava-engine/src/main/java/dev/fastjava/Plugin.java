package dev.fastjava;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A unit of encapsulation in plain style: ready when it returns and all it registered is loaded. A
 * lambda that ends with a stage drops it; {@link Plugin.Async} is for such.
 *
 * <p>Reference: Plugins.
 */
@FunctionalInterface
public interface Plugin {
  /**
   * Registers what the plugin brings.
   *
   * @param app the instance to register on
   * @param options the options given to the plugin, the prefix among them
   * @throws Exception fails the step
   */
  void register(Fastjava app, PluginOptions options) throws Exception;

  /**
   * Returns what the plugin declares about itself.
   *
   * @return the metadata; none by default
   */
  default PluginMeta meta() {
    return PluginMeta.NONE;
  }

  /**
   * Returns the name that messages and {@link Fastjava#printPlugins()} show.
   *
   * @return the name; that of the metadata or of the class by default
   */
  default @Nullable String displayName() {
    return null;
  }

  /**
   * A plugin in callback style: ready when {@code done} was called and all it registered is loaded.
   *
   * <p>Reference: Plugins.
   */
  @FunctionalInterface
  interface Callback {
    /**
     * Registers what the plugin brings.
     *
     * @param app the instance to register on
     * @param options the options given to the plugin, the prefix among them
     * @param done completes the step, from any thread, once
     * @throws Exception fails the step
     */
    void register(Fastjava app, PluginOptions options, Done done) throws Exception;

    /**
     * Returns what the plugin declares about itself.
     *
     * @return the metadata; none by default
     */
    default PluginMeta meta() {
      return PluginMeta.NONE;
    }

    /**
     * Returns the name that messages and {@link Fastjava#printPlugins()} show.
     *
     * @return the name; that of the metadata or of the class by default
     */
    default @Nullable String displayName() {
      return null;
    }
  }

  /**
   * A unit of encapsulation that is ready when the stage it returns completes and all it registered
   * is loaded.
   *
   * <p>Null in place of a stage is an error: {@link
   * java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait for.
   *
   * <p>Reference: Plugins.
   */
  @FunctionalInterface
  interface Async {
    /**
     * Registers what the plugin brings.
     *
     * @param app the instance to register on
     * @param options the options given to the plugin, the prefix among them
     * @return completes the step, within the plugin timeout; its value is ignored, its error fails
     *     the step
     * @throws Exception fails the step
     */
    CompletionStage<?> register(Fastjava app, PluginOptions options) throws Exception;

    /**
     * Returns what the plugin declares about itself.
     *
     * @return the metadata; none by default
     */
    default PluginMeta meta() {
      return PluginMeta.NONE;
    }

    /**
     * Returns the name that messages and {@link Fastjava#printPlugins()} show.
     *
     * @return the name; that of the metadata or of the class by default
     */
    default @Nullable String displayName() {
      return null;
    }
  }
}
