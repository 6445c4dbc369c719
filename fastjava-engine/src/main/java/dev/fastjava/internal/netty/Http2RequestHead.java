package dev.fastjava.internal.netty;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request of HTTP/2 in the shape of HTTP/1: without pseudo headers, with {@code
 * host}.
 */
record Http2RequestHead(String method, String target, HttpHeaders headers) {
  private static final String CONNECT = "CONNECT";

  /**
   * Translates and checks what the library does not check (RFC 9113, 8.2 and 8.3).
   *
   * @throws IllegalArgumentException when the head is malformed
   */
  static Http2RequestHead of(Http2Headers frame) {
    CharSequence given = frame.method();
    if (given == null || !isToken(given)) {
      throw new MalformedRequestException("Request without a valid method");
    }
    String method = given.toString();
    CharSequence authority = frame.authority();
    String target;
    if (method.equals(CONNECT)) {
      target = connectTarget(frame);
    } else {
      requireScheme(frame.scheme());
      target = target(method, frame.path());
    }
    if (authority != null && !Authority.isValid(authority.toString())) {
      throw new MalformedRequestException("Request with an illegal authority");
    }
    HttpHeaders headers = new DefaultHttpHeaders();
    if (authority != null) {
      headers.add(HttpHeaderNames.HOST, authority);
    }
    addFields(headers, frame, authority);
    return new Http2RequestHead(method, target, headers);
  }

  private static void addFields(
      HttpHeaders headers, Http2Headers frame, @Nullable CharSequence authority) {
    boolean hasHost = false;
    for (Map.Entry<CharSequence, CharSequence> field : frame) {
      CharSequence name = field.getKey();
      CharSequence value = field.getValue();
      if (Http2Headers.PseudoHeaderName.hasPseudoHeaderFormat(name)) {
        if (Http2Headers.PseudoHeaderName.PROTOCOL.value().contentEquals(name)) {
          throw new MalformedRequestException("Extended CONNECT was not offered");
        }
        continue;
      }
      requireTrimmed(value);
      if (HttpHeaderNames.HOST.contentEquals(name)) {
        if (hasHost) {
          throw new MalformedRequestException("Two hosts in one request");
        }
        hasHost = true;
        requireHost(authority, value);
        if (authority != null) {
          continue;
        }
      }
      headers.add(name, value.toString());
    }
  }

  /** What CONNECT asks for is an authority; it has no scheme and no path (RFC 9113, 8.5). */
  private static String connectTarget(Http2Headers frame) {
    CharSequence authority = frame.authority();
    if (authority == null || frame.scheme() != null || frame.path() != null) {
      throw new MalformedRequestException("CONNECT with something else than an authority");
    }
    return RequestTarget.connectAuthority(authority.toString());
  }

  private static String target(String method, @Nullable CharSequence path) {
    String target = path == null ? "" : path.toString();
    boolean known = target.startsWith("/") || (target.equals("*") && method.equals("OPTIONS"));
    if (!known || !RequestTarget.isValid(target)) {
      throw new MalformedRequestException("Request without a valid path");
    }
    return target;
  }

  /** RFC 3986, 3.1. */
  private static void requireScheme(@Nullable CharSequence scheme) {
    if (scheme == null || !isScheme(scheme)) {
      throw new MalformedRequestException("Request without a valid scheme");
    }
  }

  private static boolean isScheme(CharSequence scheme) {
    for (int i = 0; i < scheme.length(); i++) {
      char c = scheme.charAt(i);
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!isLetter(c) && (i == 0 || !later)) {
        return false;
      }
    }
    return scheme.length() > 0;
  }

  private static void requireHost(@Nullable CharSequence authority, CharSequence host) {
    if (authority != null && !authority.toString().equalsIgnoreCase(host.toString())) {
      throw new MalformedRequestException("Two hosts in one request");
    }
    if (!Authority.isValid(host.toString())) {
      throw new MalformedRequestException("Request with an illegal host");
    }
  }

  /** A value neither begins nor ends with a space or a tab (RFC 9113, 8.2.1). */
  private static void requireTrimmed(CharSequence value) {
    int length = value.length();
    if (length > 0 && (isSpace(value.charAt(0)) || isSpace(value.charAt(length - 1)))) {
      throw new MalformedRequestException("Field value with a space at its end");
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  /** RFC 9110, 5.6.2. */
  private static boolean isToken(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9') && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
        return false;
      }
    }
    return text.length() > 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
