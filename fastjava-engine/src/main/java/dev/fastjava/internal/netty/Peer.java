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
record Peer(@Nullable String address, int port, boolean encrypted) {

  static Peer of(Channel channel, boolean encrypted) {
    if (channel.remoteAddress() instanceof InetSocketAddress socket
        && socket.getAddress() != null) {
      return new Peer(NetUtil.toAddressString(socket.getAddress()), socket.getPort(), encrypted);
    }
    return new Peer(null, 0, encrypted);
  }
}
