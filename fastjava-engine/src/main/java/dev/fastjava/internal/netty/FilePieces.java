package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of a file, for connections to which the operating system cannot copy it by itself. */
final class FilePieces implements Pieces {
  private static final Logger LOGGER = LoggerFactory.getLogger(FilePieces.class);
  private static final int PIECE_LENGTH = 65_536;

  private final FileChannel file;
  private final Executor reader;
  private final long end;
  private long position;

  /**
   * Makes the pieces.
   *
   * @param reader where they are read: a disk may take its time, and an event loop has others to
   *     serve
   */
  FilePieces(FileChannel file, long position, long count, Executor reader) {
    this.file = file;
    this.reader = reader;
    this.position = position;
    this.end = position + count;
  }

  @Override
  public long remaining() {
    return end - position;
  }

  @Override
  public int nextLength() {
    return (int) Math.min(end - position, PIECE_LENGTH);
  }

  @Override
  public void read(ByteBuf piece) throws IOException {
    int length = nextLength();
    while (piece.readableBytes() < length) {
      int read =
          piece.writeBytes(file, position + piece.readableBytes(), length - piece.readableBytes());
      if (read < 0) {
        throw new EOFException("The file is shorter than the response announced");
      }
    }
    position += length;
  }

  @Override
  public Executor reader() {
    return reader;
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
