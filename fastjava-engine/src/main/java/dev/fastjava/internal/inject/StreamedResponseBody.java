package dev.fastjava.internal.inject;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands the bytes of a response over to a reading thread; the writer is told to pause. */
final class StreamedResponseBody extends InputStream implements ResponseBody {
  /** Bytes that may wait for the reader before the writer is told to pause. */
  private static final int HIGH_WATER_MARK = 64 * 1024;

  private final Runnable closeConnection;
  private final Deque<byte[]> parts = new ArrayDeque<>();
  private int position;
  private int waiting;
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable failure;
  private List<Runnable> onWritable = new ArrayList<>();

  /**
   * Makes an empty body.
   *
   * @param closeConnection runs when the reader closes the stream
   */
  StreamedResponseBody(Runnable closeConnection) {
    this.closeConnection = closeConnection;
  }

  @Override
  public synchronized boolean write(byte[] bytes, int offset, int length) {
    if (length > 0 && !isOver()) {
      parts.add(Arrays.copyOfRange(bytes, offset, offset + length));
      waiting += length;
      notifyAll();
    }
    return isWritable();
  }

  private boolean isOver() {
    return ended || closed || failure != null;
  }

  private boolean isWritable() {
    return waiting < HIGH_WATER_MARK || closed || failure != null;
  }

  @Override
  public void onWritable(Runnable action) {
    synchronized (this) {
      if (!isWritable()) {
        onWritable.add(action);
        return;
      }
    }
    action.run();
  }

  @Override
  public synchronized void end(Map<String, String> trailers) {
    ended = true;
    notifyAll();
  }

  @Override
  public void fail(Throwable cause) {
    List<Runnable> actions;
    synchronized (this) {
      failure = cause;
      notifyAll();
      actions = writable();
    }
    actions.forEach(Runnable::run);
  }

  private List<Runnable> writable() {
    if (!isWritable() || onWritable.isEmpty()) {
      return List.of();
    }
    List<Runnable> actions = onWritable;
    onWritable = new ArrayList<>();
    return actions;
  }

  @Override
  public InputStream stream() {
    return this;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count;
    List<Runnable> actions;
    synchronized (this) {
      byte[] part = awaitPart();
      if (part == null) {
        return -1;
      }
      count = Math.min(length, part.length - position);
      System.arraycopy(part, position, target, offset, count);
      position += count;
      if (position == part.length) {
        parts.remove();
        position = 0;
      }
      waiting -= count;
      actions = writable();
    }
    actions.forEach(Runnable::run);
    return count;
  }

  private byte @Nullable [] awaitPart() throws IOException {
    while (parts.isEmpty()) {
      if (closed) {
        throw new IOException("The stream is closed");
      }
      if (failure != null) {
        throw new IOException(failure.getMessage(), failure);
      }
      if (ended) {
        return null;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while reading");
      }
    }
    return parts.peek();
  }

  @Override
  public synchronized int available() {
    return waiting;
  }

  @Override
  public void close() {
    List<Runnable> actions;
    boolean early;
    synchronized (this) {
      early = !ended && !closed;
      closed = true;
      parts.clear();
      waiting = 0;
      position = 0;
      notifyAll();
      actions = writable();
    }
    if (early) {
      closeConnection.run();
    }
    actions.forEach(Runnable::run);
  }
}
