package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import java.util.concurrent.CompletableFuture;

/**
 * The boot of a server: what loads plugins, and steps between them and behind them. Steps are added
 * before the boot, or by plugins.
 *
 * <p>Reference: Server, after and ready; Plugins.
 */
@ProvidedByEngine
public interface BootRegistry {
  /**
   * Loads what has been registered on this instance so far. Wait for it before going on, for
   * example with {@code app.register(db).after().join()} inside a plugin.
   *
   * @return completes when loaded; fails with the error of a plugin
   */
  CompletableFuture<Fastjava> after();

  /**
   * Runs a step when what was registered so far is loaded. An error of a plugin stays for the next
   * step that takes it.
   *
   * <p>A stage its lambda ends with is dropped: {@link #afterAsync(AsyncAppHook)} waits for it.
   *
   * @param step the step
   * @return this
   */
  Fastjava after(AppHook step);

  /**
   * Runs a step that takes the error of the plugins registered so far.
   *
   * <p>A stage its lambda ends with is dropped: {@link #afterAsync(AsyncBootHook)} waits for it.
   *
   * @param step the step; may throw
   * @return this
   */
  Fastjava after(BootHook step);

  /**
   * Runs a step in callback style that takes the error of the plugins registered so far.
   *
   * @param step the step
   * @return this
   */
  Fastjava after(CallbackBootHook step);

  /**
   * Runs a step in callback style that takes the error of the plugins registered so far, and this
   * instance.
   *
   * @param step the step
   * @return this
   */
  Fastjava after(CallbackInstanceBootHook step);

  /**
   * Runs a step when what was registered so far is loaded; done when the stage it returns
   * completes. An error of a plugin stays for the next step that takes it.
   *
   * @param step the step
   * @return this
   */
  Fastjava afterAsync(AsyncAppHook step);

  /**
   * Runs a step that takes the error of the plugins registered so far; done when the stage it
   * returns completes.
   *
   * @param step the step; may throw
   * @return this
   */
  Fastjava afterAsync(AsyncBootHook step);

  /**
   * Boots the server: loads all plugins, builds all routes, runs onReady hooks.
   *
   * @return completes with this when the server is ready; fails with the error of a plugin or hook
   */
  CompletableFuture<Fastjava> ready();

  /**
   * Runs a step when the server is ready, whoever boots it: this does not. It is not run when the
   * boot has failed. An error of it is logged.
   *
   * <p>A stage its lambda ends with is dropped: {@link #whenReadyAsync(AsyncAppHook)} waits for it.
   *
   * @param step the step
   * @return this
   */
  Fastjava whenReady(AppHook step);

  /**
   * Runs a step that takes the error of the boot when the server is ready, whoever boots it: this
   * does not. An error of it is logged.
   *
   * <p>A stage its lambda ends with is dropped: {@link #whenReadyAsync(AsyncBootHook)} waits for
   * it.
   *
   * @param step the step
   * @return this
   */
  Fastjava whenReady(BootHook step);

  /**
   * Runs a step in callback style that takes the error of the boot when the server is ready, before
   * {@link #ready()} completes, or the plugin timeout is over. It does not boot the server. An
   * error of it is logged.
   *
   * @param step the step
   * @return this
   */
  Fastjava whenReady(CallbackBootHook step);

  /**
   * Runs a step in callback style that takes the error of the boot and this instance when the
   * server is ready, as {@link #whenReady(CallbackBootHook)} does.
   *
   * @param step the step
   * @return this
   */
  Fastjava whenReady(CallbackInstanceBootHook step);

  /**
   * Runs a step when the server is ready, before {@link #ready()} completes; done when the stage it
   * returns completes, or when the plugin timeout is over. It does not boot the server. An error of
   * it is logged.
   *
   * @param step the step
   * @return this
   */
  Fastjava whenReadyAsync(AsyncAppHook step);

  /**
   * Runs a step that takes the error of the boot when the server is ready, before {@link #ready()}
   * completes; done when the stage it returns completes, or when the plugin timeout is over. It
   * does not boot the server. An error of it is logged.
   *
   * @param step the step
   * @return this
   */
  Fastjava whenReadyAsync(AsyncBootHook step);
}
