package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;

/**
 * The hooks of requests, for all that has some: an encapsulation context, and one route, whose
 * hooks run after those of its context.
 *
 * <p>Each phase has three forms: plain ({@code onRequest((request, reply) -> ...)}, over when it
 * returns), one that returns a stage ({@code onRequestAsync}, over when the stage completes), and
 * callback style ({@code onRequest((request, reply, done) -> ...)}, over when {@code done} is
 * called). A plain hook that returns nothing drops the stage that its lambda ends with.
 *
 * <p>Reference: Hooks; Routes, Options.
 *
 * @param <S> what the methods return: the context or the route the hook was added to
 */
@ProvidedByEngine
public interface RequestHooks<S> extends AsyncHooks<S> {
  /**
   * Adds the first step, before the body is read, in plain style.
   *
   * <p>A stage its lambda ends with is dropped: {@link #onRequestAsync} waits for it.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onRequest(Hook hook) {
    return addHook("onRequest", hook);
  }

  /**
   * Adds the first step, before the body is read, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onRequest(Hook.Callback hook) {
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
  default S preParsing(ParsingHook hook) {
    return addHook("preParsing", hook);
  }

  /**
   * Adds a step that may replace the bytes of the body, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S preParsing(ParsingHook.Callback hook) {
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
  default S preValidation(Hook hook) {
    return addHook("preValidation", hook);
  }

  /**
   * Adds a step before validation, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S preValidation(Hook.Callback hook) {
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
  default S preHandler(Hook hook) {
    return addHook("preHandler", hook);
  }

  /**
   * Adds the last step before the handler, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S preHandler(Hook.Callback hook) {
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
  default S preSerialization(PayloadHook hook) {
    return addHook("preSerialization", hook);
  }

  /**
   * Adds a step that may replace a payload before it is serialized; not run for texts, bytes and
   * streams, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S preSerialization(PayloadHook.Callback hook) {
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
  default S onError(ErrorHook hook) {
    return addHook("onError", hook);
  }

  /**
   * Adds a step that sees each error before the error handler, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onError(ErrorHook.Callback hook) {
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
  default S onSend(PayloadHook hook) {
    return addHook("onSend", hook);
  }

  /**
   * Adds a step that may replace the payload before it is sent, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onSend(PayloadHook.Callback hook) {
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
  default S onResponse(Hook hook) {
    return addHook("onResponse", hook);
  }

  /**
   * Adds a step after the reply was sent, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onResponse(Hook.Callback hook) {
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
  default S onTimeout(Hook hook) {
    return addHook("onTimeout", hook);
  }

  /**
   * Adds a step after the connection timed out, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onTimeout(Hook.Callback hook) {
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
  default S onRequestAbort(AbortHook hook) {
    return addHook("onRequestAbort", hook);
  }

  /**
   * Adds a step after the client closed the connection before the reply, in callback style.
   *
   * @param hook runs in registration order
   * @return this
   */
  default S onRequestAbort(AbortHook.Callback hook) {
    return addHook("onRequestAbort", hook);
  }
}
