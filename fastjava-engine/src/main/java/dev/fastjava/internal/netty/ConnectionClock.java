package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * The limits of time of a connection. Requests only set flags; the clock is read when the event
 * loop looks at all its connections, so a limit is exceeded by up to one interval of that.
 */
final class ConnectionClock {
  /** How long a connection with nothing more to offer waits for the client to close it. */
  private static final long SPENT_TIMEOUT = 1_000;

  private static final long NOT_RUNNING = -1;

  private final Channel channel;
  private final ServerSettings settings;
  private boolean active = true;
  private long unwrittenBytes;
  private long writeProgress;
  private long silentSince = NOT_RUNNING;
  private long receivingSince = NOT_RUNNING;
  private long idleSince = NOT_RUNNING;

  ConnectionClock(Channel channel, ServerSettings settings) {
    this.channel = channel;
    this.settings = settings;
  }

  /** Bytes have come in. */
  void active() {
    active = true;
  }

  void requestBegins() {
    idleSince = NOT_RUNNING;
  }

  void requestComplete() {
    receivingSince = NOT_RUNNING;
  }

  /** Whether a connection without a request is to be closed. */
  boolean isIdleTooLong(long now, boolean spent) {
    silentSince = NOT_RUNNING;
    receivingSince = NOT_RUNNING;
    long limit = spent ? SPENT_TIMEOUT : settings.keepAliveTimeout;
    if (idleSince == NOT_RUNNING) {
      idleSince = now;
    }
    return limit > 0 && now - idleSince >= limit;
  }

  /** Whether nothing has come in or gone out for too long. */
  boolean isSilentTooLong(long now) {
    idleSince = NOT_RUNNING;
    if (settings.connectionTimeout <= 0) {
      return false;
    }
    if (active || hasWritten() || silentSince == NOT_RUNNING) {
      active = false;
      silentSince = now;
    }
    return now - silentSince >= settings.connectionTimeout;
  }

  /** Whether the client takes too long to send a request. */
  boolean isReceivingTooLong(long now, boolean receiving) {
    if (!receiving) {
      receivingSince = NOT_RUNNING;
      return false;
    }
    if (receivingSince == NOT_RUNNING) {
      receivingSince = now;
    }
    return settings.requestTimeout > 0 && now - receivingSince >= settings.requestTimeout;
  }

  /** Whether bytes have gone out since the last look; also in the middle of a large buffer. */
  private boolean hasWritten() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    if (buffer == null) {
      return false;
    }
    long bytes = buffer.totalPendingWriteBytes();
    long progress = buffer.currentProgress();
    boolean changed = bytes != unwrittenBytes || progress != writeProgress;
    unwrittenBytes = bytes;
    writeProgress = progress;
    return changed;
  }
}
