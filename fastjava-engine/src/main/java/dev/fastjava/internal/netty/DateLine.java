package dev.fastjava.internal.netty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code date} header, made anew once a second at most. Not thread-safe. */
final class DateLine {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private long second = -1;
  private String value = "";
  private byte[] line = {};

  /** The header as a line of HTTP/1. */
  byte[] bytes() {
    refresh();
    return line;
  }

  String value() {
    refresh();
    return value;
  }

  private void refresh() {
    long now = System.currentTimeMillis() / 1_000;
    if (now != second) {
      second = now;
      value = FORMAT.format(Instant.ofEpochSecond(now));
      line = ("date: " + value + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
  }
}
