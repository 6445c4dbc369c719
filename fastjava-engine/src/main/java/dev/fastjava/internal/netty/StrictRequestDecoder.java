package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the requests of a connection by RFC 9112, from the first empty line to the last trailer:
 * a {@link HttpRequest} for a head, then {@code HttpContent} for what comes of the body, the last
 * one a {@link LastHttpContent}. The first byte that is wrong gives a last content with a failure,
 * and nothing after it is decoded.
 *
 * <p>A request that the connection cannot take yet stays here as the bytes that it came in.
 */
final class StrictRequestDecoder extends ChannelInboundHandlerAdapter {
  /** Bodies are passed on in pieces of this size at most. */
  private static final int LARGEST_PIECE = 65_536;

  /** Where in a request the next byte belongs. */
  private enum Place {
    BEFORE_HEAD,
    HEAD,
    BODY,
    CHUNK_LINE,
    CHUNK,
    CHUNK_END,
    TRAILERS,
    /** No more requests are served: what comes is passed on as it is. */
    BEHIND_THE_LAST
  }

  private final long maxHeaderSize;
  private final BooleanSupplier takesRequest;
  private final LineReader lines = new LineReader();
  private final FieldLine field = new FieldLine();

  private Place place = Place.BEFORE_HEAD;

  /** The head being read. */
  private @Nullable RequestHead head;

  /** What is missing of the body or of the chunk. */
  private long missing;

  /** How much the lines before the chunks of this body may still exceed plain numbers. */
  private long chunkAllowance;

  private int trailers;

  /** What has been received and not decoded; null when that is nothing. */
  private @Nullable ByteBuf received;

  private @Nullable ChannelHandlerContext context;
  private boolean decoding;

  /** The next request waits for the connection to take it. */
  private boolean held;

  /**
   * Makes a decoder.
   *
   * @param maxHeaderSize how many bytes heads may have, and trailers too
   * @param takesRequest whether the connection can take the next request now
   */
  StrictRequestDecoder(int maxHeaderSize, BooleanSupplier takesRequest) {
    this.maxHeaderSize = maxHeaderSize;
    this.takesRequest = takesRequest;
  }

  /** Whether a request has been received in part: in its head, or in its body. */
  boolean hasPartOfRequest() {
    return switch (place) {
      case BEHIND_THE_LAST -> false;
      // Empty lines before a request are none.
      case BEFORE_HEAD, HEAD -> head != null || (received != null && received.isReadable());
      default -> true;
    };
  }

  /** Whether there are bytes of a request that the connection could not take when they came. */
  boolean holdsRequest() {
    return held;
  }

  /** How many bytes wait for the connection to take a request. */
  int heldBytes() {
    return held && received != null ? received.readableBytes() : 0;
  }

  /** Goes on with what is held. */
  void resume() {
    if (!decoding && context != null) {
      decode(context);
    }
  }

