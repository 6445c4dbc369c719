package dev.fastjava.spring.boot.accesslog;

import dev.fastjava.Reply;
import dev.fastjava.Request;

/**
 * Decides which requests the access log has. With several beans of this type a request is logged
 * when all of them say so.
 */
@FunctionalInterface
public interface AccessLogCondition {
  /**
   * Decides about a request that is over.
   *
   * @param request the request
   * @param reply its reply
   * @return whether it is logged
   */
  boolean isLogged(Request request, Reply reply);
}
