package dev.fastjava;

import dev.fastjava.option.TrustProxy;
import dev.fastjava.spi.ClientErrorHandler;
import dev.fastjava.spi.UrlRewriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server does with requests before and around their routes. A part of {@link
 * FastjavaOptions.Builder}.
 *
 * @param <B> the builder
 */
abstract class RequestSettings<B extends RequestSettings<B>> extends LifetimeSettings<B> {
  long bodyLimit = 1_048_576;
  @Nullable TrustProxy trustProxy;
  @Nullable UrlRewriter rewriteUrl;
  boolean exposeHeadRoutes = true;
  @Nullable ErrorHandler frameworkErrors;
  @Nullable ClientErrorHandler clientErrorHandler;
  @Nullable ReplyAdapter replyAdapter;
  boolean allowErrorHandlerOverride = true;

  /** Takes over what another builder has. */
  final void copyRequest(RequestSettings<?> from) {
    bodyLimit = from.bodyLimit;
    trustProxy = from.trustProxy;
    rewriteUrl = from.rewriteUrl;
    exposeHeadRoutes = from.exposeHeadRoutes;
    frameworkErrors = from.frameworkErrors;
    clientErrorHandler = from.clientErrorHandler;
    replyAdapter = from.replyAdapter;
    allowErrorHandlerOverride = from.allowErrorHandlerOverride;
  }

  /**
   * Sets the limit for bodies.
   *
   * @param bodyLimit bytes; 1,048,576 by default; more get 413
   * @return this
   */
  public B bodyLimit(long bodyLimit) {
    this.bodyLimit = bodyLimit;
    return self();
  }

  /**
   * Sets which proxies are trusted to tell the client.
   *
   * @param trustProxy the trusted addresses; none by default
   * @return this
   */
  public B trustProxy(TrustProxy trustProxy) {
    this.trustProxy = Objects.requireNonNull(trustProxy, "trustProxy");
    return self();
  }

  /**
   * Sets what rewrites the url before routing.
   *
   * @param rewriteUrl makes the new url of a request
   * @return this
   */
  public B rewriteUrl(UrlRewriter rewriteUrl) {
    this.rewriteUrl = Objects.requireNonNull(rewriteUrl, "rewriteUrl");
    return self();
  }

  /**
   * Sets whether GET routes answer HEAD as well.
   *
   * @param exposeHeadRoutes true by default
   * @return this
   */
  public B exposeHeadRoutes(boolean exposeHeadRoutes) {
    this.exposeHeadRoutes = exposeHeadRoutes;
    return self();
  }

  /**
   * Sets what answers errors that happen before a route is known.
   *
   * @param frameworkErrors handles bad urls, too long parameters and failed constraints
   * @return this
   */
  public B frameworkErrors(ErrorHandler frameworkErrors) {
    this.frameworkErrors = Objects.requireNonNull(frameworkErrors, "frameworkErrors");
    return self();
  }

  /**
   * Sets what answers bytes that are no valid request.
   *
   * @param clientErrorHandler handles the error
   * @return this
   */
  public B clientErrorHandler(ClientErrorHandler clientErrorHandler) {
    this.clientErrorHandler = Objects.requireNonNull(clientErrorHandler, "clientErrorHandler");
    return self();
  }

  /**
   * Sets what lets the server write payloads and errors of another framework.
   *
   * @param replyAdapter turns them into what the server knows; none by default
   * @return this
   */
  public B replyAdapter(ReplyAdapter replyAdapter) {
    this.replyAdapter = Objects.requireNonNull(replyAdapter, "replyAdapter");
    return self();
  }

  /**
   * Sets whether an error handler of a context may be set twice.
   *
   * @param allowErrorHandlerOverride true by default, with the warning FSTWRN004
   * @return this
   */
  public B allowErrorHandlerOverride(boolean allowErrorHandlerOverride) {
    this.allowErrorHandlerOverride = allowErrorHandlerOverride;
    return self();
  }
}
