package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of a route that names the types of its reply and of two parts of its
 * requests, see {@link TypedRoute2}.
 *
 * @param <A> the type of the first part
 * @param <B> the type of the second part
 * @param <R> the type of the reply
 */
@FunctionalInterface
public interface TypedHandler2<A, B, R extends @Nullable Object> {
  /**
   * Handles one request.
   *
   * @param first the first part of the request that the route names
   * @param second the second part of the request that the route names
   * @param request the request
   * @param reply the reply
   * @return the payload
   * @throws Exception any error; it goes to the error handler
   */
  R handle(A first, B second, Request request, Reply reply) throws Exception;
}
