package dev.fastjava.internal.netty;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request in bytes, the clause it is about, and what is expected of a server. */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record Http1Case(String clause, String expected, String notation, byte[] bytes) {
  private static final Pattern REPEATED = Pattern.compile("\\{(.*?)\\*(\\d+)}");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(?:x([0-9a-f]{2})|(.))");

  /** Reads a table; its format stands at its beginning. */
  static List<Http1Case> read(String resource) throws IOException {
    try (InputStream in = Http1Case.class.getResourceAsStream("/http1/" + resource)) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Http1Case::parse)
          .toList();
    }
  }

  private static Http1Case parse(String line) {
    String[] columns = line.split(" \\| ", 3);
    return new Http1Case(columns[0], columns[1], columns[2], bytes(columns[2]));
  }

  static byte[] bytes(String notation) {
    String repeated =
        REPEATED
            .matcher(notation)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1).repeat(Integer.parseInt(found.group(2)))));
    return ESCAPED
        .matcher(repeated.replace("~", "\r\n"))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) != null
                        ? String.valueOf((char) Integer.parseInt(found.group(1), 16))
                        : escaped(found.group(2))))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String escaped(String letter) {
    return switch (letter) {
      case "r" -> "\r";
      case "n" -> "\n";
      case "t" -> "\t";
      case "0" -> "\0";
      case "\\" -> "\\";
      default -> throw new IllegalArgumentException("No such escape: " + letter);
    };
  }

  @Override
  public String toString() {
    String shown = notation.length() > 160 ? notation.substring(0, 160) + "..." : notation;
    return "RFC " + clause + ": " + shown;
  }
}
