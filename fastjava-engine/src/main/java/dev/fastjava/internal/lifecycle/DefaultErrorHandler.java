package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes status and headers from the error, logs it, and sends it on to be serialized. */
public final class DefaultErrorHandler implements ErrorHandler {
  /** The handlers of a server without any of its own. */
  public static final List<ErrorHandler> CHAIN = List.of(new DefaultErrorHandler());

  private DefaultErrorHandler() {}

  @Override
  public @Nullable Object handle(Throwable error, Request request, Reply reply) {
    LiveReply live = (LiveReply) reply;
    live.setErrorStatus(error);
    try {
      reply.headers(ErrorMembers.headers(live.call().replying.errors().described(error)));
    } catch (RuntimeException refused) {
      error.addSuppressed(refused);
    }
    live.call().log().errorHandled(error, live);
    return reply.send(error);
  }
}
