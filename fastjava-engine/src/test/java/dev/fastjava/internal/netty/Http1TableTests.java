package dev.fastjava.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.option.HttpOptions;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The tables of requests that are refused and of those that are accepted, over sockets: each
 * request in one piece, and one byte at a time.
 */
@TestInstance(Lifecycle.PER_CLASS)
class Http1TableTests {
  private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String NEXT = "GET /next HTTP/1.1\r\nHost: n\r\nConnection: close\r\n\r\n";

  /** So many connections receive a byte in turn. */
  private static final int AT_ONCE = 64;

  /** Of what is longer, the middle goes in larger pieces. */
  private static final int LONGEST_BY_BYTE = 1_200;

  /**
   * What the application was given and what it could read completely, by the port of the client.
   */
  private final Map<Integer, Queue<String>> dispatched = new ConcurrentHashMap<>();

  private final Map<Integer, Queue<String>> complete = new ConcurrentHashMap<>();

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private TestServer server;

  @BeforeAll
  void start() {
    server = new TestServer(HttpOptions.of(o -> o.http2(false)), this::answer);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void tablesAreAsLargeAsPromised() throws Exception {
    assertThat(Http1Case.read("refused.txt")).hasSizeGreaterThan(500);
    assertThat(Http1Case.read("accepted.txt")).hasSizeGreaterThan(100);
  }

  @Test
  void hostileRequestsAreRefusedWhole() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Http1Case hostile : Http1Case.read("refused.txt")) {
      try (RawClient client = connect()) {
        client.send(join(hostile.bytes(), SMUGGLED));
        note(wrong, hostile, checkRefused(hostile, client));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void hostileRequestsAreRefusedByteByByte() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<Http1Case> all = Http1Case.read("refused.txt");
    for (List<Http1Case> some : groups(all)) {
      List<RawClient> clients = sendByByte(some, SMUGGLED, hostile -> true);
      for (int i = 0; i < clients.size(); i++) {
        try (RawClient client = clients.get(i)) {
          note(wrong, some.get(i), checkRefused(some.get(i), client));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void unusualRequestsAreAcceptedWhole() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Http1Case unusual : Http1Case.read("accepted.txt")) {
      try (RawClient client = connect()) {
        client.send(join(unusual.bytes(), NEXT));
        note(wrong, unusual, checkAccepted(unusual, client));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void unusualRequestsAreAcceptedByteByByte() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (List<Http1Case> some : groups(Http1Case.read("accepted.txt"))) {
      List<RawClient> clients = sendByByte(some, NEXT, Http1TableTests::closes);
      for (int i = 0; i < clients.size(); i++) {
        try (RawClient client = clients.get(i)) {
          note(wrong, some.get(i), checkAccepted(some.get(i), client));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** RFC 7540 3.2.1, RFC 9110 7.8: what a proxy may have passed on unseen changes no protocol. */
  @Test
  void upgradeToHttp2NeedsBothOptionsAndHttp11() throws Exception {
    String[] requests = {
      "GET /a HTTP/1.1~Host: h~Upgrade: h2c~HTTP2-Settings: AAMAAABk~Connection: Upgrade~~",
      "GET /a HTTP/1.1~Host: h~Upgrade: h2c~HTTP2-Settings: AAMAAABk~Connection: HTTP2-Settings~~",
      "GET /a HTTP/1.0~Host: h~Upgrade: h2c~HTTP2-Settings: AAMAAABk~Connection: Upgrade,"
          + " HTTP2-Settings~~",
    };
    try (TestServer http2 = new TestServer(HttpOptions.of(o -> o.http2(true)), this::answer)) {
      for (String request : requests) {
        try (RawClient client = http2.connect()) {
          client.send(Http1Case.bytes(request));
          assertThat(client.read().body()).as(request).startsWith("GET /a host=h ");
        }
      }
    }
  }

  /** What is wrong with the answer to a request that must not be answered. */
  private @Nullable String checkRefused(Http1Case hostile, RawClient client) throws IOException {
    String answer = client.readToEnd();
    String expected = hostile.expected();
    if (expected.equals("-")) {
      // What was under way when the server closed resets the connection.
      if (!answer.isEmpty() && !answer.equals(RawClient.RESET)) {
        return answer;
      }
    } else if (!answer.startsWith("HTTP/1.1 " + expected + " ")
        || answer.lastIndexOf("HTTP/1.1") > 0) {
      return answer.isEmpty() ? "closed without an answer" : answer;
    }
    if (complete.containsKey(client.localPort())) {
      return "ran: " + complete.get(client.localPort());
    }
    Queue<String> seen = dispatched.getOrDefault(client.localPort(), new ConcurrentLinkedQueue<>());
    return seen.contains("/smuggled") || seen.size() > 1 ? "reached: " + seen : null;
  }

  /** What is wrong with the answers to a request that is right, and to the one behind it. */
  private static @Nullable String checkAccepted(Http1Case unusual, RawClient client)
      throws IOException {
    String expected = unusual.expected().replaceFirst(" close$", "");
    String body;
    try {
      RawClient.Received answer = client.read();
      body = (answer.status() == 100 ? client.read() : answer).body();
      if (!body.equals(expected)) {
        return "saw: " + body + " with status " + answer.status();
      }
      if (!closes(unusual) && !client.read().body().startsWith("GET /next host=n ")) {
        return "the next request was not seen";
      }
    } catch (IOException e) {
      return e.toString();
    }
    String rest = client.readToEnd();
    return rest.isEmpty() ? null : "more: " + rest;
  }

  private static boolean closes(Http1Case unusual) {
    return unusual.expected().endsWith(" close");
  }

  private RawClient connect() throws IOException {
    RawClient client = server.connect();
    // The number of a port may come again.
    dispatched.remove(client.localPort());
    complete.remove(client.localPort());
    return client;
  }

  private static void note(List<String> wrong, Http1Case request, @Nullable String fault) {
    if (fault != null) {
      wrong.add(request + " => " + fault);
    }
  }

  private void answer(Exchange exchange) {
    int port = exchange.remotePort();
    note(dispatched, port, exchange.url());
    CompletableFuture<String> body = Bodies.collect(exchange, 1 << 20);
    var unused =
        body.thenAccept(
            text -> {
              note(complete, port, exchange.url());
              TestServer.reply(exchange, describe(exchange, text));
            });
  }

  private static String describe(Exchange exchange, String body) {
    return exchange.method()
        + (" " + exchange.url())
        + (" host=" + orDash(exchange.header("host")))
        + (" x=" + orDash(exchange.header("x")))
        + (" body=" + body);
  }

  private static String orDash(@Nullable String value) {
    return value == null ? "-" : value;
  }

  private static void note(Map<Integer, Queue<String>> notes, int port, String url) {
    notes.computeIfAbsent(port, unused -> new ConcurrentLinkedQueue<>()).add(url);
  }

  /**
   * Sends requests on a connection each, a byte at a time, all in turn, so that the server reads in
   * between. A client that has got its last answer sends no more: the connection may be closed.
   */
  private List<RawClient> sendByByte(
      List<Http1Case> requests, String behind, Predicate<Http1Case> lastAnswer) throws IOException {
    List<RawClient> clients = new ArrayList<>();
    List<byte[]> texts = new ArrayList<>();
    for (Http1Case request : requests) {
      clients.add(connect());
      texts.add(join(request.bytes(), behind));
    }
    int[] sent = new int[texts.size()];
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < sent.length; i++) {
        byte[] text = texts.get(i);
        boolean last = lastAnswer.test(requests.get(i)) && clients.get(i).hasAnswer();
        if (sent[i] < text.length && !last) {
          int piece = pieceAt(sent[i], text.length);
          try {
            clients.get(i).send(Arrays.copyOfRange(text, sent[i], sent[i] + piece));
            sent[i] += piece;
          } catch (SocketException e) {
            // The server is done with the connection; what it said is looked at by the caller.
            sent[i] = text.length;
          }
          more = true;
        }
      }
    }
    return clients;
  }

  private static int pieceAt(int at, int length) {
    boolean middle =
        length > LONGEST_BY_BYTE && at > LONGEST_BY_BYTE / 4 && at < length - LONGEST_BY_BYTE / 4;
    return middle ? Math.min(997, length - LONGEST_BY_BYTE / 4 - at) : 1;
  }

  private static List<List<Http1Case>> groups(List<Http1Case> all) {
    List<List<Http1Case>> groups = new ArrayList<>();
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      groups.add(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
    }
    return groups;
  }

  private static byte[] join(byte[] bytes, String behind) {
    byte[] tail = behind.getBytes(StandardCharsets.ISO_8859_1);
    byte[] joined = Arrays.copyOf(bytes, bytes.length + tail.length);
    System.arraycopy(tail, 0, joined, bytes.length, tail.length);
    return joined;
  }
}
