package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.HttpMethods;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.List;

/**
 * Decodes requests and rejects whatever two readers may understand differently: it allows no folded
 * headers, no separators but one space, no transfer coding but chunked, nothing but HTTP/1.0 and
 * 1.1. So no request can be smuggled past a proxy in front.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {
  private static final AsciiString HIXIE_WEBSOCKET = AsciiString.cached("sec-websocket-key1");

  /** Whether bytes now belong to a head; the decoder of the library does not tell. */
  private boolean inHead = true;

  /** Whether the request line of the head has been read. */
  private boolean headStarted;

  private boolean folded;
  private boolean rejected;

  StrictRequestDecoder(HttpDecoderConfig config) {
    super(config);
  }

  /** Whether a request has been received in part: in its head, or in its body. */
  boolean hasPartOfRequest() {
    return !rejected && (!inHead || headStarted || actualReadableBytes() > 0);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out)
      throws Exception {
    if (inHead && !rejected) {
      folded |= hasFoldedLine(buffer);
    }
    int known = out.size();
    super.decode(ctx, buffer, out);
    for (int i = known; i < out.size(); i++) {
      decoded(out.get(i));
    }
  }

  private void decoded(Object object) {
    if (object instanceof HttpRequest request) {
      inHead = false;
      headStarted = false;
      if (request.decoderResult().isSuccess() && isAmbiguous(request)) {
        request.setDecoderResult(
            DecoderResult.failure(new MalformedRequestException("Ambiguous message framing")));
      }
      folded = false;
    }
    if (object instanceof LastHttpContent) {
      inHead = true;
    }
    rejected |= ((HttpObject) object).decoderResult().isFailure();
  }

  private boolean isAmbiguous(HttpRequest request) {
    HttpHeaders headers = request.headers();
    if (folded || headers.contains(HIXIE_WEBSOCKET)) {
      // With that header of an early draft, the library takes eight bytes for a body.
      return true;
    }
    if (hasSeveralHosts(headers)) {
      return true;
    }
    String coding = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
    return coding != null
        && (!HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(coding)
            || headers.getAll(HttpHeaderNames.TRANSFER_ENCODING).size() > 1);
  }

  /** A proxy may have looked at the one, and the application would see the other. */
  private static boolean hasSeveralHosts(HttpHeaders headers) {
    // The iterator is short-lived and small, and does not leave this method.
    Iterator<? extends CharSequence> hosts =
        headers.valueCharSequenceIterator(HttpHeaderNames.HOST);
    if (!hosts.hasNext()) {
      return false;
    }
    hosts.next();
    return hosts.hasNext();
  }

  @Override
  protected HttpMessage createMessage(String[] initialLine) throws Exception {
    if (!HttpMethods.isKnown(initialLine[0])) {
      throw new MalformedRequestException("Unknown method");
    }
    String version = initialLine[2];
    if (!version.equals(HttpVersion.HTTP_1_1.text())
        && !version.equals(HttpVersion.HTTP_1_0.text())) {
      throw new MalformedRequestException("Unknown protocol version");
    }
    headStarted = true;
    return super.createMessage(initialLine);
  }

  @Override
  protected String splitSecondWordInitialLine(byte[] line, int start, int length) {
    if (length == 0 || line[start - 1] != ' ' || line[start - 2] <= ' ') {
      throw new MalformedRequestException("Request line without single spaces");
    }
    String target = super.splitSecondWordInitialLine(line, start, length);
    if (!RequestTarget.isValid(target)) {
      throw new MalformedRequestException("Illegal request target");
    }
    return target;
  }

  @Override
  protected String splitThirdWordInitialLine(byte[] line, int start, int length) {
    if (line[start - 1] != ' ' || line[start - 2] <= ' ') {
      throw new MalformedRequestException("Request line without single spaces");
    }
    return super.splitThirdWordInitialLine(line, start, length);
  }

  /**
   * Whether a line of the head starts with white space. The library consumes a head by whole lines,
   * so a line starts where the buffer does; empty lines before the request line do not count.
   */
  private boolean hasFoldedLine(ByteBuf buffer) {
    int end = buffer.writerIndex();
    int lineStart = buffer.readerIndex();
    boolean started = headStarted;
    while (lineStart >= 0 && lineStart < end) {
      byte first = buffer.getByte(lineStart);
      if (first == ' ' || first == '\t') {
        return true;
      }
      if (first == '\r' && started) {
        return false;
      }
      started |= first != '\r';
      int lineEnd = buffer.indexOf(lineStart, end, (byte) '\n');
      lineStart = lineEnd < 0 ? -1 : lineEnd + 1;
    }
    return false;
  }
}
