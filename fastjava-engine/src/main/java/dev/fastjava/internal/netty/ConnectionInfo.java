package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a connection.
 *
 * @param address its IP address in the usual short form; null when unknown
 * @param port 0 when unknown
 * @param tls null when the connection is not encrypted
 */
record ConnectionInfo(@Nullable String address, int port, @Nullable SSLSession tls) {

  /** Tells of a connection, after its handshake if there is one. */
  static ConnectionInfo of(Channel channel, boolean encrypted) {
    SslHandler handler = encrypted ? channel.pipeline().get(SslHandler.class) : null;
    SSLSession tls = handler == null ? null : handler.engine().getSession();
    if (channel.remoteAddress() instanceof InetSocketAddress socket
        && socket.getAddress() != null) {
      return new ConnectionInfo(
          NetUtil.toAddressString(socket.getAddress()), socket.getPort(), tls);
    }
    return new ConnectionInfo(null, 0, tls);
  }

  boolean encrypted() {
    return tls != null;
  }
}
