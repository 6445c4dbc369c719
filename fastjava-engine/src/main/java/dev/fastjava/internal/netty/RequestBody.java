package dev.fastjava.internal.netty;

import dev.fastjava.BodyStream;
import dev.fastjava.internal.exchange.BodyReceiver;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request. A body that is complete when its request is dispatched is an array that
 * any thread may have at once. Any other belongs to the event loop: calls of readers go there, and
 * what arrives waits here until somebody reads it.
 *
 * <p>The bytes are copied out of Netty's buffers as they come, so that none of those can leak.
 */
final class RequestBody {
  /** How much may wait before the client is slowed down. */
  static final int HIGH_WATER_MARK = 65_536;

  /** What a piece takes beside its bytes: clients may send one byte at a time. */
  private static final int PIECE_OVERHEAD = 32;

  private static final byte[] NOTHING = {};

  private final BodySource source;

  /** Made for the first byte: most requests have no body. */
  private @Nullable ArrayDeque<byte[]> waiting;

  private int waitingBytes;

  /** Written on the event loop, read by whoever wants to know. */
  private volatile boolean complete;

  private @Nullable Throwable failure;
  private @Nullable BodySink sink;
  private boolean discarding;
  private long discarded;

  /** The whole body; set before the request is dispatched, or never. */
  private byte @Nullable [] whole;

  RequestBody(BodySource source) {
    this.source = source;
  }

  /** Adds bytes that have arrived; the caller keeps its buffer. */
  void add(ByteBuf content) {
    int length = content.readableBytes();
    if (length == 0 || failure != null) {
      return;
    }
    if (discarding && (sink == null || sink.isOver())) {
      discarded += length;
      return;
    }
    if (sink != null) {
      sink.add(content);
      return;
    }
    byte[] piece = new byte[length];
    content.readBytes(piece);
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.add(piece);
    waitingBytes += length;
  }

  /** The last byte has arrived. */
  void complete() {
    complete = true;
    if (sink != null) {
      sink.complete();
    }
  }

  /** The rest will not come. */
  void fail(Throwable cause) {
    if (complete || failure != null) {
      return;
    }
    failure = cause;
    if (sink != null) {
      sink.fail(cause);
    }
  }

  boolean isComplete() {
    return complete;
  }

  /** Whether a reader has to wait for the client. From any thread once the body is sealed. */
  boolean isArriving() {
    return whole == null && !complete;
  }

  /** Whether nothing has come, or nothing is left, of a body that has not been read. */
  boolean isEmpty() {
    return whole == null ? waitingBytes == 0 : whole.length == 0;
  }

  /** Whether more bytes can be taken. */
  boolean wantsBytes() {
    if (sink != null) {
      return sink.wantsBytes();
    }
    return discarding || waiting == null || hasRoom(waitingBytes, waiting.size());
  }

  /** Whether so many bytes in so many pieces are few enough to receive more. */
  static boolean hasRoom(int bytes, int pieces) {
    return bytes + (long) pieces * PIECE_OVERHEAD < HIGH_WATER_MARK;
  }

  /** Whether enough waits here to dispatch the request before the body is complete. */
  boolean isFull() {
    return !wantsBytes();
  }

  /** To be called when the request is dispatched: a complete body may be read from now on. */
  void seal() {
    if (complete) {
      whole = takeWaiting();
    }
  }

  void collect(long limit, BodyReceiver receiver) {
    byte[] bytes = whole;
    if (bytes == null) {
      read(new BodyCollector(limit, receiver));
    } else if (bytes.length > limit) {
      receiver.tooLarge();
    } else {
      receiver.received(bytes);
    }
  }

  BodyStream stream() {
    byte[] bytes = whole;
    return bytes == null ? new ArrivingBody(this, source) : new WholeBody(bytes);
  }

  /**
   * Drops what nobody has read until now. A reader that is still at work gets the rest: the
   * response does not depend on it.
   */
  void discard() {
    discarding = true;
    if (sink == null) {
      waiting = null;
      waitingBytes = 0;
    }
    source.demandChanged();
  }

  /** How many bytes were dropped because nobody read them. */
  long discarded() {
    return discarded;
  }

  /** Hands the body to a sink, from whichever thread. */
  void read(BodySink reader) {
    if (source.eventLoop().inEventLoop()) {
      readOnLoop(reader);
    } else {
      source.eventLoop().execute(() -> readOnLoop(reader));
    }
  }

  private void readOnLoop(BodySink reader) {
    if (sink != null || discarding) {
      reader.fail(new IllegalStateException("The request body has been read or dropped already"));
      return;
    }
    sink = reader;
    if (waiting != null) {
      waiting.forEach(reader::add);
      waiting = null;
      waitingBytes = 0;
    }
    if (failure != null) {
      reader.fail(failure);
    } else if (complete) {
      reader.complete();
    } else {
      source.bodyWanted();
      source.demandChanged();
    }
  }

  private byte[] takeWaiting() {
    ArrayDeque<byte[]> pieces = waiting;
    if (pieces == null) {
      return NOTHING;
    }
    waiting = null;
    if (pieces.size() == 1) {
      return pieces.element();
    }
    byte[] joined = new byte[waitingBytes];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, joined, at, piece.length);
      at += piece.length;
    }
    return joined;
  }
}
