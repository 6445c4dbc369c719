package dev.fastjava;

/**
 * The hooks of an encapsulation context. Hooks hold for the routes of the context and of all below
 * it; they are added at boot only.
 *
 * <p>Reference: Hooks.
 */
public interface HookRegistry {
  /**
   * Adds the first step, before the body is read, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onRequest(Hook hook);

  /**
   * Adds the first step, before the body is read, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onRequest(CallbackHook hook);

  /**
   * Adds a step that may replace the bytes of the body, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava preParsing(ParsingHook hook);

  /**
   * Adds a step that may replace the bytes of the body, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava preParsing(CallbackParsingHook hook);

  /**
   * Adds a step before validation, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava preValidation(Hook hook);

  /**
   * Adds a step before validation, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava preValidation(CallbackHook hook);

  /**
   * Adds the last step before the handler, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava preHandler(Hook hook);

  /**
   * Adds the last step before the handler, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava preHandler(CallbackHook hook);

  /**
   * Adds a step that may replace a payload before it is serialized; not run for texts, bytes and
   * streams, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava preSerialization(PayloadHook hook);

  /**
   * Adds a step that may replace a payload before it is serialized; not run for texts, bytes and
   * streams, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava preSerialization(CallbackPayloadHook hook);

  /**
   * Adds a step that sees each error before the error handler, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onError(ErrorHook hook);

  /**
   * Adds a step that sees each error before the error handler, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onError(CallbackErrorHook hook);

  /**
   * Adds a step that may replace the payload before it is sent, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onSend(PayloadHook hook);

  /**
   * Adds a step that may replace the payload before it is sent, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onSend(CallbackPayloadHook hook);

  /**
   * Adds a step after the reply was sent, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onResponse(Hook hook);

  /**
   * Adds a step after the reply was sent, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onResponse(CallbackHook hook);

  /**
   * Adds a step after the connection timed out, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onTimeout(Hook hook);

  /**
   * Adds a step after the connection timed out, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onTimeout(CallbackHook hook);

  /**
   * Adds a step after the client closed the connection before the reply, in plain style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onRequestAbort(AbortHook hook);

  /**
   * Adds a step after the client closed the connection before the reply, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  Fastjava onRequestAbort(CallbackAbortHook hook);

  /**
   * Adds a step that runs when all plugins are loaded, before the server listens, in plain style.
   *
   * @param hook the step; may block
   * @return this
   */
  Fastjava onReady(AppHook hook);

  /**
   * Adds a step that runs when all plugins are loaded, before the server listens, in callback
   * style.
   *
   * @param hook the step
   * @return this
   */
  Fastjava onReady(CallbackAppHook hook);

  /**
   * Adds a step that runs when the server listens; not run for inject, in plain style.
   *
   * @param hook the step; may block
   * @return this
   */
  Fastjava onListen(AppHook hook);

  /**
   * Adds a step that runs when the server listens; not run for inject, in callback style.
   *
   * @param hook the step
   * @return this
   */
  Fastjava onListen(CallbackAppHook hook);

  /**
   * Adds a step that runs when closing begins, while requests are still served, in plain style.
   *
   * @param hook the step; may block
   * @return this
   */
  Fastjava preClose(AppHook hook);

  /**
   * Adds a step that runs when closing begins, while requests are still served, in callback style.
   *
   * @param hook the step
   * @return this
   */
  Fastjava preClose(CallbackAppHook hook);

  /**
   * Adds a step that runs when the server has stopped, in reverse order of registration, in plain
   * style.
   *
   * @param hook the step; may block
   * @return this
   */
  Fastjava onClose(CloseHook hook);

  /**
   * Adds a step that runs when the server has stopped, in callback style.
   *
   * @param hook the step
   * @return this
   */
  Fastjava onClose(CallbackCloseHook hook);

  /**
   * Closes a resource when the server has stopped.
   *
   * @param resource what to close
   * @return this
   */
  Fastjava onClose(AutoCloseable resource);

  /**
   * Adds a step that sees each route registered from now on, in this context and below.
   *
   * @param hook runs within the registration; may change the route and add routes
   * @return this
   */
  Fastjava onRoute(RouteHook hook);

  /**
   * Adds a step that sees each encapsulation context made from now on.
   *
   * @param hook runs before the plugin of the context
   * @return this
   */
  Fastjava onRegister(RegisterHook hook);
}
