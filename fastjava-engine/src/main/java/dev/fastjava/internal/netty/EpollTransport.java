package dev.fastjava.internal.netty;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;

/** The only class that knows epoll, so that its classes may be missing. */
final class EpollTransport {
  private EpollTransport() {}

  static boolean isAvailable() {
    return Epoll.isAvailable();
  }

  static SocketTransport create() {
    return new SocketTransport(EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
  }
}