  /** Decodes nothing any more. */
  void stop() {
    place = Place.BEHIND_THE_LAST;
    head = null;
    release();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    if (place == Place.BEHIND_THE_LAST) {
      ctx.fireChannelRead(bytes);
      return;
    }
    received =
        received == null
            ? bytes
            : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), received, bytes);
    if (!decoding) {
      decode(ctx);
    }
  }

  private void decode(ChannelHandlerContext ctx) {
    decoding = true;
    held = false;
    try {
      // Whoever gets an object may stop or remove the decoder.
      while (received != null && received.isReadable() && !held) {
        if (!step(ctx, received)) {
          break;
        }
      }
    } catch (MalformedRequestException e) {
      refuse(ctx, e);
    } finally {
      decoding = false;
    }
    if (received != null) {
      if (!received.isReadable()) {
        release();
      } else if (received.refCnt() == 1) {
        // Nobody has a slice of it.
        received.discardSomeReadBytes();
      }
    }
  }

  /** Takes the next part; false when it has not arrived. */
  private boolean step(ChannelHandlerContext ctx, ByteBuf in) {
    return switch (place) {
      case BEFORE_HEAD -> beginHead();
      case HEAD -> readHead(ctx, in);
      case BODY, CHUNK -> readBody(ctx, in);
      case CHUNK_LINE -> readChunkLine(in);
      case CHUNK_END -> readChunkEnd(in);
      case TRAILERS -> readTrailers(ctx, in);
      case BEHIND_THE_LAST -> false;
    };
  }

  private boolean beginHead() {
    if (!takesRequest.getAsBoolean()) {
      held = true;
      return false;
    }
    lines.allow(maxHeaderSize);
    place = Place.HEAD;
    return true;
  }

  private boolean readHead(ChannelHandlerContext ctx, ByteBuf in) {
    RequestHead current = head;
    if (current == null) {
      lines.skipLineFeeds(in);
    }
    while (lines.read(in)) {
      if (current == null) {
        // RFC 9112 2.2: empty lines before a request line are not part of it.
        if (lines.length() > 0) {
          current = new RequestHead(lines.bytes(), lines.length());
          head = current;
        } else {
          lines.skipLineFeeds(in);
        }
      } else if (lines.length() > 0) {
        field.parse(lines.bytes(), lines.length());
        current.add(field);
      } else {
        endHead(ctx, current);
        return true;
      }
    }
    return false;
  }

  private void endHead(ChannelHandlerContext ctx, RequestHead complete) {
    HttpRequest request = complete.request();
    missing = complete.bodyLength();
    head = null;
    chunkAllowance = maxHeaderSize;
    if (missing == RequestHead.CHUNKED) {
      beginChunkLine();
    } else {
      place = missing == 0 ? Place.BEFORE_HEAD : Place.BODY;
    }
    ctx.fireChannelRead(request);
    if (place == Place.BEFORE_HEAD) {
      ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }

  /** Passes on what has come of a body with a length, or of a chunk. */
  private boolean readBody(ChannelHandlerContext ctx, ByteBuf in) {
    int length = (int) Math.min(missing, Math.min(in.readableBytes(), LARGEST_PIECE));
    missing -= length;
    ByteBuf piece = in.readRetainedSlice(length);
    if (place == Place.CHUNK) {
      if (missing == 0) {
        place = Place.CHUNK_END;
      }
      ctx.fireChannelRead(new DefaultHttpContent(piece));
    } else if (missing > 0) {
      ctx.fireChannelRead(new DefaultHttpContent(piece));
    } else {
      place = Place.BEFORE_HEAD;
      ctx.fireChannelRead(new DefaultLastHttpContent(piece));
    }
    return true;
  }

  private void beginChunkLine() {
    lines.allow(ChunkLine.PLAIN_LENGTH + chunkAllowance);
    place = Place.CHUNK_LINE;
  }

  private boolean readChunkLine(ByteBuf in) {
    if (!lines.read(in)) {
      return false;
    }
    missing = ChunkLine.sizeOf(lines.bytes(), lines.length());
    // RFC 9112 7.1.1: a body of any length may have extensions, but not more of them than of it.
    chunkAllowance -= Math.max(0, lines.length() + 2 - ChunkLine.PLAIN_LENGTH);
    chunkAllowance = Math.min(maxHeaderSize, chunkAllowance + missing);
    if (missing > 0) {
      place = Place.CHUNK;
    } else {
      trailers = 0;
      lines.allow(maxHeaderSize);
      place = Place.TRAILERS;
    }
    return true;
  }

  private boolean readChunkEnd(ByteBuf in) {
    int start = in.readerIndex();
    if (in.getByte(start) != '\r' || (in.readableBytes() > 1 && in.getByte(start + 1) != '\n')) {
      throw new MalformedRequestException("Chunk longer than its size");
    }
    if (in.readableBytes() < 2) {
      return false;
    }
    in.skipBytes(2);
    beginChunkLine();
    return true;
  }

  /** RFC 9112 7.1.2: trailers are checked and dropped; none of them becomes a header. */
  private boolean readTrailers(ChannelHandlerContext ctx, ByteBuf in) {
    while (lines.read(in)) {
      if (lines.length() == 0) {
        place = Place.BEFORE_HEAD;
        ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        return true;
      }
      field.parse(lines.bytes(), lines.length());
      if (field.isNamed(HttpHeaderNames.CONTENT_LENGTH)
          || field.isNamed(HttpHeaderNames.TRANSFER_ENCODING)) {
        throw new MalformedRequestException("Length of the body behind the body");
      }
      if (++trailers > RequestHead.MOST_FIELDS) {
        throw new OversizedRequestException("More trailers than allowed");
      }
    }
    return false;
  }

  private void refuse(ChannelHandlerContext ctx, MalformedRequestException cause) {
    boolean isChunk = place == Place.CHUNK_LINE;
    stop();
    LastHttpContent failed = new DefaultLastHttpContent();
    // An oversized line of a chunk is no oversized head.
    failed.setDecoderResult(
        DecoderResult.failure(
            isChunk ? new MalformedRequestException(String.valueOf(cause.getMessage())) : cause));
    ctx.fireChannelRead(failed);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    stop();
    ctx.fireChannelInactive();
  }

  /** The connection has changed its protocol: the bytes are for the handlers that are there now. */
  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    ByteBuf rest = received;
    received = null;
    if (rest == null) {
      return;
    }
    if (rest.isReadable()) {
      ctx.fireChannelRead(rest);
      ctx.fireChannelReadComplete();
    } else {
      rest.release();
    }
  }

  private void release() {
    ByteBuf rest = received;
    received = null;
    if (rest != null) {
      rest.release();
    }
  }
}
