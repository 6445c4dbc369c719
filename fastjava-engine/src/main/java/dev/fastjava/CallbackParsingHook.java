package dev.fastjava;

/**
 * A preParsing step in callback style.
 *
 * <p>Reference: Hooks, preParsing.
 */
@FunctionalInterface
public interface CallbackParsingHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @param payload the payload so far
   * @param done completes the step, from any thread, once
   * @throws Exception fails the step
   */
  void run(Request request, Reply reply, BodyStream payload, PayloadDone done) throws Exception;
}
