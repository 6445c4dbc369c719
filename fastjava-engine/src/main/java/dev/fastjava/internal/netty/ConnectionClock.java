package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * The limits of time of a connection, from its beginning on. Requests only set flags; the clock is
 * read when the event loop looks at all its connections, so a limit is exceeded by up to one
 * interval of that.
 */
final class ConnectionClock {
  /** How long a connection with nothing more to offer waits for the client to close it. */
  private static final long SPENT_TIMEOUT = 1_000;

  private static final long NOT_RUNNING = -1;

  private final Channel channel;
  private final ServerSettings settings;

  /** Bytes have come in since the last look. */
  private boolean active = true;

  /** A part of a response has gone out since the last look. */
  private boolean wrote;

  // What the last look found:
  private boolean outputMoved;
  private boolean hasUnwritten;
  private long unwrittenBytes;
  private long writeProgress;

  private final ProgressLimit silence;
  private final ProgressLimit stall;
  private final ProgressLimit head;
  private final ProgressLimit request;
  private long idleSince = NOT_RUNNING;

  ConnectionClock(Channel channel, ServerSettings settings) {
    this.channel = channel;
    this.settings = settings;
    this.silence = new ProgressLimit(settings.connectionTimeout);
    this.stall = new ProgressLimit(settings.writeTimeout);
    this.head = new ProgressLimit(settings.headersTimeout);
    this.request = new ProgressLimit(settings.requestTimeout);
  }

  /** Bytes have come in. */
  void active() {
    active = true;
  }

  /** A part of a response has gone to the operating system. */
  void wrote() {
    wrote = true;
  }

  /** The head of a request is complete. */
  void requestBegins() {
    idleSince = NOT_RUNNING;
    head.stop();
  }

  void requestComplete() {
    request.stop();
  }

  /**
   * To be called first, once for each look: what is written waits for a client that has taken
   * nothing of it for too long.
   */
  boolean isStalledTooLong(long now) {
    lookAtOutput();
    return stall.isExceeded(now, hasUnwritten, outputMoved);
  }

  /** Whether the last look found bytes that the operating system does not take yet. */
  boolean hasUnwritten() {
    return hasUnwritten;
  }

  /** Whether a connection without a request is to be closed. */
  boolean isIdleTooLong(long now, boolean spent) {
    silence.stop();
    head.stop();
    request.stop();
    if (idleSince == NOT_RUNNING) {
      idleSince = now;
    }
    long limit = spent ? SPENT_TIMEOUT : settings.keepAliveTimeout;
    return limit > 0 && now - idleSince >= limit;
  }

  /** Whether nothing has come in or gone out for too long. */
  boolean isSilentTooLong(long now) {
    boolean moved = active || outputMoved;
    active = false;
    idleSince = NOT_RUNNING;
    return silence.isExceeded(now, true, moved);
  }

  /** Whether the client takes too long to send the head of a request. */
  boolean isHeadTooLong(long now, boolean inHead) {
    return head.isExceeded(now, inHead, false);
  }

  /** Whether the client takes too long to send a request. */
  boolean isReceivingTooLong(long now, boolean receiving) {
    return request.isExceeded(now, receiving, false);
  }

  /** Bytes can also go out in the middle of a large buffer or file. */
  private void lookAtOutput() {
    outputMoved = wrote;
    wrote = false;
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    hasUnwritten = buffer != null && !buffer.isEmpty();
    if (buffer == null) {
      return;
    }
    long bytes = buffer.totalPendingWriteBytes();
    long progress = buffer.currentProgress();
    outputMoved |= bytes != unwrittenBytes || progress != writeProgress;
    unwrittenBytes = bytes;
    writeProgress = progress;
  }
}
