package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;

/**
 * Stops the reading of a connection while its client does not take what is written to it. Stands
 * before the codec of HTTP/2, which goes on reading by itself whatever the channel is set to.
 */
final class ReadGate extends ChannelOutboundHandlerAdapter {
  private boolean closed;

  void set(Channel channel, boolean open) {
    if (closed == open) {
      closed = !open;
      channel.config().setAutoRead(open);
    }
  }

  @Override
  public void read(ChannelHandlerContext ctx) {
    if (!closed) {
      ctx.read();
    }
  }
}
