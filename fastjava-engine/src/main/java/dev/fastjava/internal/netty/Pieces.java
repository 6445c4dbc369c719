package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;

/** A body of known length that is handed out in pieces. */
interface Pieces {
  /** How many bytes are still to come. */
  long remaining();

  /** The next piece, with room for what ends a chunk. */
  ByteBuf next(ByteBufAllocator allocator) throws IOException;

  /** Gives up what it holds; may be called more than once. */
  void close();
}
