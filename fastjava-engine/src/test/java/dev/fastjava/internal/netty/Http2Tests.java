package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.headers;
import static dev.fastjava.internal.netty.TestServer.reply;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseStream;
import dev.fastjava.internal.netty.Http2TestClient.Answer;
import dev.fastjava.internal.netty.TestServer.Served;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.HttpOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Http2Tests {
  private static final HttpOptions HTTP2 = HttpOptions.of(o -> o.http2(true));

  @Test
  void requestsAreServedOverTls() throws Exception {
    HttpOptions options = HTTP2.with(o -> o.tls(TestTls::context));
    HttpClient client = HttpClient.newBuilder().sslContext(TestTls.context()).build();
    try (TestServer server = new TestServer(options, Bodies::echo)) {
      URI uri = URI.create("https://localhost:" + server.address.getPort() + "/path?a=b");
      List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        responses.add(
            client.sendAsync(
                HttpRequest.newBuilder(uri)
                    .header("x-a", "1")
                    .header("x-a", "2")
                    .POST(HttpRequest.BodyPublishers.ofString("body " + i))
                    .build(),
                HttpResponse.BodyHandlers.ofString()));
      }
      for (int i = 0; i < 50; i++) {
        HttpResponse<String> response = await(responses.get(i));
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).isEqualTo("body " + i);
        assertThat(response.headers().firstValue("date")).isPresent();
        assertThat(response.headers().firstValue("connection")).isEmpty();
      }
      Exchange exchange = server.awaitServed().exchange;
      assertThat(exchange.isHttp2()).isTrue();
      assertThat(exchange.httpVersion()).isEqualTo("2");
      assertThat(exchange.encrypted()).isTrue();
      assertThat(exchange.method()).isEqualTo("POST");
      assertThat(exchange.url()).isEqualTo("/path?a=b");
      assertThat(exchange.header("host")).isEqualTo("localhost:" + server.address.getPort());
      assertThat(exchange.header("x-a")).isEqualTo("1, 2");
      assertThat(exchange.headers().names()).isNotEmpty().noneMatch(name -> name.startsWith(":"));
    }
  }

  @Test
  void connectionIsUpgradedOnRequest() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    try (TestServer server = new TestServer(HTTP2, Bodies::echo)) {
      URI uri = URI.create("http://127.0.0.1:" + server.address.getPort() + "/x");
      HttpResponse<String> first =
          client.send(
              HttpRequest.newBuilder(uri).header("x-a", "b").build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
      Exchange exchange = server.awaitServed().exchange;
      assertThat(exchange.isHttp2()).isTrue();
      assertThat(exchange.url()).isEqualTo("/x");
      assertThat(exchange.header("x-a")).isEqualTo("b");
      assertThat(exchange.header("host")).startsWith("127.0.0.1:");
      HttpResponse<String> second =
          client.send(
              HttpRequest.newBuilder(uri)
                  .POST(HttpRequest.BodyPublishers.ofString("hello"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(second.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(second.body()).isEqualTo("hello");
    }
  }

  @Test
  void upgradeOfARequestWithABodyIsNotTaken() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    try (TestServer server = new TestServer(HTTP2, Bodies::echo)) {
      URI uri = URI.create("http://127.0.0.1:" + server.address.getPort() + "/x");
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(uri)
                  .POST(HttpRequest.BodyPublishers.ofString("hello"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(response.body()).isEqualTo("hello");
    }
  }

  @Test
  void plainHttp1IsServedWhereHttp2IsOffered() throws Exception {
    try (TestServer server = new TestServer(HTTP2, Bodies::echo);
        RawClient client = server.connect()) {
      client.send("P").send(Bodies.post("one").substring(1)).send(Bodies.post("two"));
      assertThat(client.read().body()).isEqualTo("one");
      assertThat(client.read().body()).isEqualTo("two");
    }
  }

  @Test
  void connectionThatNeverSendsTimesOut() throws Exception {
    HttpOptions options = HTTP2.with(o -> o.requestTimeout(Duration.ofMillis(50)));
    try (TestServer server = new TestServer(options, Bodies::echo);
        RawClient client = server.connect()) {
      assertThat(client.send("PRI * HT").readToEnd()).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void priorKnowledgeNeedsNoUpgrade() throws Exception {
    try (TestServer server = new TestServer(HTTP2, Bodies::echo);
        Http2TestClient client = new Http2TestClient(server.address)) {
      Answer answer = await(client.request("POST", "/", "hel", "lo"));
      assertThat(answer.status()).isEqualTo("200");
      assertThat(answer.body()).isEqualTo("hello");
    }
  }

  @Test
  void statusAndMethodWithoutBodyHaveNone() throws Exception {
    try (TestServer server =
            new TestServer(
                HTTP2,
                exchange -> {
                  int status = Integer.parseInt(exchange.url().substring(1));
                  exchange.send(
                      status,
                      headers("content-length", "1", "connection", "close"),
                      new byte[] {'x'},
                      0,
                      1);
                });
        Http2TestClient client = new Http2TestClient(server.address)) {
      assertThat(await(client.request("HEAD", "/200")).headers())
          .containsEntry("content-length", "1")
          .doesNotContainKey("connection");
      assertThat(await(client.request("HEAD", "/200")).body()).isEmpty();
      assertThat(await(client.request("GET", "/304")).body()).isEmpty();
      assertThat(await(client.request("GET", "/200")).body()).isEqualTo("x");
    }
  }

  @Test
  void streamsHaveTrailers() throws Exception {
    try (TestServer server =
            new TestServer(
                HTTP2,
                exchange -> {
                  ResponseStream stream = exchange.startStream(200, headers("trailer", "x-sum"));
                  if (!exchange.url().equals("/empty")) {
                    stream.write(ByteBuffer.wrap("abc".getBytes(ISO_8859_1)));
                  }
                  stream.end(exchange.url().equals("/none") ? Map.of() : Map.of("x-sum", "1"));
                });
        Http2TestClient client = new Http2TestClient(server.address)) {
      Answer full = await(client.request("GET", "/full"));
      assertThat(full.body()).isEqualTo("abc");
      assertThat(full.trailers()).containsEntry("x-sum", "1");
      Answer empty = await(client.request("GET", "/empty"));
      assertThat(empty.body()).isEmpty();
      assertThat(empty.trailers()).containsEntry("x-sum", "1");
      Answer none = await(client.request("GET", "/none"));
      assertThat(none.body()).isEqualTo("abc");
      assertThat(none.trailers()).isEmpty();
      assertThat(await(server.awaitServed().finished)).isNull();
    }
  }

  @Test
  void informationalResponsePrecedesTheFinalOne() throws Exception {
    try (TestServer server =
            new TestServer(
                HTTP2,
                exchange ->
                    exchange
                        .sendInformational(103, headers("link", "</s.css>"))
                        .thenRun(() -> reply(exchange, "x")));
        Http2TestClient client = new Http2TestClient(server.address)) {
      Answer answer = await(client.request("GET", "/"));
      assertThat(answer.informational()).containsExactly("103");
      assertThat(answer.status()).isEqualTo("200");
      assertThat(answer.body()).isEqualTo("x");
    }
  }

  @Test
  void largeBodiesFlowBothWays() throws Exception {
    String large = "0123456789".repeat(90_000);
    try (TestServer server = new TestServer(HTTP2, Bodies::echo);
        Http2TestClient client = new Http2TestClient(server.address)) {
      assertThat(await(client.request("POST", "/", large)).body()).isEqualTo(large);
    }
  }

  @Test
  void filesAreSent(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("file");
    String content = "0123456789".repeat(30_000);
    Files.writeString(file, content);
    try (TestServer server =
            new TestServer(
                HTTP2,
                exchange -> {
                  try {
                    exchange.sendFile(200, headers(), FileChannel.open(file), 0, content.length());
                  } catch (IOException e) {
                    exchange.destroy(e);
                  }
                });
        Http2TestClient client = new Http2TestClient(server.address)) {
      assertThat(await(client.request("GET", "/")).body()).isEqualTo(content);
    }
  }

  @Test
  void bodyNobodyReadsDoesNotDelayTheResponse() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> reply(exchange, "x"));
        Http2TestClient client = new Http2TestClient(server.address)) {
      Answer answer = await(client.openRequest("POST", "/", "never ends"));
      assertThat(answer.body()).isEqualTo("x");
      assertThat(await(client.request("GET", "/")).body()).isEqualTo("x");
    }
  }

  @Test
  void resetAbortsTheRequestAndOnlyThat() throws Exception {
    BlockingQueue<Exchange> open = new LinkedBlockingQueue<>();
    try (TestServer server = new TestServer(HTTP2, open::add);
        Http2TestClient client = new Http2TestClient(server.address)) {
      CompletableFuture<Answer> cancelled = client.request("GET", "/1");
      await(open);
      CompletableFuture<Answer> other = client.request("GET", "/2");
      Exchange second = await(open);
      client.cancelFirst();
      Served first = server.awaitServed();
      await(first.aborted);
      reply(first.exchange, "late");
      assertThat(await(first.finished)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> await(cancelled)).hasMessageContaining("closed");
      reply(second, "two");
      assertThat(await(other).body()).isEqualTo("two");
    }
  }

  @Test
  void destroyedAndAbortedResponsesAreReset() throws Exception {
    try (TestServer server =
            new TestServer(
                HTTP2,
                exchange -> {
                  if (exchange.url().equals("/destroy")) {
                    exchange.destroy(null);
                    return;
                  }
                  ResponseStream stream = exchange.startStream(200, headers());
                  stream.write(ByteBuffer.wrap(new byte[] {'x'}));
                  stream.abort(new IOException("on purpose"));
                });
        Http2TestClient client = new Http2TestClient(server.address)) {
      assertThatThrownBy(() -> await(client.request("GET", "/destroy")))
          .hasMessageContaining("reset");
      assertThatThrownBy(() -> await(client.request("GET", "/abort")))
          .hasMessageContaining("reset");
      server.awaitServed();
      assertThat(await(server.awaitServed().finished)).hasMessage("on purpose");
    }
  }

  @Test
  void malformedRequestsAreReset() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> reply(exchange, "x"));
        Http2TestClient client = new Http2TestClient(server.address)) {
      for (String path : new String[] {"relative", "/a b", "/\u0001", "/\u00e9"}) {
        assertThatThrownBy(() -> await(client.request("GET", path))).hasMessageContaining("reset");
      }
      assertThat(await(client.request("GET", "/")).body()).isEqualTo("x");
      assertThat(server.dispatched).hasValue(1);
    }
  }

  @Test
  void clientThatGoesAwayAbortsItsRequests() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> {});
        Http2TestClient client = new Http2TestClient(server.address)) {
      List<CompletableFuture<Answer>> answers =
          List.of(client.request("GET", "/"), client.request("GET", "/"));
      Served first = server.awaitServed();
      Served second = server.awaitServed();
      client.disconnect();
      await(first.aborted);
      await(second.aborted);
      for (CompletableFuture<Answer> answer : answers) {
        assertThatThrownBy(() -> await(answer)).hasMessageContaining("closed");
      }
    }
  }

  @Test
  void closingServerFinishesRequestsUnderWay() throws Exception {
    BlockingQueue<Exchange> open = new LinkedBlockingQueue<>();
    try (TestServer server = new TestServer(HTTP2, open::add);
        Http2TestClient client = new Http2TestClient(server.address)) {
      CompletableFuture<Answer> answer = client.request("GET", "/");
      Exchange exchange = await(open);
      CompletableFuture<Void> closed = server.netty.close(ForceClose.IDLE, 60_000);
      await(client.goingAway());
      assertThat(closed).isNotDone();
      reply(exchange, "done");
      assertThat(await(answer).body()).isEqualTo("done");
      await(closed);
    }
  }

  @Test
  void idleSessionIsClosed() throws Exception {
    HttpOptions options = HTTP2.with(o -> o.http2SessionTimeout(Duration.ofMillis(40)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        Http2TestClient client = new Http2TestClient(server.address)) {
      await(client.goingAway());
      await(client.closed());
    }
  }

  @Test
  void requestWhoseBodyDoesNotEndIsReset() throws Exception {
    HttpOptions options = HTTP2.with(o -> o.requestTimeout(Duration.ofMillis(50)));
    try (TestServer server = new TestServer(options, Bodies::echo);
        Http2TestClient client = new Http2TestClient(server.address)) {
      CompletableFuture<Answer> answer = client.openRequest("POST", "/", "begin");
      assertThatThrownBy(() -> await(answer)).hasMessageContaining("reset");
      await(server.awaitServed().aborted);
    }
  }
}
