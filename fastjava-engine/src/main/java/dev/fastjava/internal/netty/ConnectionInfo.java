package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a connection.
 *
 * @param address its IP address in the usual short form; null when unknown
 * @param port 0 when unknown
 */
record ConnectionInfo(@Nullable String address, int port, boolean encrypted) {

  static ConnectionInfo of(Channel channel, boolean encrypted) {
    if (channel.remoteAddress() instanceof InetSocketAddress socket
        && socket.getAddress() != null) {
      return new ConnectionInfo(
          NetUtil.toAddressString(socket.getAddress()), socket.getPort(), encrypted);
    }
    return new ConnectionInfo(null, 0, encrypted);
  }
}
