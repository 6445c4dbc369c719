package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.Characters;
import io.netty.buffer.ByteBuf;

/**
 * Takes lines out of what has been received: those of heads, of trailers, and those before chunks.
 * A line ends with CR LF, RFC 9112 2.2. What is wrong with a line is found at the same byte however
 * the bytes arrive: neither a line that is too long nor one with control characters is waited for.
 */
final class LineReader {
  private static final int INITIAL_CAPACITY = 256;
  private static final int LARGEST_KEPT = 1_024;

  private byte[] bytes = {};
  private int length;

  /** How many bytes, line ends included, may be read before there is too much of them. */
  private long allowance;

  /** How many bytes of an unfinished line have been looked at. */
  private int scanned;

  /** Starts a section of lines that may have so many bytes altogether, line ends included. */
  void allow(long most) {
    allowance = most;
  }

  /** The bytes of the line just read; used again for the next one. */
  byte[] bytes() {
    return bytes;
  }

  /** The length of the line just read, without its end. */
  int length() {
    return length;
  }

  /**
   * Reads the next line.
   *
   * @return false when its end has not arrived; what has remains in the buffer
   * @throws OversizedRequestException when there is no end within what is allowed
   * @throws MalformedRequestException for a line end without CR, and control characters
   */
  boolean read(ByteBuf in) {
    int start = in.readerIndex();
    int end = (int) Math.min(in.writerIndex(), start + allowance);
    int lineFeed = in.indexOf(start + scanned, end, (byte) '\n');
    if (lineFeed < 0) {
      scan(in, start, end);
      if (end - start >= allowance) {
        throw new OversizedRequestException("More lines than allowed");
      }
      return false;
    }
    length = lineFeed - 1 - start;
    if (length < 0 || in.getByte(lineFeed - 1) != '\r') {
      throw new MalformedRequestException("Line end without CR");
    }
    if (bytes.length < length) {
      bytes = new byte[Math.max(length, INITIAL_CAPACITY)];
    } else if (length == 0 && bytes.length > LARGEST_KEPT) {
      // The end of a section: the connection may be idle from now on, as thousands of others.
      bytes = new byte[INITIAL_CAPACITY];
    }
    in.getBytes(start, bytes, 0, length);
    in.readerIndex(lineFeed + 1);
    allowance -= lineFeed + 1 - start;
    scanned = 0;
    return true;
  }

  /** Skips line ends without CR, as RFC 9112 2.2 permits; only where lines may be empty. */
  void skipLineFeeds(ByteBuf in) {
    while (allowance > 0 && in.isReadable() && in.getByte(in.readerIndex()) == '\n') {
      in.skipBytes(1);
      allowance--;
    }
  }

  /** Looks at what has come of a line; a CR at the end may still be followed by its LF. */
  private void scan(ByteBuf in, int start, int end) {
    for (int i = start + scanned; i < end; i++) {
      byte c = in.getByte(i);
      if (!Characters.isFieldValue(c) && (c != '\r' || i < end - 1)) {
        throw new MalformedRequestException("Control character in a line");
      }
    }
    scanned = end - start;
    if (scanned > 0 && in.getByte(end - 1) == '\r') {
      scanned--;
    }
  }
}
