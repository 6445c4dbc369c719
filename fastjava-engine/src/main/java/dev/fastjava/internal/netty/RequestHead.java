package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.Characters;
import dev.fastjava.internal.exchange.HttpMethods;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The head of one request, line by line: first the request line, then the headers, then what they
 * say together about the host and about where the body ends. Whatever two readers may understand
 * differently is refused, so that no request can be smuggled past a proxy in front.
 */
final class RequestHead {
  /** The length of a body that comes in chunks. */
  static final long CHUNKED = -1;

  /** As many as the reference takes; it ignores the others. */
  static final int MOST_FIELDS = 2_000;

  /** Values and names are checked here, by the rules of RFC 9110. */
  private static final HttpHeadersFactory HEADERS =
      DefaultHttpHeadersFactory.headersFactory().withValidation(false);

  private static final AsciiString HIXIE_WEBSOCKET = AsciiString.cached("sec-websocket-key1");

  private static final int VERSION_LENGTH = 8;

  private final HttpMethod method;
  private final String target;
  private final HttpVersion version;
  private final @Nullable String targetAuthority;
  private final HttpHeaders headers = HEADERS.newHeaders();
  private int fields;
  private @Nullable String host;
  private @Nullable String contentLength;
  private @Nullable String transferCoding;

  /**
   * Reads the request line: method, target and version with one space between them, RFC 9112 3.
   *
   * @throws MalformedRequestException when it is none
   */
  RequestHead(byte[] line, int length) {
    int versionStart = length - VERSION_LENGTH;
    int methodEnd = 0;
    while (methodEnd < length && Characters.isToken(line[methodEnd])) {
      methodEnd++;
    }
    int targetStart = methodEnd + 1;
    int targetEnd = versionStart - 1;
    if (targetStart >= targetEnd || line[methodEnd] != ' ' || line[targetEnd] != ' ') {
      throw new MalformedRequestException("Request line without three words");
    }
    method = method(text(line, 0, methodEnd));
    for (int i = targetStart; i < targetEnd; i++) {
      if (!Characters.isVisible(line[i])) {
        throw new MalformedRequestException("Request line with more than single spaces");
      }
    }
    target = text(line, targetStart, targetEnd);
    targetAuthority = RequestTarget.authorityOf(method.name(), target);
    version = version(text(line, versionStart, length));
  }

  /** RFC 9110 9.1: methods differ in case, and there are no others than these. */
  private static HttpMethod method(String name) {
    if (!HttpMethods.isKnown(name)) {
      throw new MalformedRequestException("Unknown method");
    }
    return HttpMethod.valueOf(name);
  }

  private static HttpVersion version(String text) {
    return switch (text) {
      case "HTTP/1.1" -> HttpVersion.HTTP_1_1;
      case "HTTP/1.0" -> HttpVersion.HTTP_1_0;
      default -> throw new MalformedRequestException("Unknown protocol version");
    };
  }

  /**
   * Adds a line of the headers.
   *
   * @throws MalformedRequestException when it must not be there
   */
  void add(FieldLine field) {
    if (++fields > MOST_FIELDS) {
      throw new OversizedRequestException("More headers than allowed");
    }
    String value = field.value();
    if (field.isNamed(HttpHeaderNames.HOST)) {
      host = only(host, value);
      if (!Authority.isValid(value)) {
        throw new MalformedRequestException("Invalid host");
      }
      if (targetAuthority != null) {
        // RFC 9112 3.2.2: what the target says counts, not the header.
        value = targetAuthority;
      }
    } else if (field.isNamed(HttpHeaderNames.CONTENT_LENGTH)) {
      contentLength = only(contentLength, value);
    } else if (field.isNamed(HttpHeaderNames.TRANSFER_ENCODING)) {
      transferCoding = only(transferCoding, value);
    } else if (field.isNamed(HttpHeaderNames.CONNECTION)) {
      checkNominated(value);
    } else if (field.isNamed(HIXIE_WEBSOCKET)) {
      // With that header of an early draft, some readers take eight bytes for a body.
      throw new MalformedRequestException("WebSocket of a draft");
    }
    headers.add(field.name(), value);
  }

  /** Of two lines, a proxy may have looked at the one, and the application would see the other. */
  private static String only(@Nullable String before, String value) {
    if (before != null) {
      throw new MalformedRequestException("A header twice that decides about the request");
    }
    return value;
  }

  /**
   * RFC 9110 7.6.1: who passes a request on leaves out what {@code connection} names. The next
   * reader would look for the host or for the end of the body elsewhere.
   */
  private static void checkNominated(String options) {
    // Nearly every value is one of these, or short.
    if (options.equalsIgnoreCase("keep-alive") || options.equalsIgnoreCase("close")) {
      return;
    }
    for (String option : options.split(",", -1)) {
      String name = option.strip();
      if (HttpHeaderNames.HOST.contentEqualsIgnoreCase(name)
          || HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name)
          || HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(name)) {
        throw new MalformedRequestException("A header of the message named by connection");
      }
    }
  }

  /**
   * Makes the request, all lines being read. The one of HTTP/1.1 without a host is for the
   * connection to refuse.
   */
  HttpRequest request() {
    if (targetAuthority != null && host == null && version.equals(HttpVersion.HTTP_1_0)) {
      headers.add(HttpHeaderNames.HOST, targetAuthority);
    }
    return new DefaultHttpRequest(version, method, target, headers);
  }

  /**
   * Where the body ends, RFC 9112 6.3.
   *
   * @return its length in bytes, or {@link #CHUNKED}
   * @throws MalformedRequestException when that is in doubt
   */
  long bodyLength() {
    if (transferCoding != null) {
      if (contentLength != null || version.equals(HttpVersion.HTTP_1_0)) {
        throw new MalformedRequestException("Chunks that other readers do not expect");
      }
      if (!transferCoding.equalsIgnoreCase("chunked")) {
        throw new MalformedRequestException("Unknown transfer coding");
      }
      return CHUNKED;
    }
    return contentLength == null ? 0 : decimal(contentLength);
  }

  /** RFC 9110 8.6: digits and nothing else. */
  private static long decimal(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
        throw new MalformedRequestException("Content length that is no number");
      }
      number = number * 10 + digit;
    }
    if (digits.isEmpty()) {
      throw new MalformedRequestException("Content length without a number");
    }
    return number;
  }

  private static String text(byte[] line, int start, int end) {
    return new String(line, start, end - start, StandardCharsets.US_ASCII);
  }
}
