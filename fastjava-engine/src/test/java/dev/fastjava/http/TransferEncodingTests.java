package dev.fastjava.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.internal.netty.RawClient;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The framing of a response is the framework's, whatever the application sets. */
class TransferEncodingTests {
  private static final List<String> KINDS =
      List.of("text", "stream", "sized", "empty", "file", "empty-file", "raw");

  @TempDir Path directory;

  private void routes(Fastjava app, Object encoding) {
    app.get("/next", (request, reply) -> "next");
    app.get(
        "/:kind",
        (request, reply) -> {
          String kind = request.param("kind");
          if (kind.equals("raw")) {
            reply.hijack();
            reply.raw().setHeader("transfer-encoding", String.valueOf(encoding));
            reply.raw().end("abc".getBytes(UTF_8));
            return reply;
          }
          reply.header("transfer-encoding", encoding);
          return switch (kind) {
            case "text" -> "abc";
            case "stream" -> new ByteArrayInputStream("abc".getBytes(UTF_8));
            case "sized" -> sized(reply);
            case "empty-file" -> Files.writeString(directory.resolve("empty"), "");
            case "file" -> Files.writeString(directory.resolve("abc"), "abc");
            default -> "";
          };
        });
  }

  private static Object sized(Reply reply) {
    reply.header("content-length", "3");
    return new ByteArrayInputStream("abc".getBytes(UTF_8));
  }

  private static String body(String kind) {
    return kind.startsWith("empty") ? "" : "abc";
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity", "gzip, chunked", "chunked, gzip", "chunked"})
  void clientsFindTheEndOfTheBodyWhateverCodingTheApplicationNames(String encoding)
      throws Exception {
    try (Served served = Served.app(app -> routes(app, encoding));
        RawClient client = served.connect()) {
      for (String kind : KINDS) {
        RawClient.Received received = client.get("/" + kind).read();
        assertThat(received.body()).as(kind).isEqualTo(body(kind));
        String sent = received.headers().get("transfer-encoding");
        String length = received.headers().get("content-length");
        if (sent == null) {
          assertThat(length).as(kind).isEqualTo(String.valueOf(body(kind).length()));
        } else {
          assertThat(sent).as(kind).isEqualTo("chunked");
          assertThat(length).as(kind).isNull();
        }
        assertThat(client.get("/next").read().body()).as("after " + kind).isEqualTo("next");
      }
    }
  }

  @Test
  void severalCodingsAreLeftOut() throws Exception {
    try (Served served = Served.app(app -> routes(app, List.of("gzip", "chunked")));
        RawClient client = served.connect()) {
      RawClient.Received received = client.get("/text").read();
      assertThat(received.headers()).doesNotContainKey("transfer-encoding");
      assertThat(received.body()).isEqualTo("abc");
      assertThat(client.get("/next").read().body()).isEqualTo("next");
    }
  }

  @Test
  void headHasNoCodingThatTheBodyWouldNotHave() throws Exception {
    try (Served served = Served.app(app -> routes(app, "gzip"));
        RawClient client = served.connect()) {
      String head =
          client.send("HEAD /text HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n").readToEnd();
      assertThat(head).contains("200 OK").doesNotContain("transfer-encoding");
    }
  }

  @Test
  void oldClientsGetTheLengthOrTheBodyUntilTheEnd() throws Exception {
    try (Served served = Served.app(app -> routes(app, "gzip"))) {
      for (String kind : KINDS) {
        try (RawClient client = served.connect()) {
          String all = client.send("GET /" + kind + " HTTP/1.0\r\n\r\n").readToEnd();
          assertThat(all).as(kind).contains("200 OK").doesNotContain("transfer-encoding");
          assertThat(all).as(kind).endsWith("\r\n\r\n" + body(kind));
        }
      }
    }
  }

  @Test
  void http2HasNone() throws Exception {
    try (Served served = Served.app(o -> o.http(h -> h.http2(true)), app -> routes(app, "gzip"))) {
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
      for (String kind : KINDS) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(served.origin + "/" + kind)).build();
        HttpResponse<String> response =
            Eventually.join(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.headers().map()).as(kind).doesNotContainKey("transfer-encoding");
        assertThat(response.body()).as(kind).isEqualTo(body(kind));
      }
    }
  }

  @Test
  void injectedResponsesShowWhatIsSent() {
    try (Fastjava app = Fastjava.create()) {
      routes(app, "gzip");
      assertThat(app.inject("/text").headers().names()).doesNotContain("transfer-encoding");
      assertThat(app.inject("/stream").header("transfer-encoding")).isEqualTo("chunked");
    }
  }
}
