package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a long body, the next piece when the one before has gone to the operating system. On the
 * event loop, but for the reading of pieces that may block.
 */
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
    ByteBuf piece = exchange.channel().alloc().ioBuffer(pieces.nextLength() + Chunks.FRAME_LENGTH);
    Executor reader = pieces.reader();
    if (reader == null) {
      write(piece, read(piece));
      return;
    }
    try {
      reader.execute(() -> readElsewhere(piece));
    } catch (RejectedExecutionException e) {
      write(piece, e);
    }
  }

  private void readElsewhere(ByteBuf piece) {
    Throwable failure = read(piece);
    try {
      exchange.loop().execute(() -> write(piece, failure));
    } catch (RejectedExecutionException e) {
      // The server has been closed, and the connection with it.
      piece.release();
      pieces.close();
    }
  }

  private @Nullable Throwable read(ByteBuf piece) {
    try {
      pieces.read(piece);
      return null;
    } catch (IOException | RuntimeException e) {
      return e;
    }
  }

  private void write(ByteBuf piece, @Nullable Throwable failure) {
    if (failure != null) {
      piece.release();
      pieces.close();
      exchange.responseFailed(failure);
      exchange.breakOff(failure);
      return;
    }
    exchange.countBytes(piece.readableBytes());
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
