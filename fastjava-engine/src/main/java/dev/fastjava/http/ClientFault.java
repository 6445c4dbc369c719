package dev.fastjava.http;

/**
 * What is wrong with bytes that are no valid request.
 *
 * <p>Reference: Server, clientErrorHandler.
 */
public enum ClientFault {
  /** They are no valid HTTP. Answered with 400 by default. */
  MALFORMED,
  /** The head of the request is longer than allowed. Answered with 431 by default. */
  HEADER_OVERFLOW,
  /** The request was not complete in time. Answered with 408 by default. */
  TIMEOUT
}
