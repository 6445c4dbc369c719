package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.HttpException;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;

/**
 * The head of a streamed response as it was when the stream was sent. It goes out later, with the
 * first bytes, on another thread: what the application changes until then does not reach it.
 *
 * @param status the status code
 * @param headers checked, and nobody else's
 */
record ResponseHead(int status, ResponseHeaders headers) {

  /**
   * Takes and checks the head of a reply whose payload is a stream.
   *
   * @throws HttpException when a header cannot be sent
   */
  static ResponseHead ofStream(LiveReply reply) {
    return of(reply.statusCode(), PayloadWriter.headers(reply));
  }

  /**
   * Takes and checks a head for a body of any length.
   *
   * @throws HttpException when a header cannot be sent
   */
  static ResponseHead of(int status, ResponseHeaders given) {
    HeaderText.check(given);
    ResponseHeaders headers = given.copy();
    Object length = headers.get("content-length");
    if ("".equals(length)) {
      headers.remove("content-length");
    } else if (length != null && !isLength(length)) {
      throw new HttpException(
          0,
          "Invalid content-length [\"" + length + "\"]",
          details -> details.code("ERR_HTTP_INVALID_HEADER_VALUE"));
    }
    return new ResponseHead(status, headers);
  }

  /** Whether a length is one number: otherwise nobody could tell where the body ends. */
  private static boolean isLength(Object value) {
    if (!(value instanceof String text) || text.length() > 18) {
      return false;
    }
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  ResponseStream start(Exchange exchange) {
    return exchange.startStream(status, headers);
  }
}
