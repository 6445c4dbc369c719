package dev.fastjava.internal.inject;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/** Sends a part of a file as body, as fast as the reader takes it, and closes the file. */
final class FileSender {
  private static final int PART_SIZE = 64 * 1024;

  private final FileChannel file;
  private final InMemoryResponse response;
  private long position;
  private long left;

  FileSender(FileChannel file, long position, long count, InMemoryResponse response) {
    this.file = file;
    this.position = position;
    this.left = count;
    this.response = response;
  }

  /** Sends until all is sent, or the reader is slow: then goes on when it has caught up. */
  void send() {
    try {
      response.blocking().execute(this::run);
    } catch (RejectedExecutionException e) {
      response.abort(e);
      close();
    }
  }

  private void run() {
    try {
      ByteBuffer part = ByteBuffer.allocate((int) Math.min(left, PART_SIZE));
      while (left > 0 && !response.dropsBody()) {
        part.clear().limit((int) Math.min(left, part.capacity()));
        int count = file.read(part, position);
        if (count < 0) {
          throw new EOFException("The file ends " + left + " bytes early");
        }
        position += count;
        left -= count;
        if (!response.write(part.array(), 0, count) && left > 0) {
          response.onWritable(this::send);
          return;
        }
      }
      file.close();
      response.end(Map.of());
    } catch (IOException e) {
      response.abort(e);
      close();
    }
  }

  /** Closes the file, which is not to be sent or has failed. */
  void close() {
    try {
      file.close();
    } catch (IOException e) {
      // The first failure has been told.
    }
  }
}
