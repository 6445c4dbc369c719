package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rest of a small body a moment to arrive. Many clients send head and body in two
 * segments: with all of it the request has one turn on its thread instead of two.
 */
final class RestOfBody {
  /** Longer bodies come in many segments anyway. */
  private static final int SMALL_BODY = 16 << 10;

  /** How long the rest of a small body may take to count as on its way. */
  private static final long MOMENT_MILLIS = 5;

  private final Channel channel;
  private final Consumer<Http1Exchange> over;

  /** Whose body has had its moment, or has it. */
  private @Nullable Http1Exchange awaited;

  /**
   * Makes it.
   *
   * @param over is told when the moment of a request is over
   */
  RestOfBody(Channel channel, Consumer<Http1Exchange> over) {
    this.channel = channel;
    this.over = over;
  }

  boolean isWorthWaitingFor(Http1Exchange exchange) {
    long announced = exchange.announcedLength();
    if (announced <= 0 || announced > SMALL_BODY || exchange.waitsForContinue()) {
      return false;
    }
    if (exchange != awaited) {
      awaited = exchange;
      ChannelOperations.later(channel, () -> over.accept(exchange), MOMENT_MILLIS);
    }
    return true;
  }
}
