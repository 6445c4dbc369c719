package dev.fastjava.internal.lifecycle;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several listeners as one. */
record RequestListeners(List<RequestListener> all) implements RequestListener {
  @Override
  public void handlerStart(Request request, Reply reply) {
    all.forEach(each -> each.handlerStart(request, reply));
  }

  @Override
  public void handlerEnd(Request request, Reply reply) {
    all.forEach(each -> each.handlerEnd(request, reply));
  }

  @Override
  public void handlerError(Request request, Reply reply, Throwable error) {
    all.forEach(each -> each.handlerError(request, reply, error));
  }

  @Override
  public void asyncEnd(Request request, Reply reply) {
    all.forEach(each -> each.asyncEnd(request, reply));
  }

  @Override
  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
    all.forEach(each -> each.responseEnd(request, reply, error));
  }
}
