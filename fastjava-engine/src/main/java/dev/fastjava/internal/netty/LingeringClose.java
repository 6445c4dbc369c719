package dev.fastjava.internal.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;

/**
 * Closes a connection so that the client can read the last response. When the server closes a
 * socket while the client sends, the client's system drops what it has received but not yet read.
 * So only the output is closed at first; what still comes in is dropped until the client closes its
 * side, for some time.
 */
final class LingeringClose {
  private static final long TIMEOUT = 1_000;
  private static final int LARGEST_INPUT = 1_024;

  private final Channel channel;
  private boolean inputEnded;
  private boolean outputClosed;
  private int received;
  private long closedSince = -1;

  LingeringClose(Channel channel) {
    this.channel = channel;
  }

  /** Closes after what has been written so far. */
  void start(boolean clientMayBeSending) {
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written -> {
              if (clientMayBeSending && !inputEnded && written.isSuccess()) {
                closeOutput();
              } else {
                ChannelOperations.close(channel);
              }
            });
  }

  /** An object of the client has been dropped. */
  void received() {
    if (++received > LARGEST_INPUT) {
      ChannelOperations.close(channel);
    }
  }

  /** The client has closed its side. */
  void inputEnded() {
    inputEnded = true;
    if (outputClosed) {
      ChannelOperations.close(channel);
    }
  }

  void check(long now) {
    if (!outputClosed) {
      return;
    }
    if (closedSince < 0) {
      closedSince = now;
    }
    if (now - closedSince >= TIMEOUT) {
      ChannelOperations.close(channel);
    }
  }

  private void closeOutput() {
    outputClosed = true;
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls != null) {
      tls.closeOutbound().addListener(closed -> shutDownOutput());
    } else {
      shutDownOutput();
    }
  }

  private void shutDownOutput() {
    ((DuplexChannel) channel)
        .shutdownOutput()
        .addListener(
            shut -> {
              if (!shut.isSuccess()) {
                ChannelOperations.close(channel);
              }
            });
  }
}
