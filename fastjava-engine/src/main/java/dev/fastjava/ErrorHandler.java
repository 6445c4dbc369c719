package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Turns an error into a reply. Same contract for what it returns as a {@link Handler}. Errors it
 * does not know it hands to the next handler, with {@code return reply.next(error)} or by throwing
 * them: from the handler of a route to that of its context, from there to that of the context
 * above, in the end to the default one, which logs the error and writes it with its status.
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
   * @throws Throwable the error itself or another; goes to the next error handler
   */
  @Nullable Object handle(Throwable error, Request request, Reply reply) throws Throwable;
}
