package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.ResponseHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes response heads of HTTP/1.1 as bytes. Each event loop has one, with memory that it uses
 * again for each head: not thread-safe.
 */
final class HeadWriter {
  private static final int INITIAL_CAPACITY = 1_024;

  private static final byte[] CLOSE = ascii("connection: close\r\n");
  private static final byte[] CHUNKED = ascii("transfer-encoding: chunked\r\n");
  private static final byte[] EMPTY = ascii("content-length: 0\r\n");

  private final byte[] keepAlive;
  private final DateLine date;

  private byte[] head = new byte[INITIAL_CAPACITY];
  private int length;

  HeadWriter(long keepAliveTimeout, DateLine date) {
    this.date = date;
    String timeout =
        keepAliveTimeout > 0 ? "keep-alive: timeout=" + keepAliveTimeout / 1_000 + "\r\n" : "";
    this.keepAlive = ascii("connection: keep-alive\r\n" + timeout);
  }

  /**
   * Writes a head into a new buffer.
   *
   * @param more the bytes that the buffer shall have room for behind the head
   */
  ByteBuf write(
      ByteBufAllocator allocator,
      int status,
      ResponseHeaders headers,
      Framing framing,
      boolean persistent,
      int more) {
    length = 0;
    append(StatusLines.of(status));
    boolean dated = false;
    boolean connection = false;
    boolean encoded = framing != Framing.CHUNKED;
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      Object value = headers.value(i);
      switch (name) {
        case "content-length" -> {
          if (framing == Framing.CHUNKED || isBodiless(status)) {
            continue;
          }
        }
        case "transfer-encoding" -> {
          // On a response that never has a body, clients would wait for chunks.
          if (framing == Framing.UNTIL_CLOSE
              || isBodiless(status)
              || status == 304
              || !ResponseHeaders.isChunked(value)) {
            continue;
          }
          encoded = true;
        }
        case "connection" -> {
          if (!persistent && !asksToClose(value)) {
            continue;
          }
          connection = true;
        }
        case "date" -> dated = true;
        default -> {
          // As given.
        }
      }
      append(name, value);
    }
    if (!dated) {
      append(date.bytes());
    }
    if (!connection) {
      append(persistent ? keepAlive : CLOSE);
    }
    if (!encoded) {
      append(CHUNKED);
    } else if (framing == Framing.EMPTY) {
      append(EMPTY);
    }
    return finish(allocator, more);
  }

  /** Writes the head of an informational response, which has no headers but those given. */
  ByteBuf writeInformational(ByteBufAllocator allocator, int status, ResponseHeaders headers) {
    length = 0;
    append(StatusLines.of(status));
    for (int i = 0; i < headers.size(); i++) {
      append(headers.name(i), headers.value(i));
    }
    return finish(allocator, 0);
  }

  /** Whether a {@code connection} header has the option {@code close}. */
  static boolean asksToClose(Object connection) {
    return connection.toString().toLowerCase(Locale.ROOT).contains("close");
  }

  /** Whether a status allows neither a body nor a word about its length. */
  private static boolean isBodiless(int status) {
    return status < 200 || status == 204;
  }

  private ByteBuf finish(ByteBufAllocator allocator, int more) {
    reserve(2);
    head[length++] = '\r';
    head[length++] = '\n';
    return allocator.ioBuffer(length + more).writeBytes(head, 0, length);
  }

  private void append(String name, Object value) {
    if (value instanceof List<?> lines) {
      for (Object line : lines) {
        appendLine(name, String.valueOf(line));
      }
    } else {
      appendLine(name, value.toString());
    }
  }

  // This conversion keeps the low byte of each character. For texts that are Latin-1 inside the
  // JVM, and the lifecycle lets no others through, it is a plain copy: the fastest way to bytes.
  @SuppressWarnings("deprecation")
  private void appendLine(String name, String value) {
    int nameLength = name.length();
    int valueLength = value.length();
    reserve(nameLength + valueLength + 4);
    byte[] bytes = head;
    int at = length;
    name.getBytes(0, nameLength, bytes, at);
    at += nameLength;
    bytes[at++] = ':';
    bytes[at++] = ' ';
    value.getBytes(0, valueLength, bytes, at);
    at += valueLength;
    bytes[at++] = '\r';
    bytes[at++] = '\n';
    length = at;
  }

  private void append(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, head, length, bytes.length);
    length += bytes.length;
  }

  private void reserve(int more) {
    if (head.length - length < more) {
      head = Arrays.copyOf(head, Math.max(head.length * 2, length + more));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
