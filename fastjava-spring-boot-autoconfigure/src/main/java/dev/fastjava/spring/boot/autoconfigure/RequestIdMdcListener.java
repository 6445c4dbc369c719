package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import org.slf4j.MDC;

/**
 * Holds the id of a request in the MDC while its handler runs, so that every line logged by the
 * code it calls tells the request. Work the handler hands to other threads is not covered.
 */
final class RequestIdMdcListener implements RequestListener {
  private final String key;

  RequestIdMdcListener(String key) {
    this.key = key;
  }

  @Override
  public void handlerStart(Request request, Reply reply) {
    MDC.put(key, request.id());
  }

  @Override
  public void handlerEnd(Request request, Reply reply) {
    MDC.remove(key);
  }
}
