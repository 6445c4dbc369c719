package dev.fastjava.internal.netty;

import dev.fastjava.option.HttpOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The ways on which clients reach a server, for rules that hold on all of them. */
enum Wire {
  PLAIN,
  /** HTTP/1.1 on a server that takes HTTP/2 without TLS too. */
  PLAIN_BESIDE_HTTP2,
  TLS,
  TLS_BESIDE_HTTP2;

  private static final SSLContext CONTEXT = TestTls.context();

  boolean encrypted() {
    return this == TLS || this == TLS_BESIDE_HTTP2;
  }

  HttpOptions options() {
    boolean http2 = this == PLAIN_BESIDE_HTTP2 || this == TLS_BESIDE_HTTP2;
    HttpOptions options = HttpOptions.of(o -> o.http2(http2));
    return encrypted() ? options.with(o -> o.tls(() -> CONTEXT)) : options;
  }

  /** Connects a client of HTTP/1.1; with TLS, its handshake is done. */
  RawClient connect(TestServer server) throws IOException {
    return new RawClient(socket(server.address, "http/1.1"), server.address);
  }

  /** Connects a client of HTTP/2 that has sent its preface. */
  RawHttp2Client connectHttp2(TestServer server, int... settings) throws IOException {
    return RawHttp2Client.on(socket(server.address, "h2"), settings);
  }

  /** Connects, and chooses a protocol when there is TLS. */
  Socket socket(InetSocketAddress address, String protocol) throws IOException {
    if (!encrypted()) {
      return new Socket(address.getAddress(), address.getPort());
    }
    SSLSocket socket =
        (SSLSocket)
            CONTEXT.getSocketFactory().createSocket(address.getAddress(), address.getPort());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
