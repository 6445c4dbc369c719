package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * A unit of encapsulation in plain style: ready when it returns and all it registered is loaded. A
 * lambda that ends with a stage drops it; {@link AsyncPlugin} is for such.
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
}
