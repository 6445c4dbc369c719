package dev.fastjava.error;

import java.util.function.Consumer;

/**
 * Errors by the names of their status codes: {@code throw HttpErrors.notFound("No such order")}.
 * What an error has beside its message is set by {@link #create}.
 *
 * <p>Reference: Reply, Errors; the names are those of {@code @fastify/sensible}.
 */
public final class HttpErrors {
  private HttpErrors() {}

  /**
   * Makes an error with details.
   *
   * @param statusCode the status code of the reply, 400 to 599
   * @param message what went wrong; the client sees it
   * @param details sets code, headers, properties and cause
   * @return the error, to be thrown or sent
   * @throws IllegalArgumentException if the status code is not one of an error
   */
  public static HttpException create(
      int statusCode, String message, Consumer<HttpException.Details> details) {
    if (statusCode < 400 || statusCode > 599) {
      throw new IllegalArgumentException("Not the status code of an error: " + statusCode);
    }
    return new HttpException(statusCode, message, details);
  }

  /**
   * Makes an error 400, Bad Request.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException badRequest(String message) {
    return new HttpException(400, message);
  }

  /**
   * Makes an error 401, Unauthorized.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException unauthorized(String message) {
    return new HttpException(401, message);
  }

  /**
   * Makes an error 402, Payment Required.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException paymentRequired(String message) {
    return new HttpException(402, message);
  }

  /**
   * Makes an error 403, Forbidden.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException forbidden(String message) {
    return new HttpException(403, message);
  }

  /**
   * Makes an error 404, Not Found.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException notFound(String message) {
    return new HttpException(404, message);
  }

  /**
   * Makes an error 405, Method Not Allowed.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException methodNotAllowed(String message) {
    return new HttpException(405, message);
  }

  /**
   * Makes an error 406, Not Acceptable.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException notAcceptable(String message) {
    return new HttpException(406, message);
  }

  /**
   * Makes an error 407, Proxy Authentication Required.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException proxyAuthenticationRequired(String message) {
    return new HttpException(407, message);
  }

  /**
   * Makes an error 408, Request Timeout.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException requestTimeout(String message) {
    return new HttpException(408, message);
  }

  /**
   * Makes an error 409, Conflict.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException conflict(String message) {
    return new HttpException(409, message);
  }

  /**
   * Makes an error 410, Gone.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException gone(String message) {
    return new HttpException(410, message);
  }

  /**
   * Makes an error 411, Length Required.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException lengthRequired(String message) {
    return new HttpException(411, message);
  }

  /**
   * Makes an error 412, Precondition Failed.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException preconditionFailed(String message) {
    return new HttpException(412, message);
  }

  /**
   * Makes an error 413, Payload Too Large.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException payloadTooLarge(String message) {
    return new HttpException(413, message);
  }

  /**
   * Makes an error 414, URI Too Long.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException uriTooLong(String message) {
    return new HttpException(414, message);
  }

  /**
   * Makes an error 415, Unsupported Media Type.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException unsupportedMediaType(String message) {
    return new HttpException(415, message);
  }

  /**
   * Makes an error 416, Range Not Satisfiable.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException rangeNotSatisfiable(String message) {
    return new HttpException(416, message);
  }

  /**
   * Makes an error 417, Expectation Failed.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException expectationFailed(String message) {
    return new HttpException(417, message);
  }

  /**
   * Makes an error 418, I'm a Teapot.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException imateapot(String message) {
    return new HttpException(418, message);
  }

  /**
   * Makes an error 421, Misdirected Request.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException misdirectedRequest(String message) {
    return new HttpException(421, message);
  }

  /**
   * Makes an error 422, Unprocessable Entity.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException unprocessableEntity(String message) {
    return new HttpException(422, message);
  }

  /**
   * Makes an error 423, Locked.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException locked(String message) {
    return new HttpException(423, message);
  }

  /**
   * Makes an error 424, Failed Dependency.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException failedDependency(String message) {
    return new HttpException(424, message);
  }

  /**
   * Makes an error 425, Too Early.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException tooEarly(String message) {
    return new HttpException(425, message);
  }

  /**
   * Makes an error 426, Upgrade Required.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException upgradeRequired(String message) {
    return new HttpException(426, message);
  }

  /**
   * Makes an error 428, Precondition Required.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException preconditionRequired(String message) {
    return new HttpException(428, message);
  }

  /**
   * Makes an error 429, Too Many Requests.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException tooManyRequests(String message) {
    return new HttpException(429, message);
  }

  /**
   * Makes an error 431, Request Header Fields Too Large.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException requestHeaderFieldsTooLarge(String message) {
    return new HttpException(431, message);
  }

  /**
   * Makes an error 451, Unavailable For Legal Reasons.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException unavailableForLegalReasons(String message) {
    return new HttpException(451, message);
  }

  /**
   * Makes an error 500, Internal Server Error.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException internalServerError(String message) {
    return new HttpException(500, message);
  }

  /**
   * Makes an error 501, Not Implemented.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException notImplemented(String message) {
    return new HttpException(501, message);
  }

  /**
   * Makes an error 502, Bad Gateway.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException badGateway(String message) {
    return new HttpException(502, message);
  }

  /**
   * Makes an error 503, Service Unavailable.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException serviceUnavailable(String message) {
    return new HttpException(503, message);
  }

  /**
   * Makes an error 504, Gateway Timeout.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException gatewayTimeout(String message) {
    return new HttpException(504, message);
  }

  /**
   * Makes an error 505, HTTP Version Not Supported.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException httpVersionNotSupported(String message) {
    return new HttpException(505, message);
  }

  /**
   * Makes an error 506, Variant Also Negotiates.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException variantAlsoNegotiates(String message) {
    return new HttpException(506, message);
  }

  /**
   * Makes an error 507, Insufficient Storage.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException insufficientStorage(String message) {
    return new HttpException(507, message);
  }

  /**
   * Makes an error 508, Loop Detected.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException loopDetected(String message) {
    return new HttpException(508, message);
  }

  /**
   * Makes an error 509, Bandwidth Limit Exceeded.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException bandwidthLimitExceeded(String message) {
    return new HttpException(509, message);
  }

  /**
   * Makes an error 510, Not Extended.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException notExtended(String message) {
    return new HttpException(510, message);
  }

  /**
   * Makes an error 511, Network Authentication Required.
   *
   * @param message what went wrong; the client sees it
   * @return the error, to be thrown or sent
   */
  public static HttpException networkAuthenticationRequired(String message) {
    return new HttpException(511, message);
  }
}
