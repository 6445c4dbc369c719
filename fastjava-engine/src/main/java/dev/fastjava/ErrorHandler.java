package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Turns an error into a reply. Same contract for what it returns as a {@link Handler}; throwing
 * hands the error to the handler of the parent context.
 *
 * <p>Reference: Errors; Server, setErrorHandler.
 */
@FunctionalInterface
public interface ErrorHandler {
  /**
   * Handles the error of one request.
   *
   * @param error what was thrown or sent
   * @param request the request
   * @param reply the reply
   * @return the payload, a stage of it, or {@code reply}
   * @throws Exception goes to the error handler of the parent context
   */
  @Nullable Object handle(Throwable error, Request request, Reply reply) throws Exception;
}
