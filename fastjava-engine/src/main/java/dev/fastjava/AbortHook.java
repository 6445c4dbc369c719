package dev.fastjava;

/**
 * An onRequestAbort step in plain style: the client closed the connection before the reply.
 *
 * <p>Reference: Hooks, onRequestAbort.
 */
@FunctionalInterface
public interface AbortHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @throws Exception fails the step
   */
  void run(Request request) throws Exception;
}
