package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.TimeUnit;

/**
 * Operations on a channel whose future tells nothing new: when one fails, the channel has failed,
 * and its handlers are told so.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class ChannelOperations {
  private ChannelOperations() {}

  static void close(Channel channel) {
    channel.close();
  }

  /**
   * Closes a connection whose client takes nothing: what it has not taken is dropped, also by the
   * operating system, and TLS does not wait for its last word to go out.
   */
  static void cut(Channel channel) {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.unsafe().close(channel.voidPromise());
  }

  /** Writes without a promise: a failure reaches the handlers of the channel as an exception. */
  static void write(Channel channel, Object part) {
    channel.write(part, channel.voidPromise());
  }

  static void write(Channel channel, Object part, ChannelPromise promise) {
    channel.write(part, promise);
  }

  static void later(Channel channel, Runnable task, long millis) {
    channel.eventLoop().schedule(task, millis, TimeUnit.MILLISECONDS);
  }
}
