package dev.fastjava;

/**
 * Sees each new encapsulation context before the plugin runs in it.
 *
 * <p>Synchronous only, as the reference's: the plugin of the context begins when it returns. What
 * takes time belongs into a plugin that is registered earlier, see {@link Fastjava#registerAsync}.
 *
 * <p>Reference: Hooks, onRegister.
 */
@FunctionalInterface
public interface ContextHook {
  /**
   * Runs the step.
   *
   * @param instance the instance of the new context
   * @param options the options given to the plugin, the prefix among them
   * @throws Exception fails the step
   */
  void run(Fastjava instance, PluginOptions options) throws Exception;
}
