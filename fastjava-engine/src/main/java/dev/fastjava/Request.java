package dev.fastjava;

import dev.fastjava.http.RawRequest;
import dev.fastjava.logging.Logger;
import dev.fastjava.mark.ProvidedByEngine;

/**
 * A request on its way through the lifecycle. Used by one step at a time; not thread-safe, except
 * where a method says so.
 *
 * <p>What was sent is in {@link RequestData}, who sent it in {@link RequestOrigin}, validation by
 * hand in {@link RequestValidation}, decorators in {@link Decorated}: all of them are methods of a
 * request.
 *
 * <p>Reference: Request.
 */
@ProvidedByEngine
public interface Request extends Decorated, RequestData, RequestOrigin, RequestValidation {
  /**
   * Returns the request id.
   *
   * @return generated, or taken from the {@code requestIdHeader}
   */
  String id();

  /**
   * Returns the HTTP method.
   *
   * @return in upper case
   */
  String method();

  /**
   * Returns the request target, after {@code rewriteUrl}.
   *
   * @return path and query, undecoded
   */
  String url();

  /**
   * Returns the request target as received.
   *
   * @return path and query, undecoded
   */
  String originalUrl();

  /**
   * Returns whether a not-found handler serves the request.
   *
   * @return true when no route matched
   */
  boolean is404();

  /**
   * Returns the encapsulation context of the route.
   *
   * @return the instance it was declared on
   */
  Fastjava server();

  /**
   * Returns the logger of the request.
   *
   * @return a child logger that carries the request id
   */
  Logger log();

  /**
   * Returns what the route was declared with.
   *
   * @return a read-only view
   */
  RouteInfo routeOptions();

  /**
   * Returns the request below the framework.
   *
   * @return a read-only view
   */
  RawRequest raw();

  /**
   * Returns the signal that tells when nobody waits for the reply any more. Thread-safe.
   *
   * @return the signal
   */
  AbortSignal signal();
}
