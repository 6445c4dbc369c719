package dev.fastjava.internal.netty;

import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Stream;

/** Counts the bytes of bodies that go out on each stream of a connection, as windows open. */
final class SentData {
  private final Http2Connection connection;
  private final Http2Connection.PropertyKey key;

  SentData(Http2Connection connection) {
    this.connection = connection;
    this.key = connection.newKey();
  }

  /** How many bytes have gone out on a stream; 0 when it is gone. */
  long on(int streamId) {
    Http2Stream stream = connection.stream(streamId);
    Count count = stream == null ? null : stream.getProperty(key);
    return count == null ? 0 : count.bytes;
  }

  void count(int streamId, int bytes) {
    Http2Stream stream = connection.stream(streamId);
    if (stream == null) {
      return;
    }
    Count count = stream.getProperty(key);
    if (count == null) {
      // One for each response that has a body, as long as its stream lasts.
      count = new Count();
      stream.setProperty(key, count);
    }
    count.bytes += bytes;
  }

  private static final class Count {
    private long bytes;
  }
}
