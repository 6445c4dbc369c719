package dev.fastjava.spring.boot.accesslog;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** Lines by a pattern, in the letters of Tomcat and Apache. */
final class AccessLogPattern implements AccessLogLine {
  private static final String COMMON = "%h %l %u %t \"%r\" %s %b";
  private static final String COMBINED = COMMON + " \"%{Referer}i\" \"%{User-Agent}i\"";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("'['dd/MMM/yyyy:HH:mm:ss Z']'", Locale.US);

  /** A part of a line. */
  @FunctionalInterface
  private interface Part {
    void append(StringBuilder line, AccessLogEntry entry);
  }

  /** A text that a client may have chosen. */
  @FunctionalInterface
  private interface Text {
    @Nullable String of(AccessLogEntry entry);
  }

  private final String pattern;
  private final List<Part> parts = new ArrayList<>();
  private boolean quoted;

  private AccessLogPattern(String pattern) {
    this.pattern = pattern;
  }

  static AccessLogPattern of(String pattern) {
    AccessLogPattern compiled =
        new AccessLogPattern(
            switch (pattern.toLowerCase(Locale.ROOT)) {
              case "common" -> COMMON;
              case "combined" -> COMBINED;
              default -> pattern;
            });
    compiled.compile();
    return compiled;
  }

  @Override
  public void write(Logger logger, AccessLogEntry entry) {
    StringBuilder line = new StringBuilder(200);
    for (Part part : parts) {
      part.append(line, entry);
    }
    logger.info(line.toString());
  }

  private void compile() {
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i++);
      if (c != '%') {
        quoted ^= c == '"';
        literal(c);
        continue;
      }
      String name = null;
      if (i < pattern.length() && pattern.charAt(i) == '{') {
        int end = pattern.indexOf('}', i);
        if (end < 0) {
          throw invalid("'%{' without '}'");
        }
        name = pattern.substring(i + 1, end);
        i = end + 1;
      }
      if (i == pattern.length()) {
        throw invalid("'%' at the end");
      }
      char letter = pattern.charAt(i++);
      if (name == null) {
        plain(letter);
      } else {
        named(name, letter);
      }
    }
  }

  private static AccessLogSyntaxException invalid(String what) {
    return new AccessLogSyntaxException("pattern", "the pattern has " + what);
  }

  private void literal(char c) {
    parts.add((line, entry) -> line.append(c));
  }

  /** What a client has no part in. */
  private void own(Part part) {
    parts.add(part);
  }

  private void text(Text text) {
    boolean between = quoted;
    parts.add(
        (line, entry) -> {
          String value = text.of(entry);
          AccessLogText.append(line, value == null || value.isEmpty() ? "-" : value, between);
        });
  }

  private void plain(char letter) {
    switch (letter) {
      case '%' -> literal('%');
      case 'a', 'h' -> text(entry -> entry.request().ip());
      case 'b' -> own((line, entry) -> line.append(entry.bytes() == 0 ? "-" : "" + entry.bytes()));
      case 'B' -> own((line, entry) -> line.append(entry.bytes()));
      case 'D' -> elapsed("us");
      case 'F', 'A', 'S', 'X', 'p' ->
          throw invalid("'%" + letter + "', which FastJava has no value for");
      case 'H' -> text(AccessLogEntry::protocol);
      case 'I' -> text(entry -> Thread.currentThread().getName());
      case 'l', 'u' -> literal('-');
      case 'm' -> text(entry -> entry.request().method());
      case 'q' -> {
        boolean between = quoted;
        own((line, entry) -> AccessLogText.append(line, entry.query(), between));
      }
      case 'r' -> {
        text(entry -> entry.request().method());
        literal(' ');
        text(entry -> entry.request().originalUrl());
        literal(' ');
        text(AccessLogEntry::protocol);
      }
      case 's' ->
          own((line, entry) -> line.append(entry.status() == null ? "-" : "" + entry.status()));
      case 't' -> own((line, entry) -> TIME.formatTo(entry.time(), line));
      case 'T' -> elapsed("s");
      case 'U' -> text(AccessLogEntry::path);
      case 'v' -> text(entry -> entry.request().hostname());
      default -> throw invalid("'%" + letter + "', which there is not");
    }
  }

  private void named(String name, char letter) {
    switch (letter) {
      case 'i' -> text(entry -> entry.request().raw().header(name));
      case 'o' -> text(entry -> entry.reply().getHeader(name));
      case 'r' ->
          text(
              entry ->
                  entry.request().server().hasRequestDecorator(name)
                      ? decorator(entry.request().getDecorator(name))
                      : null);
      case 'x' -> text(entry -> MDC.get(name));
      case 't' -> time(name);
      case 'T' -> elapsed(name);
      case 'a' -> {
        if (!name.equals("peer") && !name.equals("remote")) {
          throw invalid("'%{" + name + "}a'; there are 'peer' and 'remote'");
        }
        text(
            name.equals("peer")
                ? entry -> entry.request().raw().remoteAddress()
                : entry -> entry.request().ip());
      }
      default -> throw invalid("'%{" + name + "}" + letter + "', which there is not");
    }
  }

  private static @Nullable String decorator(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private void time(String format) {
    switch (format) {
      case "sec" -> own((line, entry) -> line.append(entry.time().toEpochSecond()));
      case "msec" -> own((line, entry) -> line.append(entry.time().toInstant().toEpochMilli()));
      default -> {
        DateTimeFormatter formatter;
        try {
          formatter = DateTimeFormatter.ofPattern(format, Locale.US);
        } catch (IllegalArgumentException unknown) {
          throw invalid("'%{" + format + "}t', which is no form of a time");
        }
        own((line, entry) -> formatter.formatTo(entry.time(), line));
      }
    }
  }

  private void elapsed(String unit) {
    double perMilli =
        switch (unit) {
          case "s" -> 1e-3;
          case "ms" -> 1;
          case "us" -> 1e3;
          default -> throw invalid("'%{" + unit + "}T'; there are 's', 'ms' and 'us'");
        };
    own((line, entry) -> line.append((long) (entry.reply().elapsedTime() * perMilli)));
  }
}
