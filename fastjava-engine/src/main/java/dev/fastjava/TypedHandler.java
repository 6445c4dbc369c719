package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of a route that names the type of its reply, see {@link TypedRoute}.
 *
 * @param <R> the type of the reply
 */
@FunctionalInterface
public interface TypedHandler<R extends @Nullable Object> {
  /**
   * Handles one request.
   *
   * @param request the request
   * @param reply the reply
   * @return the payload
   * @throws Exception any error; it goes to the error handler
   */
  R handle(Request request, Reply reply) throws Exception;
}
