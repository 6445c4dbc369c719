package dev.fastjava.internal.netty;

import dev.fastjava.http.ClientConnection;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A connection whose client has sent something wrong; it is closed after the answer. */
final class FaultyConnection implements ClientConnection {
  private final Channel channel;
  private final ConnectionInfo info;
  private boolean answerable;

  /**
   * Creates the view of the connection.
   *
   * @param answerable false when a response is half written: an answer would become a part of it
   */
  FaultyConnection(Channel channel, ConnectionInfo info, boolean answerable) {
    this.channel = channel;
    this.info = info;
    this.answerable = answerable;
  }

  @Override
  public void end(byte[] bytes) {
    if (answerable) {
      answerable = false;
      ChannelOperations.write(channel, Unpooled.wrappedBuffer(bytes));
    }
  }

  @Override
  public void destroy() {
    answerable = false;
    ChannelOperations.close(channel);
  }

  @Override
  public @Nullable String remoteAddress() {
    return info.address();
  }
}
