package dev.fastjava.internal.inject;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/**
 * Percent-encoding of texts as UTF-8, as lenient as the URL standard; {@link
 * dev.fastjava.internal.routing.PercentEncoding} is the strict one of the server.
 */
final class UrlEncoding {
  private static final String HEX = "0123456789ABCDEF";
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

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
    CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT);
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("replacing leaves nothing that cannot be encoded", e);
    }
  }
}
