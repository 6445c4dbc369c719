package dev.fastjava.internal.netty;

/** How the client of HTTP/1 learns where a response body ends. */
enum Framing {
  /** The headers of the application say so, or there is no body. */
  AS_GIVEN,
  /** There is no body, and a header has to be added that says so. */
  EMPTY,
  /** The body goes in chunks, each with its length. */
  CHUNKED,
  /** The connection is closed after the body. */
  UNTIL_CLOSE
}
