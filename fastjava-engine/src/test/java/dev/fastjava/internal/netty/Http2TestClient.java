package dev.fastjava.internal.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that speaks HTTP/2 without asking, and can send what a polite one would not. */
final class Http2TestClient implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final CompletableFuture<Void> goingAway = new CompletableFuture<>();
  private final List<Channel> streams = new ArrayList<>();
  private final Channel channel;

  Http2TestClient(InetSocketAddress address) {
    channel =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel created) {
                    created
                        .pipeline()
                        .addLast(
                            Http2FrameCodecBuilder.forClient().validateHeaders(false).build(),
                            new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()),
                            new Connection());
                  }
                })
            .connect(address)
            .syncUninterruptibly()
            .channel();
  }

  CompletableFuture<Answer> request(String method, String path, String... body) {
    return request(method, path, true, body);
  }

  /** Sends a request whose body does not end. */
  CompletableFuture<Answer> openRequest(String method, String path, String... body) {
    return request(method, path, false, body);
  }

  private CompletableFuture<Answer> request(
      String method, String path, boolean complete, String... body) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Http2StreamChannel stream =
        new Http2StreamChannelBootstrap(channel)
            .handler(new Receiver(answer))
            .open()
            .syncUninterruptibly()
            .getNow();
    streams.add(stream);
    Http2Headers head =
        new DefaultHttp2Headers(false).method(method).path(path).scheme("http").authority("test");
    write(stream, new DefaultHttp2HeadersFrame(head, complete && body.length == 0));
    for (int i = 0; i < body.length; i++) {
      boolean last = complete && i == body.length - 1;
      byte[] bytes = body[i].getBytes(StandardCharsets.ISO_8859_1);
      write(stream, new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(bytes), last));
    }
    return answer;
  }

  void cancelFirst() {
    write(streams.get(0), new DefaultHttp2ResetFrame(Http2Error.CANCEL));
  }

  CompletableFuture<Void> goingAway() {
    return goingAway;
  }

  CompletableFuture<Void> closed() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    channel.closeFuture().addListener(done -> closed.complete(null));
    return closed;
  }

  private static void write(Channel stream, Http2StreamFrame frame) {
    var unused = stream.writeAndFlush(frame);
  }

  void disconnect() {
    channel.close().syncUninterruptibly();
  }

  @Override
  public void close() {
    disconnect();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** What came on a stream. */
  record Answer(
      List<String> informational,
      String status,
      Map<String, String> headers,
      String body,
      Map<String, String> trailers) {}

  private final class Connection extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object frame) {
      if (frame instanceof Http2GoAwayFrame) {
        goingAway.complete(null);
      }
      ReferenceCountUtil.release(frame);
    }
  }

  private static final class Receiver extends SimpleChannelInboundHandler<Http2StreamFrame> {
    private final CompletableFuture<Answer> answer;
    private final List<String> informational = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private Map<String, String> headers = Map.of();
    private Map<String, String> trailers = Map.of();
    private @Nullable String status;

    Receiver(CompletableFuture<Answer> answer) {
      this.answer = answer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Http2StreamFrame frame) {
      if (frame instanceof Http2HeadersFrame head) {
        received(head.headers());
        endWhen(head.isEndStream());
      } else if (frame instanceof Http2DataFrame data) {
        body.append(data.content().toString(StandardCharsets.ISO_8859_1));
        endWhen(data.isEndStream());
      }
    }

    private void received(Http2Headers fields) {
      if (status != null) {
        trailers = map(fields);
      } else if (fields.status().charAt(0) == '1') {
        informational.add(fields.status().toString());
      } else {
        status = fields.status().toString();
        headers = map(fields);
      }
    }

    private static Map<String, String> map(Http2Headers fields) {
      Map<String, String> map = new LinkedHashMap<>();
      fields.forEach(field -> map.put(field.getKey().toString(), field.getValue().toString()));
      return map;
    }

    private void endWhen(boolean end) {
      if (end) {
        answer.complete(new Answer(informational, status, headers, body.toString(), trailers));
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event instanceof Http2ResetFrame reset) {
        answer.completeExceptionally(new IOException("reset: " + reset.errorCode()));
      }
      ReferenceCountUtil.release(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      answer.completeExceptionally(new IOException("closed"));
    }
  }
}
