package dev.fastjava.internal.inject;

import static dev.fastjava.internal.inject.InjectSenderTests.awaitEvents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class StreamedResponseTests {
  private static final int PART = 8 * 1024;

  private final AtomicLong written = new AtomicLong();
  private final RecordingDispatcher endless = RecordingDispatcher.of(this::writeForever);

  private static InjectResponse send(RecordingDispatcher application) {
    return new InjectSender(
            () -> CompletableFuture.completedFuture(null),
            application,
            value -> new byte[0],
            new JsonMapper())
        .send(request -> request.url("/").payloadAsStream());
  }

  private void writeForever(Exchange exchange) {
    writeMore(exchange, exchange.startStream(200, new ResponseHeaders()));
  }

  private void writeMore(Exchange exchange, ResponseStream stream) {
    boolean more = true;
    while (more && exchange.isOpen()) {
      written.addAndGet(PART);
      more = stream.write(ByteBuffer.allocate(PART));
    }
    if (exchange.isOpen()) {
      stream.onWritable(() -> writeMore(exchange, stream));
    }
  }

  @Test
  void slowReaderSlowsTheWriterDown() throws IOException {
    InjectResponse response = send(endless);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().asMap()).containsEntry("transfer-encoding", "chunked");
    try (InputStream in = response.stream()) {
      assertThat(written.get()).isLessThanOrEqualTo(64 * 1024 + PART);
      long read = in.readNBytes(4 << 20).length;
      assertThat(read).isEqualTo(4 << 20);
      assertThat(written.get()).isLessThanOrEqualTo(read + 64 * 1024 + PART);
      assertThat(endless.events).isEmpty();
    }
    awaitEvents(endless, "aborted", "failed");
  }

  @Test
  void closedStreamIsReadNoMore() throws IOException {
    InputStream in = send(endless).stream();
    in.close();
    in.close();
    assertThatThrownBy(in::read).isInstanceOf(IOException.class);
    awaitEvents(endless, "aborted", "failed");
  }

  @Test
  void streamEndsWithTrailers() throws IOException {
    RecordingDispatcher application =
        RecordingDispatcher.of(
            exchange -> {
              ResponseStream stream = exchange.startStream(200, new ResponseHeaders());
              stream.write(ByteBuffer.wrap(new byte[] {1, 2, (byte) 0xFF}));
              stream.end(Map.of("etag", "x"));
            });
    InjectResponse response = send(application);
    assertThat(response.stream().readAllBytes()).containsExactly(1, 2, 0xFF);
    assertThat(response.stream().read()).isEqualTo(-1);
    assertThat(response.trailers()).containsEntry("etag", "x");
    awaitEvents(application, "finished");
    assertThatIllegalStateException().isThrownBy(response::body);
    assertThatIllegalStateException().isThrownBy(response::json);
    assertThat(response.toString()).contains("HTTP/1.1 200 OK").contains("(body as a stream)");
  }

  @Test
  void failureOfTheWriterFailsTheReader() throws IOException {
    RecordingDispatcher application =
        RecordingDispatcher.of(
            exchange -> {
              ResponseStream stream = exchange.startStream(200, new ResponseHeaders());
              stream.write(ByteBuffer.wrap(new byte[] {1}));
              stream.abort(new IllegalStateException("source"));
            });
    InputStream in = send(application).stream();
    assertThat(in.read()).isEqualTo(1);
    assertThatThrownBy(in::read)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("response destroyed before completion")
        .hasRootCauseMessage("source");
    awaitEvents(application, "failed");
  }

  @Test
  void responseWithoutBodyEndsAtOnce() throws IOException {
    RecordingDispatcher application =
        RecordingDispatcher.of(
            exchange -> exchange.send(204, new ResponseHeaders(), new byte[0], 0, 0));
    InjectResponse response = send(application);
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.stream().read()).isEqualTo(-1);
    awaitEvents(application, "finished");
  }

  @Test
  void largeFileIsSentAsItIsRead(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("f"), new byte[1 << 20]);
    try (FileChannel channel = FileChannel.open(file)) {
      RecordingDispatcher application =
          RecordingDispatcher.of(
              exchange -> exchange.sendFile(200, new ResponseHeaders(), channel, 0, 1 << 20));
      InjectResponse response = send(application);
      assertThat(channel.position()).isZero();
      assertThat(channel.isOpen()).isTrue();
      assertThat(response.stream().readAllBytes()).hasSize(1 << 20);
      assertThat(channel.isOpen()).isFalse();
      awaitEvents(application, "finished");
    }
  }
}
