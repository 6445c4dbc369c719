package dev.fastjava.internal.lifecycle;

import dev.fastjava.Execution;
import dev.fastjava.Response;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.HttpException;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import dev.fastjava.schema.Utf8Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The last step of a reply: settles length and trailers and hands head and payload to the
 * transport.
 *
 * <p>Reference: Reply, send.
 */
final class PayloadWriter {
  private static final byte[] NO_BYTES = {};
  private static final String CONTENT_LENGTH = "content-length";

  private PayloadWriter() {}

  static void write(Call call, @Nullable Object given) {
    LiveReply reply = call.reply;
    Object payload = given instanceof Response response ? unpack(reply, response) : given;
    ReplyTrailers trailers = reply.trailers();
    if (trailers != null) {
      trailers.announce(reply.headers, call.exchange.isHttp2());
    }
    int status = reply.statusCode();
    if (payload == null) {
      if (status >= 200 && status != 204 && status != 304 && trailers == null && !isHead(call)) {
        reply.headers.set(CONTENT_LENGTH, "0");
      }
      send(call, NO_BYTES, 0, 0, trailers, null);
      return;
    }
    if (status < 200 || status == 204) {
      reply.headers.remove("content-type");
      reply.headers.remove(CONTENT_LENGTH);
      discard(payload);
      send(call, NO_BYTES, 0, 0, trailers, null);
      return;
    }
    boolean headOnly = status == 304 || isHead(call);
    if (payload instanceof Utf8Output out) {
      length(call, out.size(), trailers);
      send(call, out.array(), 0, out.size(), trailers, payload);
    } else if (payload instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      length(call, bytes.length, trailers);
      send(call, bytes, 0, bytes.length, trailers, payload);
    } else if (payload instanceof byte[] bytes) {
      length(call, bytes.length, trailers);
      send(call, bytes, 0, bytes.length, trailers, payload);
    } else if (payload instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      length(call, bytes.length, trailers);
      send(call, bytes, 0, bytes.length, trailers, payload);
    } else if (payload instanceof Path path) {
      openFile(call, path, trailers, headOnly);
    } else if (payload instanceof InputStream in) {
      StreamPump.start(call, in, streamed(call, headOnly, trailers));
    } else if (payload instanceof Flow.Publisher<?> publisher) {
      PublisherPump.start(call, publisher, streamed(call, headOnly, trailers));
    } else {
      throw ErrorCode.FST_ERR_REP_INVALID_PAYLOAD_TYPE.error(PayloadKind.name(payload));
    }
  }

  private static @Nullable Object unpack(LiveReply reply, Response response) {
    reply.code(response.status());
    reply.headers(response.headers());
    return response.body();
  }

  private static void length(Call call, long size, @Nullable ReplyTrailers trailers) {
    if (trailers != null) {
      return;
    }
    ResponseHeaders headers = call.reply.headers;
    Object set = headers.get(CONTENT_LENGTH);
    // Without a payload on the wire, the application may know better.
    if (set == null || set.equals("") || !isHead(call)) {
      headers.set(CONTENT_LENGTH, Long.toString(size));
    }
  }

  private static void send(
      Call call,
      byte[] bytes,
      int offset,
      int length,
      @Nullable ReplyTrailers trailers,
      @Nullable Object payload) {
    ResponseHeaders headers = headers(call.reply);
    HeaderText.check(headers);
    call.end.sent();
    int status = call.reply.statusCode();
    call.context().replySize().sent(length);
    if (trailers == null) {
      call.exchange.send(status, headers, bytes, offset, length);
      return;
    }
    ResponseStream stream = call.exchange.startStream(status, headers);
    if (length > 0) {
      stream.write(ByteBuffer.wrap(bytes, offset, length));
    }
    trailers.finish(call, payload instanceof Utf8Output out ? out.toText() : payload, stream);
  }

