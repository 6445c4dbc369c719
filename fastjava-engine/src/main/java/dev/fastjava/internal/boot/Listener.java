package dev.fastjava.internal.boot;

import dev.fastjava.ErrorCode;
import dev.fastjava.ListenOptions;
import dev.fastjava.internal.netty.NettyServer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of a server.
 *
 * <p>Reference: Server, listen.
 */
final class Listener {
  private static final String LOCALHOST = "localhost";

  private final Server server;
  private @Nullable NettyServer netty;
  private boolean listening;

  Listener(Server server) {
    this.server = server;
  }

  synchronized CompletableFuture<String> listen(ListenOptions where) {
    if (server.isClosing()) {
      return CompletableFuture.failedFuture(ErrorCode.FST_ERR_REOPENED_CLOSE_SERVER.error());
    }
    if (listening) {
      return CompletableFuture.failedFuture(ErrorCode.FST_ERR_REOPENED_SERVER.error());
    }
    if (where.port() < 0 || where.port() > 65_535) {
      return CompletableFuture.failedFuture(
          ErrorCode.FST_ERR_LISTEN_OPTIONS_INVALID.error("Invalid port " + where.port()));
    }
    listening = true;
    return server
        .ready()
        .thenCompose(ready -> bind(where))
        .whenComplete(
            (origin, error) -> {
              if (error != null) {
                failed();
              }
            });
  }

  /** Nothing was bound: no thread is left behind, and another port may be tried. */
  private synchronized void failed() {
    listening = false;
    if (netty != null && netty.addresses().isEmpty()) {
      var unused = netty.close(true, 0);
      netty = null;
    }
  }

  private CompletableFuture<String> bind(ListenOptions where) {
    NettyServer open;
    synchronized (this) {
      open = netty;
      if (open == null) {
        open = new NettyServer(server.options().http(), server);
        netty = open;
      }
    }
    NettyServer sockets = open;
    int backlog = where.backlog() > 0 ? where.backlog() : server.options().http().backlog();
    boolean both = where.host().equals(LOCALHOST);
    return sockets
        .bind(both ? "127.0.0.1" : where.host(), where.port(), backlog)
        .thenCompose(
            first -> {
              if (!both) {
                return CompletableFuture.completedFuture(List.of(first));
              }
              // The other loopback address is a courtesy: a machine may not have it.
              return sockets
                  .bind("::1", first.getPort(), backlog)
                  .handle(
                      (second, none) -> second == null ? List.of(first) : List.of(first, second));
            })
        .thenCompose(
            bound -> {
              String origin = log(bound, where);
              // Hooks may block, which the event loop that has bound the socket must not.
              return server
                  .loader()
                  .run(() -> AppHooks.runOnListen(server))
                  .thenApply(over -> origin);
            });
  }

  private String log(List<InetSocketAddress> bound, ListenOptions where) {
    List<String> origins = new ArrayList<>();
    for (InetSocketAddress address : bound) {
      for (String host : hosts(address.getAddress())) {
        origins.add(scheme() + host + ':' + address.getPort());
      }
    }
    for (String origin : origins) {
      var resolver = where.listenTextResolver();
      server
          .logger()
          .info("%s", resolver == null ? "Server listening at " + origin : resolver.apply(origin));
    }
    return origins.get(0);
  }

  private static List<String> hosts(InetAddress address) {
    if (address instanceof Inet6Address && !address.isAnyLocalAddress()) {
      return List.of('[' + address.getHostAddress() + ']');
    }
    if (!address.isAnyLocalAddress()) {
      return List.of(address.getHostAddress());
    }
    List<String> hosts = new ArrayList<>();
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(each -> !(each instanceof Inet6Address))
          .sorted((a, b) -> Boolean.compare(b.isLoopbackAddress(), a.isLoopbackAddress()))
          .forEach(each -> hosts.add(each.getHostAddress()));
    } catch (SocketException e) {
      hosts.clear();
    }
    return hosts.isEmpty() ? List.of(address.getHostAddress()) : hosts;
  }

  private String scheme() {
    return server.options().http().tls() == null ? "http://" : "https://";
  }

  synchronized List<InetSocketAddress> addresses() {
    return netty == null ? List.of() : netty.addresses();
  }

  String origin() {
    List<InetSocketAddress> all = addresses();
    if (all.isEmpty()) {
      throw new IllegalStateException("The server does not listen");
    }
    InetSocketAddress address = all.get(all.size() - 1);
    String host = address.getAddress().getHostAddress();
    return scheme()
        + (address.getAddress() instanceof Inet6Address ? '[' + host + ']' : host)
        + ':'
        + address.getPort();
  }

  synchronized CompletableFuture<Void> close(boolean force, long timeoutMillis) {
    return netty == null
        ? CompletableFuture.completedFuture(null)
        : netty.close(force, timeoutMillis);
  }
}
