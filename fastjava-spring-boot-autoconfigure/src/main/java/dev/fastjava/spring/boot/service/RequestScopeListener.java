package dev.fastjava.spring.boot.service;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.type.DecoratorKey;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Gives requests the beans of their scope, and destroys these when the response is over. */
final class RequestScopeListener implements RequestListener {
  static final DecoratorKey<RequestBeans> BEANS =
      DecoratorKey.of("springRequestBeans", RequestBeans.class);

  private static final Log logger = LogFactory.getLog(RequestScopeListener.class);

  @Override
  public Runnable threadScope(Request request, Reply reply) {
    RequestBeans beans = request.get(BEANS);
    if (beans == null) {
      beans = new RequestBeans(request);
      request.set(BEANS, beans);
    }
    RequestAttributes before = RequestContextHolder.getRequestAttributes();
    RequestContextHolder.setRequestAttributes(beans);
    return () -> RequestContextHolder.setRequestAttributes(before);
  }

  @Override
  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
    RequestBeans beans = request.get(BEANS);
    if (beans != null) {
      try {
        beans.requestCompleted();
      } catch (RuntimeException failure) {
        // The callbacks of the factory log by themselves; others may throw.
        logger.error("A bean of the scope of a request cannot be destroyed", failure);
      }
    }
  }
}
