package dev.fastjava;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A preParsing step in plain style: returns the body to parse, the given one or a {@link
 * java.io.InputStream} or {@link BodyStream} in its place.
 *
 * <p>Reference: Hooks, preParsing.
 */
@FunctionalInterface
public interface ParsingHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @param payload the payload so far
   * @return the payload from now on; null for an empty body
   * @throws Exception fails the step
   */
  @Nullable Object run(Request request, Reply reply, BodyStream payload) throws Exception;

  /**
   * A preParsing step in callback style.
   *
   * <p>Reference: Hooks, preParsing.
   */
  @FunctionalInterface
  interface Callback {
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

  /**
   * A preParsing step that is done when the stage it returns completes; the value of the stage is
   * the body to parse, the given one or a {@link java.io.InputStream} or {@link BodyStream} in its
   * place.
   *
   * <p>It must not block where its route is non-blocking. Null in place of a stage is an error:
   * {@link java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait
   * for.
   *
   * <p>Reference: Hooks, preParsing.
   */
  @FunctionalInterface
  interface Async {
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
}
