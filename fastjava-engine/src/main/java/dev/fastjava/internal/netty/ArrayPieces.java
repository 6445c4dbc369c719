package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A body in an array, copied out piece by piece so that no buffer as large as it is needed. */
final class ArrayPieces implements Pieces {
  private static final int PIECE_LENGTH = 131_072;

  private final byte[] bytes;
  private final int end;
  private int position;

  ArrayPieces(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
  }

  @Override
  public long remaining() {
    return (long) end - position;
  }

  @Override
  public int nextLength() {
    return Math.min(end - position, PIECE_LENGTH);
  }

  @Override
  public void read(ByteBuf piece) {
    int length = nextLength();
    piece.writeBytes(bytes, position, length);
    position += length;
  }

  @Override
  public @Nullable Executor reader() {
    return null;
  }

  @Override
  public void close() {
    position = end;
  }
}
