package dev.fastjava.internal.inject;

import dev.fastjava.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /**
   * Whether what belongs to a connection is part of the response: the date, whether it stays open,
   * how long bodies are told apart.
   */
  default boolean belongsToConnection() {
    return true;
  }

  /** An informational response comes before the head. */
  default void informational(int status, Headers headers) {}

  /** The head is known; the bytes follow. */
  default void head(int status, Map<String, Object> headers) {}

  /**
   * No more bytes follow.
   *
   * @param trailers what does
   */
  void end(Map<String, String> trailers);

  /** Why what was written last was not taken; null when it was. Asked at the end. */
  default @Nullable Throwable lost() {
    return null;
  }

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
    public void end(Map<String, String> trailers) {}

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
