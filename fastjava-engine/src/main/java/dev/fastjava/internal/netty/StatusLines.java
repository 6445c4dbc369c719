package dev.fastjava.internal.netty;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/** The first lines of responses as bytes, line end included. */
final class StatusLines {
  private static final int LOWEST = 100;
  private static final int HIGHEST = 999;
  private static final byte[][] LINES = new byte[HIGHEST - LOWEST + 1][];

  static {
    for (int status = LOWEST; status <= HIGHEST; status++) {
      String line = "HTTP/1.1 " + status + " " + reason(status) + "\r\n";
      LINES[status - LOWEST] = line.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private StatusLines() {}

  /** The line for a status of three digits. */
  static byte[] of(int status) {
    return LINES[status - LOWEST];
  }

  /** The phrases of RFC 9110 where the library has those of its predecessors. */
  private static String reason(int status) {
    return switch (status) {
      case 413 -> "Payload Too Large";
      case 414 -> "URI Too Long";
      case 416 -> "Range Not Satisfiable";
      case 418 -> "I'm a Teapot";
      case 208 -> "Already Reported";
      case 226 -> "IM Used";
      case 425 -> "Too Early";
      case 451 -> "Unavailable For Legal Reasons";
      case 508 -> "Loop Detected";
      default -> {
        String phrase = HttpResponseStatus.valueOf(status).reasonPhrase();
        yield phrase.endsWith(")") ? "Unknown" : phrase;
      }
    };
  }
}
