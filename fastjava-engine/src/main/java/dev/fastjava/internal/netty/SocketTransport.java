package dev.fastjava.internal.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/**
 * How sockets are served: through the JDK, or through epoll where its native library is on the
 * class path.
 */
record SocketTransport(IoHandlerFactory handlers, Class<? extends ServerChannel> serverChannel) {

  static SocketTransport best() {
    try {
      if (EpollTransport.isAvailable()) {
        return EpollTransport.create();
      }
    } catch (LinkageError e) {
      // Not even the classes of epoll are there: they are optional.
    }
    return new SocketTransport(NioIoHandler.newFactory(), NioServerSocketChannel.class);
  }
}
