package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of a route that names the types of its reply and of one part of its
 * requests, see {@link TypedRoute1}.
 *
 * @param <A> the type of the first part
 * @param <R> the type of the reply
 */
@FunctionalInterface
public interface TypedHandler1<A, R extends @Nullable Object> {
  /**
   * Handles one request.
   *
   * @param first the part of the request that the route names
   * @param request the request
   * @param reply the reply
   * @return the payload
   * @throws Exception any error; it goes to the error handler
   */
  R handle(A first, Request request, Reply reply) throws Exception;
}
