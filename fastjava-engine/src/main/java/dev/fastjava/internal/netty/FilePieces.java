package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of a file, for connections to which the operating system cannot copy it by itself. */
final class FilePieces implements Pieces {
  private static final Logger LOGGER = LoggerFactory.getLogger(FilePieces.class);
  private static final int PIECE_LENGTH = 65_536;

  private final FileChannel file;
  private final long end;
  private long position;

  FilePieces(FileChannel file, long position, long count) {
    this.file = file;
    this.position = position;
    this.end = position + count;
  }

  @Override
  public long remaining() {
    return end - position;
  }

  @Override
  public ByteBuf next(ByteBufAllocator allocator) throws IOException {
    int length = (int) Math.min(end - position, PIECE_LENGTH);
    ByteBuf piece = allocator.ioBuffer(length + Chunks.FRAME_LENGTH);
    try {
      while (piece.readableBytes() < length) {
        int read =
            piece.writeBytes(
                file, position + piece.readableBytes(), length - piece.readableBytes());
        if (read < 0) {
          throw new EOFException("The file is shorter than the response announced");
        }
      }
    } catch (IOException e) {
      piece.release();
      throw e;
    }
    position += length;
    return piece;
  }

  @Override
  public void close() {
    close(file);
  }

  static void close(FileChannel file) {
    try {
      file.close();
    } catch (IOException e) {
      LOGGER.debug("Cannot close a file that was sent", e);
    }
  }
}
