package dev.fastjava.internal.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.HttpConversionUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request of HTTP/1.1 that asks for HTTP/2: what the client wants of the connection, and the
 * request as it becomes the first stream.
 */
record Http2Upgrade(Http2Settings settings, Http2Headers request) {
  private static final int SETTING_LENGTH = 6;

  private static final byte[] SWITCHING =
      "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  /** What the request asks for; null when it does not ask, or not in the right way. */
  static @Nullable Http2Upgrade of(HttpRequest request) {
    HttpHeaders headers = request.headers();
    List<String> settings = headers.getAll("http2-settings");
    if (settings.size() != 1
        || !headers.contains(HttpHeaderNames.HOST)
        || !headers.containsValue(HttpHeaderNames.UPGRADE, "h2c", true)
        || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        // RFC 7540 3.2.1: without this option, a proxy has passed the header on unseen.
        || !headers.containsValue(HttpHeaderNames.CONNECTION, "http2-settings", true)
        || !request.uri().startsWith("/")) {
      return null;
    }
    try {
      return new Http2Upgrade(decode(settings.get(0)), translate(request));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Makes the connection one of HTTP/2, with the request as its first stream. */
  void perform(Channel channel, ServerSettings server, LoopState loop, ConnectionClock clock) {
    ChannelOperations.write(channel, Unpooled.wrappedBuffer(SWITCHING));
    Http2Codec codec = Http2Session.start(channel, false, server, loop, clock);
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.remove(Http1Connection.class);
    try {
      codec.onHttpServerUpgrade(settings);
      codec
          .decoder()
          .frameListener()
          .onHeadersRead(
              pipeline.context(codec), Http2CodecUtil.HTTP_UPGRADE_STREAM_ID, request, 0, true);
    } catch (Http2Exception e) {
      pipeline.fireExceptionCaught(e);
    }
    // What came after the request is passed on to the codec.
    pipeline.remove(StrictRequestDecoder.class);
    channel.flush();
  }

  private static Http2Settings decode(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    if (bytes.remaining() % SETTING_LENGTH != 0) {
      throw new IllegalArgumentException("Incomplete settings");
    }
    Http2Settings settings = new Http2Settings();
    while (bytes.hasRemaining()) {
      settings.put(bytes.getChar(), (Long) Integer.toUnsignedLong(bytes.getInt()));
    }
    return settings;
  }

  private static Http2Headers translate(HttpRequest request) {
    Http2Headers headers = new DefaultHttp2Headers();
    // Leaves out what concerns the connection.
    HttpConversionUtil.toHttp2Headers(request.headers(), headers);
    headers.authority(request.headers().get(HttpHeaderNames.HOST));
    headers.method(request.method().asciiName());
    headers.path(request.uri());
    headers.scheme("http");
    return headers;
  }
}
