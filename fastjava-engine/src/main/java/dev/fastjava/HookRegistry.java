package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import java.util.List;

/**
 * The hooks of an encapsulation context. Hooks hold for the routes of the context and of all below
 * it; they are added at boot only.
 *
 * <p>Each phase has the three forms that {@link RequestHooks} tells of.
 *
 * <p>Reference: Hooks.
 */
@ProvidedByEngine
public interface HookRegistry extends RequestHooks<Fastjava> {
  /**
   * Adds a step that runs when all plugins are loaded, before the server listens, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onReadyAsync} waits for it.
   *
   * @param hook the step; may block
   * @return this
   */
  default Fastjava onReady(AppHook hook) {
    return addHook("onReady", hook);
  }

  /**
   * Adds a step that runs when all plugins are loaded, before the server listens, in callback
   * style.
   *
   * @param hook the step
   * @return this
   */
  default Fastjava onReady(CallbackAppHook hook) {
    return addHook("onReady", hook);
  }

  /**
   * Adds a step that runs when the server listens; not run for inject, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onListenAsync} waits for it.
   *
   * @param hook the step; may block
   * @return this
   */
  default Fastjava onListen(AppHook hook) {
    return addHook("onListen", hook);
  }

  /**
   * Adds a step that runs when the server listens; not run for inject, in callback style.
   *
   * @param hook the step
   * @return this
   */
  default Fastjava onListen(CallbackAppHook hook) {
    return addHook("onListen", hook);
  }

  /**
   * Adds a step that runs when closing begins and requests under way go on, in plain style. The
   * sockets are still open, but requests that come from now on get 503, unless {@link
   * FastjavaOptions#return503OnClosing} is off: they are served until the last of these steps is
   * done then. Injected ones fail.
   *
   * <p>A stage its lambda ends with is dropped: {@link #preCloseAsync} waits for it.
   *
   * @param hook the step; may block
   * @return this
   */
  default Fastjava preClose(AppHook hook) {
    return addHook("preClose", hook);
  }

  /**
   * Adds a step that runs when closing begins and requests under way go on, in callback style. See
   * {@link #preClose(AppHook)}.
   *
   * @param hook the step
   * @return this
   */
  default Fastjava preClose(CallbackAppHook hook) {
    return addHook("preClose", hook);
  }

  /**
   * Adds a step that runs when the server has stopped, in reverse order of registration, in plain
   * style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onCloseAsync} waits for it.
   *
   * @param hook the step; may block
   * @return this
   */
  default Fastjava onClose(CloseHook hook) {
    return addHook("onClose", hook);
  }

  /**
   * Adds a step that runs when the server has stopped, in callback style.
   *
   * @param hook the step
   * @return this
   */
  default Fastjava onClose(CloseHook.Callback hook) {
    return addHook("onClose", hook);
  }

  /**
   * Adds a step that runs when all plugins are loaded, before the server listens; done when the
   * stage it returns completes.
   *
   * @param hook the step
   * @return this
   */
  default Fastjava onReadyAsync(AsyncAppHook hook) {
    return addHook("onReady", hook);
  }

  /**
   * Adds a step that runs when the server listens; not run for inject; done when the stage it
   * returns completes.
   *
   * @param hook the step
   * @return this
   */
  default Fastjava onListenAsync(AsyncAppHook hook) {
    return addHook("onListen", hook);
  }

  /**
   * Adds a step that runs when closing begins and requests under way go on; done when the stage it
   * returns completes. See {@link #preClose(AppHook)}.
   *
   * @param hook the step
   * @return this
   */
  default Fastjava preCloseAsync(AsyncAppHook hook) {
    return addHook("preClose", hook);
  }

  /**
   * Adds a step that runs when the server has stopped, in reverse order of registration; done when
   * the stage it returns completes.
   *
   * @param hook the step
   * @return this
   */
  default Fastjava onCloseAsync(CloseHook.Async hook) {
    return addHook("onClose", hook);
  }

  /**
   * Adds a step that runs when the server has stopped, in reverse order of registration: a lambda
   * without a parameter, or a method such as {@code producer::close}.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onCloseAsync(Closer.Async)} waits for it.
   *
   * @param closer the step; may block
   * @return this
   */
  default Fastjava onClose(Closer closer) {
    return addHook("onClose", closer);
  }

  /**
   * Closes a resource when the server has stopped.
   *
   * @param resource what to close
   * @return this
   */
  default Fastjava onClose(AutoCloseable resource) {
    return addHook("onClose", (Closer) resource::close);
  }

  /**
   * Adds a step that runs when the server has stopped, in reverse order of registration: a lambda
   * without a parameter, or a method such as {@code client::closeAsync}; done when the stage it
   * returns completes.
   *
   * @param closer the step
   * @return this
   */
  default Fastjava onCloseAsync(Closer.Async closer) {
    return addHook("onClose", closer);
  }

  /**
   * Adds a step that sees each route registered from now on, in this context and below.
   *
   * @param hook runs within the registration; may change the route and add routes
   * @return this
   */
  default Fastjava onRoute(RouteHook hook) {
    return addHook("onRoute", hook);
  }

  /**
   * Adds a step that sees each encapsulation context made from now on.
   *
   * @param hook runs before the plugin of the context
   * @return this
   */
  default Fastjava onRegister(ContextHook hook) {
    return addHook("onRegister", hook);
  }

  /**
   * Returns the hooks that were added in this context, not those it has from the contexts above.
   *
   * @return the hooks of all phases, in the order in which they were added; an immutable list
   */
  List<DeclaredHook> declaredHooks();
}
