package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import org.jspecify.annotations.Nullable;

/** Takes status and headers from the error, logs it, and sends it on to be serialized. */
final class DefaultErrorHandler implements ErrorHandler {
  static final DefaultErrorHandler INSTANCE = new DefaultErrorHandler();

  private DefaultErrorHandler() {}

  @Override
  public @Nullable Object handle(Throwable error, Request request, Reply reply) {
    LiveReply live = (LiveReply) reply;
    live.setErrorStatus(error);
    try {
      reply.headers(ErrorMembers.headers(error));
    } catch (RuntimeException refused) {
      error.addSuppressed(refused);
    }
    live.cycle().log().errorHandled(error, live);
    return reply.send(error);
  }
}
