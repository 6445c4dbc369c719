package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.Characters;

/**
 * The line before a chunk, RFC 9112 7.1: its size in hexadecimal digits, and perhaps extensions,
 * which mean nothing here.
 */
final class ChunkLine {
  /** The length of a line with no more than a size, its end included. */
  static final int PLAIN_LENGTH = 18;

  /** The largest size that every reader understands alike, and that fits a buffer. */
  private static final long LARGEST_CHUNK = Integer.MAX_VALUE;

  private static final int MOST_EXTENSIONS = 128;

  private final byte[] line;
  private final int length;
  private int at;

  private ChunkLine(byte[] line, int length) {
    this.line = line;
    this.length = length;
  }

  /**
   * Reads a line.
   *
   * @return the size of the chunk; 0 for the last one
   * @throws MalformedRequestException when it is none
   */
  static long sizeOf(byte[] line, int length) {
    // Does not leave this method.
    ChunkLine chunk = new ChunkLine(line, length);
    long size = chunk.size();
    int extensions = 0;
    while (chunk.at < length) {
      chunk.extension();
      if (++extensions > MOST_EXTENSIONS) {
        throw new MalformedRequestException("More chunk extensions than allowed");
      }
    }
    return size;
  }

  private long size() {
    long size = 0;
    while (at < length && Character.digit(line[at], 16) >= 0) {
      size = size * 16 + Character.digit(line[at], 16);
      if (size > LARGEST_CHUNK) {
        throw new MalformedRequestException("Chunk larger than allowed");
      }
      at++;
    }
    if (at == 0) {
      throw new MalformedRequestException("Chunk without a size");
    }
    return size;
  }

  /** RFC 9112 7.1.1: {@code BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ]}. */
  private void extension() {
    skipWhiteSpace();
    expect(';');
    skipWhiteSpace();
    token();
    int nameEnd = at;
    skipWhiteSpace();
    if (at < length && line[at] == '=') {
      at++;
      skipWhiteSpace();
      if (at < length && line[at] == '"') {
        quotedString();
      } else {
        token();
      }
    } else {
      // The white space belongs to the next extension, if there is one.
      at = nameEnd;
    }
  }

  private void token() {
    int start = at;
    while (at < length && Characters.isToken(line[at])) {
      at++;
    }
    if (at == start) {
      throw new MalformedRequestException("Chunk extension without a name or a value");
    }
  }

  /** RFC 9110 5.6.4. */
  private void quotedString() {
    at++;
    while (at < length && line[at] != '"') {
      if (line[at] == '\\') {
        at++;
      }
      if (at < length && !Characters.isFieldValue(line[at])) {
        throw new MalformedRequestException("Control character in a chunk extension");
      }
      at++;
    }
    expect('"');
  }

  private void skipWhiteSpace() {
    while (at < length && Characters.isWhiteSpace(line[at])) {
      at++;
    }
  }

  private void expect(char c) {
    if (at >= length || line[at] != c) {
      throw new MalformedRequestException("Something else behind the size of a chunk");
    }
    at++;
  }
}
