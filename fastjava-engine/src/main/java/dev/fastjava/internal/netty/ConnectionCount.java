package dev.fastjava.internal.netty;

import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;

/**
 * Stands first in a pipeline, and so is the last to leave it: then the connection is gone, and all
 * its handlers know.
 */
final class ConnectionCount extends ChannelHandlerAdapter {
  private final OpenConnections open;

  ConnectionCount(OpenConnections open) {
    this.open = open;
  }

  @Override
  public boolean isSharable() {
    // One for all connections: it has no state of its own.
    return true;
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    open.closed();
  }
}
