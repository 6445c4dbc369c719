package dev.fastjava.spi;

import dev.fastjava.http.RawRequest;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the url of a request before it is routed.
 *
 * <p>Runs on the event loop in every execution mode, for every request: it must not block, or all
 * connections of the loop wait.
 *
 * <p>Reference: Server, rewriteUrl.
 */
@FunctionalInterface
public interface UrlRewriter {
  /**
   * Rewrites the url.
   *
   * @param request the request
   * @return path and query from now on; null is an error that closes the connection, and what is
   *     thrown is answered with status 500
   */
  @Nullable String rewrite(RawRequest request);
}
