package dev.fastjava.internal.boot;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.internal.netty.NettyServer;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.ListenOptions;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of a server.
 *
 * <p>Reference: Server, listen.
 */
final class Listener {
  private static final String LOCALHOST = "localhost";

  private final Server server;
  private final ServerState state;
  private @Nullable NettyServer netty;

  /** Ends with the sockets open, or with nothing left of them. */
  private CompletableFuture<Void> attempt = CompletableFuture.completedFuture(null);

  Listener(Server server) {
    this.server = server;
    this.state = server.state;
  }

  CompletableFuture<String> listen(ListenOptions where) {
    ErrorCode refused = state.askListen();
    if (refused != null) {
      return CompletableFuture.failedFuture(refused.error());
    }
    if (where.port() < 0 || where.port() > 65_535) {
      state.notListening();
      return CompletableFuture.failedFuture(
          ErrorCode.FST_ERR_LISTEN_OPTIONS_INVALID.error("Invalid port " + where.port()));
    }
    return server
        .boot
        .ready()
        .whenComplete(
            (ready, error) -> {
              if (error != null) {
                state.notListening();
              }
            })
        .thenCompose(ready -> open(where))
        // Hooks may block, which the event loop that has bound the socket must not.
        .thenCompose(
            origin ->
                CompletableFuture.runAsync(() -> AppHooks.runOnListen(server), server.threads::body)
                    .thenApply(over -> origin));
  }

  /** Opens the sockets; when that fails, nothing of them is left and another port may be tried. */
  private CompletableFuture<String> open(ListenOptions where) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    synchronized (this) {
      if (!state.beginBind()) {
        state.notListening();
        return CompletableFuture.failedFuture(closed());
      }
      attempt = over;
    }
    // Whatever is thrown on the way ends the attempt, too: closing waits for it.
    return CompletableFuture.completedFuture(where)
        .thenCompose(this::bind)
        .thenApply(
            bound -> {
              if (!state.bound()) {
                throw closed();
              }
              return log(bound, where);
            })
        .exceptionallyCompose(this::undo)
        .whenComplete((origin, error) -> over.complete(null));
  }

  private static FastjavaException closed() {
    return ErrorCode.FST_ERR_REOPENED_CLOSE_SERVER.error();
  }

  private CompletableFuture<String> undo(Throwable error) {
    CompletableFuture<Void> gone;
    synchronized (this) {
      gone =
          netty == null ? CompletableFuture.completedFuture(null) : netty.close(ForceClose.ALL, 0);
      netty = null;
    }
    return gone.handle(
        (nothing, ignored) -> {
          state.notListening();
          throw error instanceof CompletionException wrapped
              ? wrapped
              : new CompletionException(error);
        });
  }

  private CompletableFuture<List<InetSocketAddress>> bind(ListenOptions where) {
    NettyServer sockets = new NettyServer(server.options.http(), server);
    synchronized (this) {
      netty = sockets;
    }
    int backlog = where.backlog() > 0 ? where.backlog() : server.options.http().backlog();
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
      server.logger.info(
          "%s", resolver == null ? "Server listening at " + origin : resolver.apply(origin));
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
    return server.options.http().isEncrypted() ? "https://" : "http://";
  }

  synchronized List<InetSocketAddress> addresses() {
    return netty == null ? List.of() : netty.addresses();
  }

  synchronized boolean isOnEventLoop() {
    return netty != null && netty.isOnEventLoop();
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

  /**
   * Closes what is open, after an attempt to open it that is under way.
   *
   * @return completes with the number of requests that were cut off
   */
  CompletableFuture<Integer> close(ForceClose force, long timeoutMillis) {
    CompletableFuture<Void> opening;
    synchronized (this) {
      opening = attempt;
    }
    return opening.thenCompose(
        over -> {
          NettyServer open;
          synchronized (this) {
            open = netty;
          }
          return open == null
              ? CompletableFuture.completedFuture(0)
              : open.close(force, timeoutMillis).thenApply(nothing -> open.requestsCut());
        });
  }
}
