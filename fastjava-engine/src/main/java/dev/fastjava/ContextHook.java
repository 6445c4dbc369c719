package dev.fastjava;

/**
 * Sees each new encapsulation context before the plugin runs in it.
 *
 * <p>Reference: Hooks, onRegister.
 */
@FunctionalInterface
public interface ContextHook {
  /**
   * Runs the step.
   *
   * @param instance the instance that is closing
   * @param options the options given to the plugin, the prefix among them
   * @throws Exception fails the step
   */
  void run(Fastjava instance, PluginOptions options) throws Exception;
}
