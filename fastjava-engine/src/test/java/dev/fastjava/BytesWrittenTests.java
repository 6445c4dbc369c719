package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bytes of bodies are counted however they are sent, without what the protocol adds. */
class BytesWrittenTests implements RequestListener {
  private static final int LARGE = 3_000_000;
  private final BlockingQueue<Long> counted = new LinkedBlockingQueue<>();
  private @Nullable HttpClient client;
  private @Nullable String origin;

  @Override
  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
    counted.add(reply.raw().bytesWritten());
  }

  private void counts(String method, String path, long expected) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .method(method, BodyPublishers.noBody())
            .build();
    byte[] body =
        java.util.Objects.requireNonNull(client).send(request, BodyHandlers.ofByteArray()).body();
    assertThat(body).as(path).hasSize((int) expected);
    assertThat(counted.poll(20, TimeUnit.SECONDS)).as(path).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void bodiesOfAllKindsAreCounted(HttpClient.Version version, @TempDir Path files)
      throws Exception {
    Path file = Files.write(files.resolve("file"), new byte[LARGE]);
    try (Fastjava app = Fastjava.create(o -> o.http(h -> h.http2(true)))) {
      app.addRequestListener(this);
      app.get("/text", (request, reply) -> "12345");
      app.get("/large", (request, reply) -> reply.send(new byte[LARGE]));
      app.get("/file", (request, reply) -> reply.send(file));
      app.get("/stream", (request, reply) -> reply.send(new ByteArrayInputStream(new byte[LARGE])));
      app.get("/none", (request, reply) -> reply.code(204).send());
      app.listen().get(20, TimeUnit.SECONDS);
      origin = app.listeningOrigin();
      client = HttpClient.newBuilder().version(version).build();
      counts("GET", "/text", 5);
      counts("GET", "/large", LARGE);
      counts("GET", "/file", LARGE);
      counts("GET", "/stream", LARGE);
      counts("GET", "/none", 0);
      counts("HEAD", "/large", 0);
    }
  }
}
