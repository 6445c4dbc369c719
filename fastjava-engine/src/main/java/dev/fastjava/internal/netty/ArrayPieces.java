package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

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
  public ByteBuf next(ByteBufAllocator allocator) {
    int length = Math.min(end - position, PIECE_LENGTH);
    ByteBuf piece = allocator.ioBuffer(length + Chunks.FRAME_LENGTH);
    piece.writeBytes(bytes, position, length);
    position += length;
    return piece;
  }

  @Override
  public void close() {
    position = end;
  }
}
