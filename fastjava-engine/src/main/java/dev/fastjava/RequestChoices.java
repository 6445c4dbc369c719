package dev.fastjava;

import dev.fastjava.option.TrustProxy;
import dev.fastjava.spi.ClientErrorHandler;
import dev.fastjava.spi.UrlRewriter;
import org.jspecify.annotations.Nullable;

/**
 * What options say of requests: their size, their origin, and errors before and behind handlers. A
 * part of {@link FastjavaOptions}; {@link RequestSettings} sets it.
 */
abstract class RequestChoices extends LifetimeChoices {
  RequestChoices(FastjavaOptions.Builder values) {
    super(values);
  }

  /**
   * Returns the limit for bodies.
   *
   * @return bytes
   */
  public long bodyLimit() {
    return values.bodyLimit;
  }

  /**
   * Returns which proxies are trusted to tell the client.
   *
   * @return the trusted addresses; null when not set
   */
  public @Nullable TrustProxy trustProxy() {
    return values.trustProxy;
  }

  /**
   * Returns what rewrites the url before routing.
   *
   * @return makes the new url of a request; null when not set
   */
  public @Nullable UrlRewriter rewriteUrl() {
    return values.rewriteUrl;
  }

  /**
   * Returns whether GET routes answer HEAD as well.
   *
   * @return true by default
   */
  public boolean exposeHeadRoutes() {
    return values.exposeHeadRoutes;
  }

  /**
   * Returns what answers errors that happen before a route is known.
   *
   * @return handles bad urls, too long parameters and failed constraints; null when not set
   */
  public @Nullable ErrorHandler frameworkErrors() {
    return values.frameworkErrors;
  }

  /**
   * Returns what lets the server write payloads and errors of another framework.
   *
   * @return the adapter; null for none
   */
  public @Nullable ReplyAdapter replyAdapter() {
    return values.replyAdapter;
  }

  /**
   * Returns what answers bytes that are no valid request.
   *
   * @return handles the error; null when not set
   */
  public @Nullable ClientErrorHandler clientErrorHandler() {
    return values.clientErrorHandler;
  }

  /**
   * Returns whether an error handler of a context may be set twice.
   *
   * @return true by default, with the warning FSTWRN004
   */
  public boolean allowErrorHandlerOverride() {
    return values.allowErrorHandlerOverride;
  }
}
