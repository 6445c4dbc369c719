package dev.fastjava.http;

import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.internal.netty.RawClient;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Consumer;

/** An application that listens on a free port of the loopback address. */
final class Served implements AutoCloseable {
  final Fastjava app;
  final InetSocketAddress address;
  final String origin;

  private Served(Fastjava app) {
    this.app = app;
    this.origin = Eventually.join(app.listen(o -> o.host("127.0.0.1")));
    this.address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(origin).getPort());
  }

  static Served app(Consumer<Fastjava> routes) {
    return app(options -> {}, routes);
  }

  static Served app(Consumer<FastjavaOptions.Builder> options, Consumer<Fastjava> routes) {
    Fastjava app = Fastjava.create(options);
    routes.accept(app);
    return new Served(app);
  }

  RawClient connect() throws IOException {
    return new RawClient(address);
  }

  @Override
  public void close() {
    app.close();
  }
}
