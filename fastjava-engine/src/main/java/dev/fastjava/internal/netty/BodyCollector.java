package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.BodyReceiver;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Collects a body that arrives in pieces into one array, up to a limit. */
final class BodyCollector implements BodySink {
  private static final int INITIAL_CAPACITY = 8_192;

  private final long limit;
  private final BodyReceiver receiver;
  private byte[] bytes = new byte[INITIAL_CAPACITY];
  private int length;

  /** The receiver has been told; what still comes is dropped. */
  private boolean over;

  BodyCollector(long limit, BodyReceiver receiver) {
    this.limit = limit;
    this.receiver = receiver;
  }

  @Override
  public void add(ByteBuf content) {
    int more = content.readableBytes();
    if (reserve(more)) {
      content.readBytes(bytes, length, more);
      length += more;
    }
  }

  @Override
  public void add(byte[] content) {
    if (reserve(content.length)) {
      System.arraycopy(content, 0, bytes, length, content.length);
      length += content.length;
    }
  }

  @Override
  public void complete() {
    if (!over) {
      over = true;
      byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
      // The request may go on for long: what was collected is not kept twice meanwhile.
      bytes = new byte[0];
      receiver.received(whole);
    }
  }

  @Override
  public void fail(Throwable cause) {
    if (!over) {
      over = true;
      receiver.failed(cause);
    }
  }

  @Override
  public boolean wantsBytes() {
    return true;
  }

  @Override
  public boolean isOver() {
    return over;
  }

  private boolean reserve(int more) {
    if (over) {
      return false;
    }
    if (length + (long) more > Math.min(limit, Integer.MAX_VALUE - 8)) {
      over = true;
      bytes = new byte[0];
      receiver.tooLarge();
      return false;
    }
    if (bytes.length - length < more) {
      // The length that the client announced is no guide: it costs nothing to claim a large one.
      long doubled = Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8);
      bytes = Arrays.copyOf(bytes, (int) Math.max(doubled, length + (long) more));
    }
    return true;
  }
}
