package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of a route that names the types of its reply and of three parts of its
 * requests, see {@link TypedRoute3}.
 *
 * @param <A> the type of the first part
 * @param <B> the type of the second part
 * @param <C> the type of the third part
 * @param <R> the type of the reply
 */
@FunctionalInterface
public interface TypedHandler3<A, B, C, R extends @Nullable Object> {
  /**
   * Handles one request.
   *
   * @param first the first part of the request that the route names
   * @param second the second part of the request that the route names
   * @param third the third part of the request that the route names
   * @param request the request
   * @param reply the reply
   * @return the payload
   * @throws Exception any error; it goes to the error handler
   */
  R handle(A first, B second, C third, Request request, Reply reply) throws Exception;
}
