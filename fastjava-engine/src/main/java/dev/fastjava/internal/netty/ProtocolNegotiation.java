package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the TLS handshake, in which the client chooses between HTTP/2 and HTTP/1.1. How long
 * that may take is known to the handler of TLS.
 */
final class ProtocolNegotiation extends ApplicationProtocolNegotiationHandler
    implements ManagedConnection {
  private static final Logger LOGGER = LoggerFactory.getLogger(ProtocolNegotiation.class);

  private final Channel channel;
  private final LoopState loop;
  private final Runnable http1;
  private final Runnable http2;

  ProtocolNegotiation(Channel channel, LoopState loop, Runnable http1, Runnable http2) {
    super(ApplicationProtocolNames.HTTP_1_1);
    this.channel = channel;
    this.loop = loop;
    this.http1 = http1;
    this.http2 = http2;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
    super.handlerAdded(ctx);
    loop.add(this);
  }

  @Override
  protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
    if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
      http2.run();
    } else {
      http1.run();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) throws Exception {
    loop.remove(this);
    super.handlerRemoved(ctx);
  }

  @Override
  protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
    LOGGER.debug("A TLS handshake failed", cause);
    ChannelOperations.close(ctx.channel());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOGGER.debug("A connection failed during its TLS handshake", cause);
    ChannelOperations.close(ctx.channel());
  }

  @Override
  public void check(long now) {
    // The handler of TLS has its own timer.
  }

  @Override
  public void closeWhenIdle() {
    ChannelOperations.close(channel);
  }

  @Override
  public void closeNow() {
    ChannelOperations.close(channel);
  }
}
