package dev.fastjava.internal.lifecycle;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All listeners of a server as one. An error of a listener is logged and touches nothing else. */
final class RequestListeners implements RequestListener {
  private final List<RequestListener> all;
  private final RequestLog log;

  RequestListeners(List<RequestListener> all, RequestLog log) {
    this.all = all;
    this.log = log;
  }

  private void tell(Reply reply, Consumer<RequestListener> event) {
    for (RequestListener each : all) {
      try {
        event.accept(each);
      } catch (Throwable e) {
        Failures.rethrowFatal(e);
        log.listenerFailed((LiveReply) reply, e);
      }
    }
  }

  @Override
  public @Nullable Runnable threadScope(Request request, Reply reply) {
    Runnable leave = null;
    for (RequestListener each : all) {
      try {
        Runnable own = each.threadScope(request, reply);
        if (own != null) {
          leave = leaving(reply, own, leave);
        }
      } catch (Throwable e) {
        Failures.rethrowFatal(e);
        log.listenerFailed((LiveReply) reply, e);
      }
    }
    return leave;
  }

  /** What was entered last is left first, and what fails keeps nothing else from being left. */
  private Runnable leaving(Reply reply, Runnable inner, @Nullable Runnable outer) {
    return () -> {
      try {
        inner.run();
      } catch (Throwable e) {
        Failures.rethrowFatal(e);
        log.listenerFailed((LiveReply) reply, e);
      } finally {
        if (outer != null) {
          outer.run();
        }
      }
    };
  }

  @Override
  public void handlerStart(Request request, Reply reply) {
    tell(reply, each -> each.handlerStart(request, reply));
  }

  @Override
  public void handlerEnd(Request request, Reply reply) {
    tell(reply, each -> each.handlerEnd(request, reply));
  }

  @Override
  public void handlerError(Request request, Reply reply, Throwable error) {
    tell(reply, each -> each.handlerError(request, reply, error));
  }

  @Override
  public void asyncStart(Request request, Reply reply) {
    tell(reply, each -> each.asyncStart(request, reply));
  }

  @Override
  public void asyncEnd(Request request, Reply reply) {
    tell(reply, each -> each.asyncEnd(request, reply));
  }

  @Override
  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
    tell(reply, each -> each.responseEnd(request, reply, error));
  }
}
