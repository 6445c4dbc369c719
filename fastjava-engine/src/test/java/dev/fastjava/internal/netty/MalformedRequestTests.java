package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.http.ClientFault;
import dev.fastjava.option.HttpOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestTests {
  private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT HTTP\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
        "GET / HTTP/0.9\r\nHost: a\r\n\r\n",
        "GET / http/1.1\r\nHost: a\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "FOO / HTTP/1.1\r\nHost: a\r\n\r\n",
        "get / HTTP/1.1\r\nHost: a\r\n\r\n",
        "G\u0001T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /  HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
        " GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\u007f HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\rx HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET relative HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost: a\r\nbad header line\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n: empty name\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nName : b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nNa me: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nNam\u00e9: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\u0001b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\tfolded\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
        "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n\r\n",
      })
  void headsThatAreNotValidAreAClientError(String request) throws Exception {
    assertRejected(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: abc",
        "Content-Length: -1",
        "Content-Length: +1",
        "Content-Length: 1_0",
        "Content-Length: 0x1",
        "Content-Length: 1 1",
        "Content-Length: ",
        "Content-Length: 99999999999999999999",
        "Content-Length: 1, 1",
        "Content-Length: 1\r\nContent-Length: 1",
        "Content-Length: 1\r\nContent-Length: 2",
        "Content-Length: 1\r\n 1",
        "Content-Length : 1",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, gzip",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: \u000bchunked",
        "Transfer-Encoding:\r\n chunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: \"chunked\"",
        "Transfer\u0000-Encoding: chunked",
        "Host: b",
        "Host: a",
        "Sec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2",
      })
  void framingThatTwoReadersMayUnderstandDifferentlyIsAClientError(String framing)
      throws Exception {
    assertRejected(
        "POST / HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n5\r\nhello\r\n0\r\n\r\n" + SMUGGLED);
    assertRejected(
        "GET / HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n5\r\nhello\r\n0\r\n\r\n" + SMUGGLED);
  }

  @Test
  void chunkedRequestOfHttp10IsAClientError() throws Exception {
    assertRejected("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED);
  }

  /** Nothing reaches the application, and what follows is no request either. */
  private static void assertRejected(String request) throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "accepted"))) {
      try (RawClient client = server.connect()) {
        client.send(request);
        assertThat(client.readToEnd()).startsWith("HTTP/1.1 400").doesNotContain("accepted");
      }
      assertThat(server.awaitFault()).isEqualTo(ClientFault.MALFORMED);
      // The same, arriving in pieces.
      try (RawClient client = server.connect()) {
        int middle = request.length() / 2;
        client.send(request.substring(0, middle)).send(request.substring(middle));
        assertThat(client.readToEnd()).startsWith("HTTP/1.1 400").doesNotContain("accepted");
      }
      assertThat(server.awaitFault()).isEqualTo(ClientFault.MALFORMED);
      assertThat(server.faults).isEmpty();
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz\r\n",
        "-1\r\n",
        "0x1\r\na\r\n0\r\n\r\n",
        "ffffffffffffffff\r\n",
        "80000000\r\n",
        "1\nab\r\n",
        "1\r\nab\r\n",
        "1\r\na\n0\r\n\r\n",
        "\r\n",
        " \r\n",
        "1;a\nb\r\na\r\n0\r\n\r\n",
        "0\r\nbad trailer\r\n\r\n",
      })
  void chunksThatAreNotValidBreakTheRequestOff(String chunks) throws Exception {
    try (TestServer server = new TestServer(Bodies::echo);
        RawClient client = server.connect()) {
      client.send(Bodies.chunkedHead() + chunks + SMUGGLED);
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 4");
      assertThat(server.awaitFault()).isEqualTo(ClientFault.MALFORMED);
      assertThat(server.dispatched.get()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void emptyLinesBeforeARequestAreSkipped() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.send("\r\n").send("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(200);
    }
  }

  @Test
  void longHeadersAreAnOverflow() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"))) {
      String[] heads = {
        "GET / HTTP/1.1\r\nHost: a\r\nX-Big: " + "x".repeat(20_000) + "\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n" + "X-Many: value\r\n".repeat(2_000) + "\r\n",
        "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX-Endless: " + "x".repeat(200_000),
      };
      for (String head : heads) {
        try (RawClient client = server.connect()) {
          assertThat(client.send(head).readToEnd()).startsWith("HTTP/1.1 431");
          assertThat(server.awaitFault()).isEqualTo(ClientFault.HEADER_OVERFLOW);
        }
      }
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @Test
  void largestHeadCanBeChanged() throws Exception {
    HttpOptions options = HttpOptions.of(o -> o.maxHeaderSize(40_000));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(30_000) + "\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(200);
    }
  }

  @Test
  void errorInAPipelinedRequestIsAnsweredAfterTheResponsesBefore() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, exchange.url()));
        RawClient client = server.connect()) {
      client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGARBAGE\r\n\r\n");
      assertThat(client.read().body()).isEqualTo("/1");
      assertThat(client.read().status()).isEqualTo(400);
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void unknownExpectationIsRefused() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(417);
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @Test
  void connectIsNotServed() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      assertThat(client.send("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n").readToEnd()).isEmpty();
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @Test
  void serverServesOnAfterAllThat() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"))) {
      try (RawClient client = server.connect()) {
        client.send("NOT HTTP\r\n\r\n").readToEnd();
      }
      try (RawClient client = server.connect()) {
        assertThat(client.get("/").read().status()).isEqualTo(200);
      }
    }
  }
}
