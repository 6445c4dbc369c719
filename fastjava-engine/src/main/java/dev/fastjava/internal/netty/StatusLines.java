package dev.fastjava.internal.netty;

import dev.fastjava.http.ReasonPhrases;
import java.nio.charset.StandardCharsets;

/** The first lines of responses as bytes, line end included. */
final class StatusLines {
  private static final int LOWEST = 100;
  private static final int HIGHEST = 999;
  private static final byte[][] LINES = new byte[HIGHEST - LOWEST + 1][];

  static {
    for (int status = LOWEST; status <= HIGHEST; status++) {
      String line = "HTTP/1.1 " + status + " " + ReasonPhrases.of(status) + "\r\n";
      LINES[status - LOWEST] = line.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private StatusLines() {}

  /** The line for a status of three digits. */
  static byte[] of(int status) {
    return LINES[status - LOWEST];
  }
}
