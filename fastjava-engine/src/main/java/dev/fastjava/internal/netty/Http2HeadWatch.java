package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;

/**
 * Whether a client is in the middle of a header block, HEADERS with its CONTINUATION frames: until
 * its end nothing else can come on the connection, and the library tells nobody of it.
 */
final class Http2HeadWatch {
  private static final int FRAME_HEAD = 9;
  private static final int TYPE = 3;
  private static final int FLAGS = 4;
  private static final int HEADERS = 1;
  private static final int CONTINUATION = 9;
  private static final int END_HEADERS = 4;

  /** Of the head of a frame, which may come in several pieces. */
  private final byte[] head = new byte[FRAME_HEAD];

  private int headBytes;
  private int payloadBytes;
  private boolean inBlock;
  private long blocks;

  /** What the library has read: heads of frames, and payloads when they are complete. */
  void read(ByteBuf input, int from, int to) {
    int at = from;
    while (at < to) {
      if (headBytes < FRAME_HEAD) {
        int part = Math.min(FRAME_HEAD - headBytes, to - at);
        input.getBytes(at, head, headBytes, part);
        headBytes += part;
        at += part;
        if (headBytes == FRAME_HEAD) {
          frameBegins();
        }
      } else {
        int part = Math.min(payloadBytes, to - at);
        payloadBytes -= part;
        at += part;
      }
      if (headBytes == FRAME_HEAD && payloadBytes == 0) {
        frameEnds();
      }
    }
  }

  private void frameBegins() {
    payloadBytes = ((head[0] & 0xff) << 16) | ((head[1] & 0xff) << 8) | (head[2] & 0xff);
    inBlock |= head[TYPE] == HEADERS;
  }

  private void frameEnds() {
    headBytes = 0;
    boolean last = (head[FLAGS] & END_HEADERS) != 0;
    if (last && (head[TYPE] == HEADERS || head[TYPE] == CONTINUATION)) {
      inBlock = false;
      blocks++;
    }
  }

  /** Whether a block has begun and not ended. */
  boolean inBlock() {
    return inBlock;
  }

  /** How many blocks have ended. */
  long blocks() {
    return blocks;
  }
}
