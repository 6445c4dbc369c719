package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a request was replied to. The place of a reply that comes too late is always known;
 * that of the first one only while the server logs at level debug, as it costs a stack trace for
 * every reply.
 *
 * <p>Reference: Errors, FST_ERR_REP_ALREADY_SENT.
 */
final class SentPlace extends Throwable {
  private static final long serialVersionUID = 1L;

  private SentPlace(String message) {
    super(message);
  }

  /** The calling code. */
  static SentPlace here() {
    SentPlace place = new SentPlace("The first reply was sent here");
    StackTraceElement[] stack = place.getStackTrace();
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().equals(LiveReply.class.getName())) {
        return place;
      }
    }
    place =
        new SentPlace("The first reply was what a hook or handler returned, threw or passed on");
    place.setStackTrace(stack);
    return place;
  }

  /**
   * Makes the error of a reply that comes too late.
   *
   * @param first where the one before was sent, as far as known
   * @param second where it was sent; null for the calling code
   * @param lost the error that would have been the reply; null for a payload
   */
  static Throwable alreadySent(
      Call call, @Nullable SentPlace first, @Nullable SentPlace second, @Nullable Throwable lost) {
    Throwable error =
        ErrorCode.FST_ERR_REP_ALREADY_SENT.error(call.request.url(), call.request.method());
    if (second != null) {
      error.setStackTrace(second.getStackTrace());
    }
    if (first != null) {
      error.addSuppressed(first);
    }
    if (lost != null) {
      error.addSuppressed(lost);
    }
    return error;
  }
}
