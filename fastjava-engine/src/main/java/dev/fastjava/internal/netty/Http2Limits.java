package dev.fastjava.internal.netty;

import static io.netty.handler.codec.http2.Http2Exception.connectionError;

import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2LocalFlowController;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one client may do on its connection, how much of it it has done, and what is over. */
final class Http2Limits extends Http2ConnectionAdapter {
  /** How many requests may be under way at once. */
  static final int MOST_STREAMS = 128;

  /** How much of a body a client may send before somebody reads it. */
  static final int STREAM_WINDOW = 65_535;

  /** So that a stream which nobody reads takes nothing away from the others. */
  static final int CONNECTION_WINDOW = MOST_STREAMS * STREAM_WINDOW;

  private static final int MOST_RESETS = 200;
  private static final long RESETS_SPAN = TimeUnit.SECONDS.toNanos(30);
  private static final int MOST_IDLE_FRAMES = 1_000;
  private static final long IDLE_FRAMES_SPAN = TimeUnit.SECONDS.toNanos(10);

  /** How many frames without use go with one that has some. */
  private static final int IDLE_FRAMES_PER_USEFUL = 10;

  private final Http2Connection connection;
  private final ClosedStreams closed = new ClosedStreams();
  private final FrameBudget resets = new FrameBudget(MOST_RESETS, RESETS_SPAN);
  private final FrameBudget idleFrames = new FrameBudget(MOST_IDLE_FRAMES, IDLE_FRAMES_SPAN);
  private int resetByClient;
  private boolean tooManyResets;

  Http2Limits(Http2Connection connection) {
    this.connection = connection;
    connection.addListener(this);
  }

  ClosedStreams closed() {
    return closed;
  }

  @Nullable Http2Stream stream(int id) {
    return connection.stream(id);
  }

  boolean mayHaveExisted(int stream) {
    return connection.streamMayHaveExisted(stream);
  }

  /**
   * Whether DATA and HEADERS of a stream are dropped: the server has reset it, or has said with
   * GOAWAY that it takes no more streams (RFC 9113, 5.1 and 6.8).
   */
  boolean isIgnored(int id) {
    Http2Stream stream = connection.stream(id);
    if (stream != null && stream.isResetSent()) {
      return true;
    }
    Http2Connection.Endpoint<?> client = connection.remote();
    return connection.goAwaySent()
        && id > client.lastStreamKnownByPeer()
        && client.isValidStreamId(id);
  }

  Http2LocalFlowController flowController() {
    return connection.local().flowController();
  }

  /** The library would make it an error of each stream; it is one of the connection (6.9.2). */
  void requireWindowsFit(int initialWindow) throws Http2Exception {
    Http2RemoteFlowController flow = connection.remote().flowController();
    long change = (long) initialWindow - flow.initialWindowSize();
    Http2Stream tooLarge =
        connection.forEachActiveStream(
            stream -> flow.windowSize(stream) + change <= Http2CodecUtil.MAX_INITIAL_WINDOW_SIZE);
    if (tooLarge != null) {
      throw connectionError(
          Http2Error.FLOW_CONTROL_ERROR, "Window of stream %d becomes too large", tooLarge.id());
    }
  }

  /** A frame that serves a request. */
  void usefulFrame() throws Http2Exception {
    requireFewResets();
    idleFrames.earn(IDLE_FRAMES_PER_USEFUL);
  }

  /** A frame that costs something and serves no request. */
  void idleFrame() throws Http2Exception {
    requireFewResets();
    if (!idleFrames.spend()) {
      throw connectionError(Http2Error.ENHANCE_YOUR_CALM, "Too many frames without use");
    }
  }

  /** The client takes back a request that is worked on. */
  void resetByClient(int stream) throws Http2Exception {
    resetByClient = stream;
    tooManyResets |= !resets.spend();
    requireFewResets();
  }

  /** The server resets a stream because of what the client did. */
  void resetByServer() {
    tooManyResets |= !resets.spend();
  }

  /** A response has been written to its end. */
  void responded() {
    resets.earn(1);
  }

  private void requireFewResets() throws Http2Exception {
    if (tooManyResets) {
      throw connectionError(Http2Error.ENHANCE_YOUR_CALM, "Too many streams are reset");
    }
  }

  /** A frame was so wrong that the library tells nobody of it, but resets its stream. */
  void rejected(int stream) throws Http2Exception {
    requireFewResets();
    if (connection.stream(stream) == null && closed.of(stream) == null) {
      closed.add(stream, ClosedStreams.End.RESET_BY_SERVER);
    }
  }

  @Override
  public void onStreamClosed(Http2Stream stream) {
    ClosedStreams.End end = ClosedStreams.End.COMPLETE;
    if (stream.isResetSent()) {
      end = ClosedStreams.End.RESET_BY_SERVER;
    } else if (stream.id() == resetByClient) {
      end = ClosedStreams.End.RESET_BY_CLIENT;
    }
    closed.add(stream.id(), end);
  }
}
