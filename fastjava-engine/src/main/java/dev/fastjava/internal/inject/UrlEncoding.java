package dev.fastjava.internal.inject;

import dev.fastjava.schema.Utf8Output;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/**
 * Percent-encoding of texts as UTF-8, as lenient as the URL standard; {@link
 * dev.fastjava.internal.routing.PercentEncoding} is the strict one of the server.
 */
final class UrlEncoding {
  private static final String HEX = "0123456789ABCDEF";

  private UrlEncoding() {}

  /** Encodes controls, everything beyond ASCII, and the characters of a set. */
  static String encode(String text, String set) {
    return encode(text, b -> b > 0x1F && b < 0x7F && set.indexOf(b) < 0);
  }

  /** Encodes everything but ASCII letters, digits and the characters of a set. */
  static String encodeAllBut(String text, String set) {
    return encode(text, b -> b > 0 && (Character.isLetterOrDigit(b) || set.indexOf(b) >= 0));
  }

  private static String encode(String text, IntPredicate plain) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : utf8(text)) {
      if (plain.test(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
      }
    }
    return encoded.toString();
  }

  /** Decodes; escapes that are none stay, and what is not UTF-8 is replaced. */
  static String decode(String text, boolean plusIsSpace) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length());
    byte[] bytes = utf8(text);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? digit(bytes[i + 1]) : -1;
      int low = high >= 0 ? digit(bytes[i + 2]) : -1;
      if (low >= 0) {
        decoded.write(high << 4 | low);
        i += 2;
      } else {
        decoded.write(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit(b, 16);
  }

  /**
   * The UTF-8 bytes of a text, with U+FFFD for lone surrogates where Java would write {@code ?}.
   */
  static byte[] utf8(String text) {
    Utf8Output out = new Utf8Output();
    out.writeText(text);
    return out.toByteArray();
  }
}