  /** The headers of the reply over those set below the framework. */
  static ResponseHeaders headers(LiveReply reply) {
    ResponseHeaders raw = reply.rawHeaders;
    if (raw == null) {
      return reply.headers;
    }
    ResponseHeaders all = new ResponseHeaders();
    for (int i = 0; i < raw.size(); i++) {
      all.set(raw.name(i), raw.value(i));
    }
    for (int i = 0; i < reply.headers.size(); i++) {
      all.set(reply.headers.name(i), reply.headers.value(i));
    }
    return all;
  }

  /**
   * The response to a stream. It is looked at even when the head is all there is to send: one that
   * fails at once is an error reply for HEAD too.
   */
  private static StreamedReply streamed(
      Call call, boolean headOnly, @Nullable ReplyTrailers trailers) {
    return new StreamedReply(call, headOnly ? null : ResponseHead.ofStream(call.reply), trailers);
  }

  /** Sends the head of a stream of which nothing else is to be sent. */
  static void sendHead(Call call, @Nullable ReplyTrailers trailers) {
    send(call, NO_BYTES, 0, 0, trailers, null);
  }

  /** Opens a file and sends it: elsewhere when this is the event loop, as a disk may take long. */
  private static void openFile(
      Call call, Path path, @Nullable ReplyTrailers trailers, boolean headOnly) {
    if (call.context().execution() != Execution.EVENT_LOOP) {
      sendFile(call, open(path), trailers, headOnly);
      return;
    }
    call.blockingExecutor()
        .execute(
            () -> {
              FileChannel file;
              try {
                file = open(path);
              } catch (RuntimeException e) {
                call.inSegment(() -> call.replying.errors().take(e));
                return;
              }
              call.inSegment(
                  () -> {
                    try {
                      sendFile(call, file, trailers, headOnly);
                    } catch (RuntimeException e) {
                      call.replying.errors().take(e);
                    }
                  });
            });
  }

  private static void sendFile(
      Call call, FileChannel file, @Nullable ReplyTrailers trailers, boolean headOnly) {
    try {
      long size = file.size();
      if (headOnly) {
        file.close();
        if (call.reply.statusCode() != 304) {
          length(call, size, trailers);
        }
        sendHead(call, trailers);
        return;
      }
      if (trailers != null) {
        InputStream in = Channels.newInputStream(file);
        StreamPump.start(call, in, streamed(call, false, trailers));
        return;
      }
      length(call, size, null);
      ResponseHeaders headers = headers(call.reply);
      HeaderText.check(headers);
      call.end.sent();
      call.exchange.sendFile(call.reply.statusCode(), headers, file, 0, size);
    } catch (IOException e) {
      close(file);
      throw unreadable(e);
    } catch (RuntimeException e) {
      close(file);
      throw e;
    }
  }

  private static FileChannel open(Path path) {
    try {
      // A directory can be opened, and a pipe has no size: both would break the response off.
      if (!Files.isRegularFile(path)) {
        throw new NoSuchFileException(path.toString(), null, "not a regular file");
      }
      return FileChannel.open(path, StandardOpenOption.READ);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static HttpException unreadable(IOException cause) {
    // The message of the cause names the path: not for clients.
    return new HttpException(500, "The file to send cannot be read", cause);
  }

  private static boolean isHead(Call call) {
    return call.exchange.method().equals("HEAD");
  }

  /** Gives up a payload that nobody gets: closes a stream, cancels a publisher. */
  static void discard(@Nullable Object payload) {
    if (payload instanceof Flow.Publisher<?> publisher) {
      try {
        publisher.subscribe(RefusedPublication.INSTANCE);
      } catch (RuntimeException e) {
        // Nothing depends on a payload that nobody gets.
        return;
      }
    } else if (payload != null) {
      close(payload);
    }
  }

  /** Cancels what it is subscribed to. */
  private enum RefusedPublication implements Flow.Subscriber<@Nullable Object> {
    INSTANCE;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
    }

    @Override
    public void onNext(@Nullable Object part) {}

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onComplete() {}
  }

  /** Closes a stream that is not sent. */
  static void close(Object payload) {
    if (payload instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        // Nothing depends on a payload that nobody gets.
        return;
      }
    }
  }
}
