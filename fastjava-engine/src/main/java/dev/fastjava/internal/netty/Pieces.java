package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A body of known length that is handed out in pieces. */
interface Pieces {
  /** How many bytes are still to come. */
  long remaining();

  /** The length of the next piece. */
  int nextLength();

  /**
   * Adds the bytes of the next piece to a buffer that has room for them; runs on {@link #reader()}.
   */
  void read(ByteBuf piece) throws IOException;

  /** Where pieces are read, as that may block; null for the event loop, when it does not. */
  @Nullable Executor reader();

  /** Gives up what it holds; may be called more than once. */
  void close();
}
