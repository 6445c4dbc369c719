package dev.fastjava;

import java.util.concurrent.CompletionStage;

/**
 * A preParsing step that is done when the stage it returns completes; the value of the stage is the
 * body to parse, the given one or a {@link java.io.InputStream} or {@link BodyStream} in its place.
 *
 * <p>It must not block where its route is non-blocking. Null in place of a stage is an error:
 * {@link java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait
 * for.
 *
 * <p>Reference: Hooks, preParsing.
 */
@FunctionalInterface
public interface AsyncParsingHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @param payload the payload so far
   * @return completes the step with the payload from now on; with null it stays as it was
   * @throws Exception fails the step
   */
  CompletionStage<?> run(Request request, Reply reply, BodyStream payload) throws Exception;
}
