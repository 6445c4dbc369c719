package dev.fastjava.spi;

import dev.fastjava.http.RawRequest;
import dev.fastjava.logging.ChildOptions;
import dev.fastjava.logging.Logger;
import dev.fastjava.mark.ForImplementation;
import java.util.Map;

/**
 * Makes the logger of each request, when it is first asked for. Called where the request is at that
 * time, which may be the event loop: it must not block.
 *
 * <p>Reference: Server, childLoggerFactory.
 */
@ForImplementation
public interface ChildLoggerFactory {
  /**
   * Makes the logger of a request.
   *
   * @param logger the logger of the server
   * @param bindings what the child carries by default: the request id
   * @param options the route's level and serializers
   * @param request the request
   * @return the child logger
   */
  Logger create(
      Logger logger, Map<String, Object> bindings, ChildOptions options, RawRequest request);
}
