package dev.fastjava.internal.netty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code date} header as bytes, made anew once a second at most. Not thread-safe. */
final class DateLine {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private long second = -1;
  private byte[] line = {};

  byte[] bytes() {
    long now = System.currentTimeMillis() / 1_000;
    if (now != second) {
      second = now;
      String text = "date: " + FORMAT.format(Instant.ofEpochSecond(now)) + "\r\n";
      line = text.getBytes(StandardCharsets.US_ASCII);
    }
    return line;
  }
}
