package dev.fastjava.internal.netty;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Map;

/**
 * The head of a request of HTTP/2 in the shape of HTTP/1: without pseudo headers, with {@code
 * host}.
 */
record Http2RequestHead(String method, String target, HttpHeaders headers) {

  /**
   * Translates and checks what the library does not check.
   *
   * @throws IllegalArgumentException when the head is malformed
   */
  static Http2RequestHead of(Http2Headers frame) {
    CharSequence method = frame.method();
    CharSequence target = frame.path();
    if (method == null || target == null || !RequestTarget.isValid(target.toString())) {
      throw new MalformedRequestException("Request without a valid method and path");
    }
    HttpHeaders headers = new DefaultHttpHeaders();
    CharSequence authority = frame.authority();
    if (authority != null) {
      headers.add(HttpHeaderNames.HOST, authority);
    }
    for (Map.Entry<CharSequence, CharSequence> field : frame) {
      CharSequence name = field.getKey();
      if (Http2Headers.PseudoHeaderName.hasPseudoHeaderFormat(name)) {
        continue;
      }
      if (authority != null && HttpHeaderNames.HOST.contentEqualsIgnoreCase(name)) {
        requireSame(authority, field.getValue());
        continue;
      }
      headers.add(name, field.getValue().toString());
    }
    return new Http2RequestHead(method.toString(), target.toString(), headers);
  }

  private static void requireSame(CharSequence authority, CharSequence host) {
    if (!authority.toString().equalsIgnoreCase(host.toString())) {
      throw new MalformedRequestException("Two hosts in one request");
    }
  }
}
