package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * A plugin in callback style: ready when {@code done} was called and all it registered is loaded.
 *
 * <p>Reference: Plugins.
 */
@FunctionalInterface
public interface CallbackPlugin {
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
