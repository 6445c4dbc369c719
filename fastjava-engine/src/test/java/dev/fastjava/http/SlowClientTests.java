package dev.fastjava.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.netty.TestTls;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is larger than the memory of the server reaches clients that are slow to take it. The server
 * has a virtual machine of its own, with a heap of 48 MB and 32 MB beside it: one that kept what a
 * client does not take would end there.
 */
class SlowClientTests {
  private static final long FILE_SIZE = 2L << 30;
  private static final int MEGABYTE = 1 << 20;

  /** What the systems of both sides keep for one connection over loopback, generously. */
  private static final long LARGEST_BACKLOG = 32L * MEGABYTE;

  private static SmallHeapServer server;
  private static URI plain;
  private static URI tls;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("large.bin");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(FILE_SIZE);
    } catch (IOException e) {
      Assumptions.abort("No file of 2 GB can be made here: " + e.getMessage());
    }
    server = SmallHeapServer.start(SlowClientServer.class, 48, file.toString());
    String origins = server.firstLine();
    plain = URI.create(origins.substring(0, origins.indexOf(' ')));
    tls = URI.create(origins.substring(origins.indexOf(' ') + 1));
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void fileOfTwoGigabytesReachesAClientThatStartsSlowly() throws Exception {
    long before = report("heap");
    try (Socket socket = get("/file")) {
      InputStream in = socket.getInputStream();
      assertThat(headOf(in)).contains("200 OK", "content-length: " + FILE_SIZE);
      long received = readSlowly(in);
      assertThat(received + drain(in, FILE_SIZE - received)).isEqualTo(FILE_SIZE);
    }
    assertThat(report("heap") - before).isLessThan(16L * MEGABYTE);
  }

  @Test
  void endlessPublisherWaitsForItsClient() throws Exception {
    assertThatAnEndlessBodyWaits("/publisher", "published", "subscribed", "cancelled");
  }

  @Test
  void endlessPublisherOnTheEventLoopWaitsForItsClient() throws Exception {
    assertThatAnEndlessBodyWaits("/loop", "published", "subscribed", "cancelled");
  }

  @Test
  void endlessStreamWaitsForItsClient() throws Exception {
    assertThatAnEndlessBodyWaits("/stream", "streamed", "opened", "closed");
  }

  private static void assertThatAnEndlessBodyWaits(
      String path, String sent, String begun, String ended) throws Exception {
    long heap = report("heap");
    long before = report(sent);
    try (Socket socket = get(path)) {
      InputStream in = socket.getInputStream();
      assertThat(headOf(in)).contains("200 OK", "chunked");
      long received = readSlowly(in);
      awaitStandstill(sent);
      assertThat(report(sent) - before - received).isLessThan(LARGEST_BACKLOG);
      drain(in, 256L * MEGABYTE);
      assertThat(report("heap") - heap).isLessThan(16L * MEGABYTE);
    }
    // The client is gone: nothing is made for it any more.
    Eventually.eventuallyPasses(
        "the end", () -> assertThat(report(ended)).isEqualTo(report(begun)));
    awaitStandstill(sent);
  }

  @Test
  void manySlowClientsTogetherStayWithinTheMemory() throws Exception {
    long heap = report("heap");
    List<Socket> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 24; i++) {
        clients.add(get(List.of("/publisher", "/loop", "/stream", "/file").get(i % 4)));
      }
      for (Socket client : clients) {
        assertThat(headOf(client.getInputStream())).contains("200 OK");
      }
      awaitStandstill("published");
      awaitStandstill("streamed");
      assertThat(report("heap") - heap).isLessThan(24L * MEGABYTE);
    } finally {
      for (Socket client : clients) {
        client.close();
      }
    }
    Eventually.eventuallyPasses(
        "the end of all",
        () -> {
          assertThat(report("cancelled")).isEqualTo(report("subscribed"));
          assertThat(report("closed")).isEqualTo(report("opened"));
        });
    awaitStandstill("published");
  }

  @Test
  void fileAndPublisherWaitForTheirClientOnHttp2AndTls() throws Exception {
    long heap = report("heap");
    HttpClient client = HttpClient.newBuilder().sslContext(TestTls.context()).build();
    for (URI origin : List.of(plain, URI.create("https://localhost:" + tls.getPort()))) {
      for (String path : List.of("/file", "/publisher", "/stream")) {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve(path)).build();
        HttpResponse<InputStream> response =
            client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        try (InputStream in = response.body()) {
          readSlowly(in);
          awaitStandstill("published");
          drain(in, 64L * MEGABYTE);
        }
      }
    }
    assertThat(report("heap") - heap).isLessThan(16L * MEGABYTE);
  }

  private static Socket get(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), plain.getPort());
    socket.setSoTimeout(60_000);
    socket
        .getOutputStream()
        .write(("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n").getBytes(US_ASCII));
    return socket;
  }

  private static String headOf(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("end after " + head).isNotNegative();
      head.append((char) next);
    }
    return head.toString();
  }

  /** Takes a megabyte, a little at a time. */
  private static long readSlowly(InputStream in) throws Exception {
    long received = 0;
    for (int i = 0; i < 16; i++) {
      received += in.readNBytes(MEGABYTE / 16).length;
      Eventually.dawdle(10);
    }
    return received;
  }

  private static long drain(InputStream in, long count) throws IOException {
    byte[] buffer = new byte[MEGABYTE];
    long received = 0;
    while (received < count) {
      int length = in.read(buffer, 0, (int) Math.min(buffer.length, count - received));
      if (length < 0) {
        return received;
      }
      received += length;
    }
    return received;
  }

  /** Waits until a count of the server does not change any more. */
  private static void awaitStandstill(String name) {
    long unused = Eventually.standstill(name, () -> report(name));
  }

  private static long report(String name) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(plain.resolve("/report")).build();
    String body =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    Matcher value = Pattern.compile('"' + name + "\":(\\d+)").matcher(body);
    assertThat(value.find()).as(body).isTrue();
    return Long.parseLong(value.group(1));
  }
}
