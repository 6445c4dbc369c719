package dev.fastjava.internal.inject;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** Where the bytes of a response go. Calls come one at a time, but from any thread. */
interface ResponseBody {
  /**
   * Takes a part.
   *
   * @return false when the reader is slow
   */
  boolean write(byte[] bytes, int offset, int length);

  /** Runs an action once the reader has taken most of what was written, or has gone. */
  void onWritable(Runnable action);

  /** No more bytes follow. */
  void end();

  /** The response breaks off here. */
  void fail(Throwable cause);

  /** What a caller reads. */
  InputStream stream();

  /** Collects the bytes in memory. */
  final class Collected implements ResponseBody {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public boolean write(byte[] part, int offset, int length) {
      bytes.write(part, offset, length);
      return true;
    }

    @Override
    public void onWritable(Runnable action) {
      action.run();
    }

    @Override
    public void end() {}

    @Override
    public void fail(Throwable cause) {}

    byte[] toByteArray() {
      return bytes.toByteArray();
    }

    @Override
    public InputStream stream() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }
  }
}
