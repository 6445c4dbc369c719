package dev.fastjava.internal.netty;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the application does for one connection of HTTP/2, and how much of its responses waits for
 * the client. Requests of streams that are gone count until their work is done. On the event loop
 * only.
 */
final class Http2Work {
  /** How many requests a client may have worked on that lets nothing through. */
  static final int MOST_BEHIND_CLOSED_WINDOW = 8;

  /** How long a request counts that was reset while it waited for somebody to answer it. */
  private static final long LEFT_TIMEOUT = 30_000;

  private static final Long NOT_SEEN = -1L;

  private final ArrayDeque<Http2StreamHandler> waiting = new ArrayDeque<>();

  /** Requests that nobody works on and whose clients are gone: somebody may still answer them. */
  private final Map<Http2Exchange, Long> left = new LinkedHashMap<>();

  private final BooleanSupplier goesOn;

  private int running;
  private final UnsentReplies unsent = new UnsentReplies();

  /**
   * Makes the work of a connection.
   *
   * @param goesOn whether its client may still get responses
   */
  Http2Work(BooleanSupplier goesOn) {
    this.goesOn = goesOn;
  }

  /** Whether one more request would be too many. */
  boolean isFull() {
    return running + waiting.size() >= Http2Limits.MOST_STREAMS;
  }

  /**
   * Whether a request may begin now.
   *
   * @param windowOpen whether a response could be sent at all
   */
  boolean admits(boolean windowOpen) {
    return !unsent.isFull() && (windowOpen || running < MOST_BEHIND_CLOSED_WINDOW);
  }

  void begun() {
    running++;
  }

  void ended(Http2Exchange request) {
    left.remove(request);
    running--;
  }

  /** To be counted for some time still: what the application may do for it cannot be seen. */
  void leave(Http2Exchange request) {
    left.putIfAbsent(request, NOT_SEEN);
  }

  /** Gives up those that have been left for long. */
  void check(long now) {
    left.replaceAll((request, since) -> since.equals(NOT_SEEN) ? Long.valueOf(now) : since);
    new ArrayList<>(left.entrySet())
        .forEach(
            each -> {
              if (now - each.getValue() >= LEFT_TIMEOUT) {
                each.getKey().workOver();
              }
            });
  }

  UnsentReplies unsent() {
    return unsent;
  }

  /** Whether as much waits for the client as may. */
  boolean isStuffed() {
    return unsent.isFull();
  }

  void await(Http2StreamHandler request) {
    waiting.add(request);
  }

  void forget(Http2StreamHandler request) {
    waiting.remove(request);
  }

  /** Begins those that waited and may begin now. */
  void resume() {
    // Starting one may end it at once, and call this again.
    while (!waiting.isEmpty() && goesOn.getAsBoolean()) {
      Http2StreamHandler ready = firstAdmitted();
      if (ready == null) {
        return;
      }
      ready.start();
    }
  }

  private @Nullable Http2StreamHandler firstAdmitted() {
    for (Iterator<Http2StreamHandler> each = waiting.iterator(); each.hasNext(); ) {
      Http2StreamHandler request = each.next();
      if (admits(request.isWindowOpen())) {
        each.remove();
        return request;
      }
    }
    return null;
  }
}
