package dev.fastjava;

/**
 * The hooks of an encapsulation context. Hooks hold for the routes of the context and of all below
 * it; they are added at boot only.
 *
 * <p>Each phase has three forms: plain ({@code onRequest((request, reply) -> ...)}, over when it
 * returns), one that returns a stage ({@code onRequestAsync}, over when the stage completes), and
 * callback style ({@code onRequest((request, reply, done) -> ...)}, over when {@code done} is
 * called). A plain hook that returns nothing drops the stage that its lambda ends with.
 *
 * <p>Reference: Hooks.
 */
public interface HookRegistry extends AsyncHooks<Fastjava> {
  /**
   * Adds the first step, before the body is read, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onRequestAsync} waits for it.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onRequest(Hook hook) {
    return addHook("onRequest", hook);
  }

  /**
   * Adds the first step, before the body is read, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onRequest(CallbackHook hook) {
    return addHook("onRequest", hook);
  }

  /**
   * Adds a step that may replace the bytes of the body, in plain style.
   *
   * <p>A stage it returns is awaited, as by {@link #preParsingAsync}.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava preParsing(ParsingHook hook) {
    return addHook("preParsing", hook);
  }

  /**
   * Adds a step that may replace the bytes of the body, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava preParsing(CallbackParsingHook hook) {
    return addHook("preParsing", hook);
  }

  /**
   * Adds a step before validation, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #preValidationAsync} waits for it.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava preValidation(Hook hook) {
    return addHook("preValidation", hook);
  }

  /**
   * Adds a step before validation, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava preValidation(CallbackHook hook) {
    return addHook("preValidation", hook);
  }

  /**
   * Adds the last step before the handler, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #preHandlerAsync} waits for it.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava preHandler(Hook hook) {
    return addHook("preHandler", hook);
  }

  /**
   * Adds the last step before the handler, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava preHandler(CallbackHook hook) {
    return addHook("preHandler", hook);
  }

  /**
   * Adds a step that may replace a payload before it is serialized; not run for texts, bytes and
   * streams, in plain style.
   *
   * <p>A stage it returns is awaited, as by {@link #preSerializationAsync}.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava preSerialization(PayloadHook hook) {
    return addHook("preSerialization", hook);
  }

  /**
   * Adds a step that may replace a payload before it is serialized; not run for texts, bytes and
   * streams, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava preSerialization(CallbackPayloadHook hook) {
    return addHook("preSerialization", hook);
  }

  /**
   * Adds a step that sees each error before the error handler, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onErrorAsync} waits for it.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onError(ErrorHook hook) {
    return addHook("onError", hook);
  }

  /**
   * Adds a step that sees each error before the error handler, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onError(CallbackErrorHook hook) {
    return addHook("onError", hook);
  }

  /**
   * Adds a step that may replace the payload before it is sent, in plain style.
   *
   * <p>A stage it returns is awaited, as by {@link #onSendAsync}.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onSend(PayloadHook hook) {
    return addHook("onSend", hook);
  }

  /**
   * Adds a step that may replace the payload before it is sent, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onSend(CallbackPayloadHook hook) {
    return addHook("onSend", hook);
  }

  /**
   * Adds a step after the reply was sent, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onResponseAsync} waits for it.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onResponse(Hook hook) {
    return addHook("onResponse", hook);
  }

  /**
   * Adds a step after the reply was sent, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onResponse(CallbackHook hook) {
    return addHook("onResponse", hook);
  }

  /**
   * Adds a step after the connection timed out, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onTimeoutAsync} waits for it.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onTimeout(Hook hook) {
    return addHook("onTimeout", hook);
  }

  /**
   * Adds a step after the connection timed out, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onTimeout(CallbackHook hook) {
    return addHook("onTimeout", hook);
  }

  /**
   * Adds a step after the client closed the connection before the reply, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onRequestAbortAsync} waits for it.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onRequestAbort(AbortHook hook) {
    return addHook("onRequestAbort", hook);
  }

  /**
   * Adds a step after the client closed the connection before the reply, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default Fastjava onRequestAbort(CallbackAbortHook hook) {
    return addHook("onRequestAbort", hook);
  }

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
  default Fastjava onClose(CallbackCloseHook hook) {
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
  default Fastjava onCloseAsync(AsyncCloseHook hook) {
    return addHook("onClose", hook);
  }

  /**
   * Adds a step that runs when the server has stopped, in reverse order of registration: a lambda
   * without a parameter, or a method such as {@code producer::close}.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onCloseAsync(AsyncCloser)} waits for it.
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
  default Fastjava onCloseAsync(AsyncCloser closer) {
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
}
