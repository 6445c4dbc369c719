package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.RequestDispatcher;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.option.TlsOptions;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Serves HTTP on sockets. It has event loops of its own from the first {@link #bind} to {@link
 * #close}, and can listen on several addresses. Thread-safe.
 */
public final class NettyServer {
  /** How long the loops may take to end when all connections have been closed. */
  private static final long SHUTDOWN_TIMEOUT_MILLIS = 5_000;

  private final ServerSettings settings;
  private final MultiThreadIoEventLoopGroup group;
  private final ServerBootstrap bootstrap;
  private final ConcurrentMap<EventLoop, LoopState> loops = new ConcurrentHashMap<>();
  private final OpenConnections open;
  private final List<Channel> listeners = new CopyOnWriteArrayList<>();
  private final AtomicInteger requestsCut = new AtomicInteger();
  private @Nullable CompletableFuture<Void> closed;

  /**
   * Creates a server that does not listen yet. It asks for the TLS context now.
   *
   * @param dispatcher takes the requests
   */
  public NettyServer(HttpOptions options, RequestDispatcher dispatcher) {
    this.settings = new ServerSettings(options, dispatcher);
    this.open = new OpenConnections(settings.maxConnections);
    Supplier<TlsOptions> tls = tls(options);
    TlsContexts tlsContexts = tls == null ? null : new TlsContexts(tls, options.http2());
    SocketTransport transport = SocketTransport.best();
    int threads = options.eventLoopThreads();
    this.group =
        new MultiThreadIoEventLoopGroup(
            threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
            new DefaultThreadFactory("fastjava-loop"),
            transport.handlers());
    this.bootstrap =
        new ServerBootstrap()
            .group(group)
            .channel(transport.serverChannel())
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(new ConnectionInitializer(settings, tlsContexts, open, this::stateOf));
  }

  /** A context that is given without options is asked for once. */
  private static @Nullable Supplier<TlsOptions> tls(HttpOptions options) {
    Supplier<SSLContext> context = options.tls();
    if (context == null) {
      return options.tlsOptions();
    }
    TlsOptions only = TlsOptions.of(context.get());
    return () -> only;
  }

  /**
   * Listens on one more address.
   *
   * @param port 0 for any free one
   * @param backlog how many connections may wait to be accepted
   * @return the address; fails with {@link BindException} when it is taken
   */
  public CompletableFuture<InetSocketAddress> bind(String host, int port, int backlog) {
    CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      bound.completeExceptionally(new UnknownHostException(host));
      return bound;
    }
    ChannelFuture binding =
        bootstrap.clone().option(ChannelOption.SO_BACKLOG, backlog).bind(address);
    binding.addListener(
        done -> {
          if (done.isSuccess()) {
            Channel listener = binding.channel();
            listeners.add(listener);
            bound.complete((InetSocketAddress) listener.localAddress());
          } else {
            bound.completeExceptionally(bindFailure(done.cause(), address));
          }
        });
    return bound;
  }

  /** The addresses that the server listens on. */
  public List<InetSocketAddress> addresses() {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (Channel listener : listeners) {
      addresses.add((InetSocketAddress) listener.localAddress());
    }
    return addresses;
  }

  /** Whether the caller is on one of the event loops, which must not wait for what they do. */
  public boolean isOnEventLoop() {
    for (EventExecutor loop : group) {
      if (loop.inEventLoop()) {
        return true;
      }
    }
    return false;
  }

  /** How many connections are open, as long as the server does not close. */
  public int openConnections() {
    return open.count();
  }

  /** How many connections were refused because as many as there may be were open. */
  public long refusedConnections() {
    return open.refused();
  }

  /** Accepts no more connections; those that exist go on. */
  public CompletableFuture<Void> stopAccepting() {
    List<CompletableFuture<Void>> closings = new ArrayList<>();
    for (Channel listener : listeners) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      listener.close().addListener(any -> done.complete(null));
      closings.add(done);
    }
    listeners.clear();
    return CompletableFuture.allOf(closings.toArray(new CompletableFuture<?>[0]));
  }

  /**
   * Closes the server: listening sockets now, connections as told, what is left of them when its
   * time is over.
   *
   * @param force which connections are closed at once
   * @param timeoutMillis when those are cut that are still open
   * @return completes when all is closed, threads included
   */
  public synchronized CompletableFuture<Void> close(ForceClose force, long timeoutMillis) {
    if (closed == null) {
      closed =
          stopAccepting()
              .thenCompose(nothing -> closeConnections(force, timeoutMillis))
              .thenCompose(nothing -> shutDown());
    }
    return closed;
  }

  /** How many requests closing has cut off so far. */
  public int requestsCut() {
    return requestsCut.get();
  }

  private CompletableFuture<Void> closeConnections(ForceClose force, long timeoutMillis) {
    if (force == ForceClose.IDLE && timeoutMillis > 0) {
      loops.values().forEach(LoopState::closeWhenIdle);
    }
    ScheduledFuture<?> cut =
        group.schedule(
            () -> loops.values().forEach(loop -> loop.closeNow(requestsCut)),
            force == ForceClose.ALL ? 0 : timeoutMillis,
            TimeUnit.MILLISECONDS);
    return open.allClosed().thenRun(() -> cut.cancel(false));
  }

  private CompletableFuture<Void> shutDown() {
    CompletableFuture<Void> shut = new CompletableFuture<>();
    // Nothing is left to come: the quiet period that is usual would only delay the end.
    group
        .shutdownGracefully(0, SHUTDOWN_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .addListener(done -> shut.complete(null));
    return shut;
  }

  private LoopState stateOf(EventLoop loop) {
    return loops.computeIfAbsent(loop, key -> new LoopState(key, settings));
  }

  /** Names the address, and makes one kind of exception of what the transports throw. */
  private static Throwable bindFailure(Throwable cause, InetSocketAddress address) {
    if (!(cause instanceof IOException)) {
      return cause;
    }
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    // epoll has an exception of its own.
    if (!(cause instanceof BindException)
        && !message.contains("address already in use")
        && !message.contains("bind(")) {
      return cause;
    }
    String host = address.getAddress().getHostAddress();
    BindException failure =
        new BindException(
            cause.getMessage()
                + ": "
                + (host.indexOf(':') >= 0 ? '[' + host + ']' : host)
                + ':'
                + address.getPort());
    failure.initCause(cause);
    return failure;
  }
}
