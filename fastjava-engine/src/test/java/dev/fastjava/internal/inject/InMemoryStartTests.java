package dev.fastjava.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectException;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A response that cannot begin, as its reader has gone, is dropped as a whole. */
class InMemoryStartTests {
  private static InjectResponse inject(Consumer<Exchange> handler) {
    return new InjectSender(
            () -> CompletableFuture.completedFuture(null),
            RecordingDispatcher.of(handler),
            value -> new byte[0],
            new JsonMapper())
        .send(new InjectRequest().url("/"));
  }

  private static void send(Exchange exchange, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.send(200, new ResponseHeaders(), bytes, 0, bytes.length);
  }

  @Test
  void wholeResponseAfterTheEndIsDropped() {
    assertThatThrownBy(
            () ->
                inject(
                    exchange -> {
                      exchange.destroy(null);
                      send(exchange, "late");
                    }))
        .isInstanceOf(InjectException.class);
  }

  @Test
  void fileOfAResponseThatCannotBeginIsClosed(@TempDir Path directory) throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "text");
    FileChannel file = FileChannel.open(path);
    assertThatThrownBy(
            () ->
                inject(
                    exchange -> {
                      exchange.destroy(null);
                      exchange.sendFile(200, new ResponseHeaders(), file, 0, 4);
                    }))
        .isInstanceOf(InjectException.class);
    assertThat(file.isOpen()).isFalse();
  }

  @Test
  void streamOfAResponseThatCannotBeginTakesEverythingAndKeepsNothing() {
    AtomicReference<ResponseStream> started = new AtomicReference<>();
    assertThatThrownBy(
            () ->
                inject(
                    exchange -> {
                      exchange.destroy(null);
                      ResponseStream stream = exchange.startStream(200, new ResponseHeaders());
                      started.set(stream);
                      assertThat(stream.write(ByteBuffer.wrap(new byte[100_000]))).isTrue();
                      stream.end(Map.of());
                    }))
        .isInstanceOf(InjectException.class);
    assertThat(started.get()).isNotNull();
  }

  @Test
  void secondResponseIsAnErrorOfWhoeverSendsIt() {
    InjectResponse response =
        inject(
            exchange -> {
              send(exchange, "first");
              assertThatIllegalStateException()
                  .isThrownBy(() -> send(exchange, "second"))
                  .withMessage("The response was already started");
              assertThatIllegalStateException()
                  .isThrownBy(() -> exchange.startStream(200, new ResponseHeaders()));
            });
    assertThat(response.body()).isEqualTo("first");
  }

  @Test
  void fileOfASecondResponseIsAnErrorToo(@TempDir Path directory) {
    InjectResponse response =
        inject(
            exchange -> {
              send(exchange, "first");
              try (FileChannel file =
                  FileChannel.open(Files.writeString(directory.resolve("file"), "text"))) {
                assertThatIllegalStateException()
                    .isThrownBy(() -> exchange.sendFile(200, new ResponseHeaders(), file, 0, 4));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(response.body()).isEqualTo("first");
  }
}
