package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what serves a new connection. */
final class ConnectionInitializer extends ChannelInitializer<Channel> {
  private final ServerSettings settings;
  private final @Nullable SslContext tls;
  private final Function<EventLoop, LoopState> loops;

  ConnectionInitializer(
      ServerSettings settings, @Nullable SslContext tls, Function<EventLoop, LoopState> loops) {
    this.settings = settings;
    this.tls = tls;
    this.loops = loops;
  }

  @Override
  protected void initChannel(Channel channel) {
    LoopState loop = loops.apply(channel.eventLoop());
    if (tls == null) {
      addPlain(channel, loop);
      return;
    }
    channel.pipeline().addLast(tls.newHandler(channel.alloc()));
    if (settings.http2) {
      channel
          .pipeline()
          .addLast(
              new ProtocolNegotiation(
                  () -> addHttp1(channel, loop, true),
                  () -> Http2Session.start(channel, true, settings, loop)));
    } else {
      addHttp1(channel, loop, true);
    }
  }

  /** Starts with HTTP/1, whose limits also hold for clients that send nothing. */
  private void addPlain(Channel channel, LoopState loop) {
    if (!settings.http2) {
      addHttp1(channel, loop, false);
      return;
    }
    Http2Preface preface =
        new Http2Preface(
            () -> {
              Http2Session.start(channel, false, settings, loop);
              channel.pipeline().remove(Http1Connection.class);
              channel.pipeline().remove(StrictRequestDecoder.class);
            });
    channel.pipeline().addLast(preface);
    addHttp1(channel, loop, false);
  }

  private void addHttp1(Channel channel, LoopState loop, boolean encrypted) {
    Http1Connection connection = new Http1Connection(channel, encrypted, settings, loop);
    channel.pipeline().addLast(connection.decoder(), connection);
  }
}
