package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.io.IOException;

/** Writes a long body, the next piece when the one before has gone to the operating system. */
final class PieceWriter implements ChannelFutureListener {
  private final NettyExchange exchange;
  private final Pieces pieces;
  private final boolean chunked;

  PieceWriter(NettyExchange exchange, Pieces pieces, boolean chunked) {
    this.exchange = exchange;
    this.pieces = pieces;
    this.chunked = chunked;
  }

  void writeNext() {
    ByteBuf piece;
    try {
      piece = pieces.next(exchange.channel().alloc());
    } catch (IOException e) {
      pieces.close();
      exchange.breakOff(e);
      return;
    }
    if (pieces.remaining() > 0) {
      exchange.givePiece(piece).addListener(this);
      return;
    }
    pieces.close();
    if (chunked) {
      Chunks.end(piece);
      Chunks.last(piece);
    }
    exchange.writeLastPiece(piece);
  }

  @Override
  public void operationComplete(ChannelFuture written) {
    exchange.pieceGone();
    if (written.isSuccess()) {
      writeNext();
    } else {
      pieces.close();
      exchange.cutOff(written.cause());
    }
  }
}
