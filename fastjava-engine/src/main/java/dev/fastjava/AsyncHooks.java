package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;

/**
 * The request hooks whose work completes later: each goes on when the stage that the hook returns
 * has completed, and fails with its error.
 *
 * <p>A method of its own for each, as a lambda that ends in a call fits the plain hooks too, which
 * drop what the call returns: {@code preHandler((request, reply) -> auth.checkAsync(request))} lets
 * the request go on before it is checked. {@code preHandlerAsync} waits.
 *
 * <p>Reference: Hooks.
 *
 * @param <S> what the methods return: the context or the route the hook was added to
 */
@ProvidedByEngine
public interface AsyncHooks<S> {
  /**
   * Adds a hook whose phase is only known at run time; the typed methods are for all others.
   *
   * @param name the name of the phase, such as {@code onRequest}; an unknown one fails with {@code
   *     FST_ERR_HOOK_NOT_SUPPORTED}
   * @param hook a hook type of that phase; another one fails with {@code
   *     FST_ERR_HOOK_INVALID_HANDLER}
   * @return this
   */
  S addHook(String name, Object hook);

  /**
   * Adds the first step, before the body is read; done when the stage it returns completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onRequestAsync(Hook.Async hook) {
    return addHook("onRequest", hook);
  }

  /**
   * Adds a step that may replace the bytes of the body; done when the stage it returns completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S preParsingAsync(ParsingHook.Async hook) {
    return addHook("preParsing", hook);
  }

  /**
   * Adds a step before validation; done when the stage it returns completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S preValidationAsync(Hook.Async hook) {
    return addHook("preValidation", hook);
  }

  /**
   * Adds the last step before the handler; done when the stage it returns completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S preHandlerAsync(Hook.Async hook) {
    return addHook("preHandler", hook);
  }

  /**
   * Adds a step that may replace a payload before it is serialized; not run for texts, bytes and
   * streams; done when the stage it returns completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S preSerializationAsync(PayloadHook.Async hook) {
    return addHook("preSerialization", hook);
  }

  /**
   * Adds a step that sees each error before the error handler; done when the stage it returns
   * completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onErrorAsync(ErrorHook.Async hook) {
    return addHook("onError", hook);
  }

  /**
   * Adds a step that may replace the payload before it is sent; done when the stage it returns
   * completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onSendAsync(PayloadHook.Async hook) {
    return addHook("onSend", hook);
  }

  /**
   * Adds a step after the reply was sent; done when the stage it returns completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onResponseAsync(Hook.Async hook) {
    return addHook("onResponse", hook);
  }

  /**
   * Adds a step after the connection timed out; done when the stage it returns completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onTimeoutAsync(Hook.Async hook) {
    return addHook("onTimeout", hook);
  }

  /**
   * Adds a step after the client closed the connection before the reply; done when the stage it
   * returns completes.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onRequestAbortAsync(AbortHook.Async hook) {
    return addHook("onRequestAbort", hook);
  }
}
