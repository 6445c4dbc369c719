package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import java.util.function.Function;

/** Puts together what serves a new connection. */
final class ConnectionInitializer extends ChannelInitializer<Channel> {
  private final ServerSettings settings;
  private final Function<EventLoop, LoopState> loops;

  ConnectionInitializer(ServerSettings settings, Function<EventLoop, LoopState> loops) {
    this.settings = settings;
    this.loops = loops;
  }

  @Override
  protected void initChannel(Channel channel) {
    addHttp1(channel, false);
  }

  private void addHttp1(Channel channel, boolean encrypted) {
    StrictRequestDecoder decoder = new StrictRequestDecoder(settings.decoder);
    LoopState loop = loops.apply(channel.eventLoop());
    channel
        .pipeline()
        .addLast(decoder, new Http1Connection(channel, encrypted, settings, loop, decoder));
  }
}
