package dev.fastjava.spi;

import dev.fastjava.http.RawRequest;
import dev.fastjava.mark.ForImplementation;
import org.jspecify.annotations.Nullable;

/**
 * Makes the id of a request that does not bring one.
 *
 * <p>Runs on the event loop in every execution mode, for every request: it must not block, or all
 * connections of the loop wait.
 *
 * <p>Reference: Server, genReqId.
 */
@ForImplementation
public interface RequestIdGenerator {
  /**
   * Makes an id.
   *
   * @param request the request
   * @return the id; null for that which counting gives. A request whose generator throws is
   *     answered with status 500
   */
  @Nullable String generate(RawRequest request);
}
