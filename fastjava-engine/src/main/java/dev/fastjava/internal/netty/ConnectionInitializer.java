package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what serves a new connection. */
final class ConnectionInitializer extends ChannelInitializer<Channel> {
  /** The longest first message of a handshake, in bytes; the usual ones have less than 2,000. */
  private static final int MAX_HELLO = 16_384;

  private final ServerSettings settings;
  private final @Nullable TlsContexts tls;
  private final OpenConnections open;
  private final ConnectionCount count;
  private final RefusalLog refusals;
  private final Function<EventLoop, LoopState> loops;

  ConnectionInitializer(
      ServerSettings settings,
      @Nullable TlsContexts tls,
      OpenConnections open,
      Function<EventLoop, LoopState> loops) {
    this.settings = settings;
    this.tls = tls;
    this.open = open;
    this.count = new ConnectionCount(open);
    this.refusals = new RefusalLog(settings.maxConnections);
    this.loops = loops;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (!open.tryOpen()) {
      refusals.refused(open.refused());
      ChannelOperations.close(channel);
      return;
    }
    channel.pipeline().addLast(count);
    LoopState loop = loops.apply(channel.eventLoop());
    ConnectionClock clock = new ConnectionClock(channel, settings);
    if (tls == null) {
      addPlain(channel, loop, clock);
    } else {
      addEncrypted(channel, tls.next(), loop, clock);
    }
  }

  /** Serves nothing before the handshake: only then can the client be told what is wrong. */
  private void addEncrypted(
      Channel channel, TlsContexts.ForConnection tls, LoopState loop, ConnectionClock clock) {
    SslContext only = tls.only();
    channel
        .pipeline()
        .addLast(
            only == null ? new NamedTls(tls) : handler(only, channel.alloc()),
            new ProtocolNegotiation(
                channel,
                loop,
                () -> addHttp1(channel, loop, clock, true),
                () -> Http2Session.start(channel, true, settings, loop, clock)));
  }

  private SslHandler handler(SslContext context, ByteBufAllocator allocator) {
    SslHandler handler = context.newHandler(allocator);
    handler.setHandshakeTimeoutMillis(settings.handshakeTimeout);
    return handler;
  }

  /** Reads which server the client wants, and then begins the handshake. */
  private final class NamedTls extends SniHandler {
    NamedTls(TlsContexts.ForConnection tls) {
      super((name, found) -> found.setSuccess(tls.of(name)), MAX_HELLO, settings.handshakeTimeout);
    }

    @Override
    protected SslHandler newSslHandler(SslContext context, ByteBufAllocator allocator) {
      return handler(context, allocator);
    }
  }

  /** Starts with HTTP/1, whose limits also hold for clients that send nothing. */
  private void addPlain(Channel channel, LoopState loop, ConnectionClock clock) {
    if (!settings.http2) {
      addHttp1(channel, loop, clock, false);
      return;
    }
    Http2Preface preface =
        new Http2Preface(
            () -> {
              if (channel.pipeline().get(Http1Connection.class).isFinished()) {
                // Its time was up: the client has its answer.
                return;
              }
              Http2Session.start(channel, false, settings, loop, clock);
              channel.pipeline().remove(Http1Connection.class);
              channel.pipeline().remove(StrictRequestDecoder.class);
            });
    channel.pipeline().addLast(preface);
    addHttp1(channel, loop, clock, false);
  }

  private void addHttp1(Channel channel, LoopState loop, ConnectionClock clock, boolean encrypted) {
    Http1Connection connection = new Http1Connection(channel, encrypted, settings, loop, clock);
    channel.pipeline().addLast(connection.decoder(), connection);
  }
}
