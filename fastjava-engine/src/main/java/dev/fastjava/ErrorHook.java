package dev.fastjava;

/**
 * An onError step in plain style: sees the error before the error handler, may not reply.
 *
 * <p>Reference: Hooks, onError.
 */
@FunctionalInterface
public interface ErrorHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @param error the error
   * @throws Throwable fails the step
   */
  void run(Request request, Reply reply, Throwable error) throws Throwable;
}
