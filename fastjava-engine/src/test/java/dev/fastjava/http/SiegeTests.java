package dev.fastjava.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.fastjava.testing.Eventually;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with a heap of 128 MB, and clients that want to use it up, all at the same time: those
 * that never say anything, those that never come to an end, those that never take their response,
 * and those that send something else each time. Each of them waits for the server to end it.
 */
@Timeout(180)
class SiegeTests {
  private static final int HEAP = 128;
  private static final int DIRECT = 128;

  private static final int IDLE = 5_000;
  private static final int DRIPPING = 1_000;
  private static final int NOT_READING = 500;
  private static final int DIFFERENT = 100_000;

  /** What this machine, and the server, need besides for files and libraries. */
  private static final int OTHER_FILES = 500;

  private static final List<String> LARGE =
      List.of("/file", "/bytes", "/publisher", "/loop", "/stream");
  private static final byte[] HEAD =
      "GET /plain HTTP/1.1\r\nHost: test\r\nX-Padding: ".getBytes(US_ASCII);
  private static final String LONG = "abcdefghij".repeat(12);

  private static SmallHeapServer server;
  private static URI origin;
  private static InetSocketAddress address;
  private static final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("large.bin");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(64 << 20);
    }
    server = SmallHeapServer.start(BesiegedServer.class, HEAP, DIRECT, file.toString());
    origin = URI.create(server.firstLine());
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), origin.getPort());
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  @Test
  void serverOutlivesAllKindsOfClientsAtOnce() throws Exception {
    double share = share();
    // The caches, pools and tables have their size after that.
    besiege(share / 10, 20_000);
    long before = heap();
    besiege(share, DIFFERENT);
    assertThat(plain()).isEqualTo("{\"hello\":\"world\"}");
    assertThat(heap()).isLessThanOrEqualTo(before + before / 10);
  }

  /** How many of the clients there can be: both sides need a file for each. */
  private static double share() {
    long files = 0;
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      files = unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount();
    }
    double share =
        files == 0
            ? 1
            : Math.min(1, (files - OTHER_FILES) / (double) (IDLE + DRIPPING + NOT_READING));
    if (share < 1) {
      System.out.printf("SiegeTests: %d files allow %.0f %% of the clients%n", files, share * 100);
    }
    return share;
  }

  private static void besiege(double share, int different) throws Exception {
    List<SocketChannel> idle = new ArrayList<>();
    List<SocketChannel> dripping = new ArrayList<>();
    List<SocketChannel> notReading = new ArrayList<>();
    try {
      connect(idle, (int) (IDLE * share));
      connect(dripping, (int) (DRIPPING * share));
      CompletableFuture<Void> drip = CompletableFuture.runAsync(() -> drip(dripping));
      connect(notReading, (int) (NOT_READING * share));
      for (int i = 0; i < notReading.size(); i++) {
        request(notReading.get(i), LARGE.get(i % LARGE.size()));
      }
      sendDifferent(different);
      // All the others are still there, or have been ended.
      assertThat(plain()).isEqualTo("{\"hello\":\"world\"}");
      Eventually.join(drip);
      for (SocketChannel each : idle) {
        assertThat(rest(each)).startsWith("HTTP/1.1 408");
      }
      // Without reading: an endless response would begin to flow again. Some end later than their
      // limit: the system has too little memory for so many full connections, and takes more of the
      // last ones when it gets back that of the first.
      Eventually.eventually(
          "the server ends all responses that nobody takes",
          () -> {
            notReading.removeIf(SiegeTests::isGone);
            Eventually.dawdle(100);
            return notReading.isEmpty();
          });
    } finally {
      close(idle);
      close(dripping);
      close(notReading);
    }
  }

  private static void connect(List<SocketChannel> connected, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open();
      connected.add(channel);
      // The system of the client shall keep little.
      channel.socket().setReceiveBufferSize(8_192);
      channel.connect(address);
    }
  }

  private static void close(List<SocketChannel> channels) throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }

  private static void request(SocketChannel channel, String path) throws IOException {
    String head = "GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n";
    channel.write(ByteBuffer.wrap(head.getBytes(US_ASCII)));
  }

  /** Sends one byte of a head on each connection in turn, until the server has ended them all. */
  private static void drip(List<SocketChannel> channels) {
    List<SocketChannel> left = new ArrayList<>(channels);
    AtomicInteger at = new AtomicInteger();
    Eventually.eventually(
        "the server ends all heads that come byte by byte",
        () -> {
          int position = at.getAndIncrement();
          byte next = position < HEAD.length ? HEAD[position] : (byte) 'x';
          left.removeIf(channel -> !sends(channel, next));
          // Slow clients: the machine is needed for the others.
          Eventually.dawdle(100);
          return left.isEmpty();
        });
  }

  /** Tells whether the server has cut a connection; then its file is given back. */
  private static boolean isGone(SocketChannel channel) {
    if (sends(channel, (byte) 'x')) {
      return false;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private static boolean sends(SocketChannel channel, byte next) {
    try {
      return channel.write(ByteBuffer.wrap(new byte[] {next})) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What the server sends up to the end of a connection: the beginning of it. */
  private static String rest(SocketChannel channel) throws IOException {
    channel.socket().setSoTimeout(60_000);
    InputStream in = channel.socket().getInputStream();
    byte[] start = new byte[100];
    try {
      int length = in.readNBytes(start, 0, start.length);
      in.transferTo(OutputStream.nullOutputStream());
      return new String(start, 0, length, US_ASCII);
    } catch (SocketException e) {
      return "[reset]";
    }
  }

  /** Sends requests of which no two are alike in anything that the server may remember. */
  private static void sendDifferent(int count) throws Exception {
    int batch = 50;
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      socket.setSoTimeout(60_000);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
      for (int i = 0; i < count; i += batch) {
        StringBuilder requests = new StringBuilder();
        for (int j = i; j < i + batch; j++) {
          requests.append(different(j));
        }
        socket.getOutputStream().write(requests.toString().getBytes(US_ASCII));
        for (int j = i; j < i + batch; j++) {
          assertThat(readResponse(in)).isIn(200, 404, 415);
        }
      }
    }
  }

  private static String different(int i) {
    String target =
        switch (i % 4) {
          case 0, 1 -> "/items/" + LONG.substring(40) + i;
          case 2 -> "/any/" + i;
          default -> "/missing/" + LONG + i;
        };
    String type =
        i % 4 == 0
            ? "application/json; p=" + LONG + LONG + i
            : "application/" + LONG.substring(60) + i + "+json; p=" + LONG;
    return "POST "
        + target
        + "?k"
        + LONG
        + i
        + "=v"
        + i
        + " HTTP/1.1\r\nHost: h"
        + i
        + ".test\r\nX-"
        + LONG
        + i
        + ": "
        + i
        + "\r\nX-Request-Id: "
        + LONG
        + i
        + "\r\nContent-Type: "
        + type
        + "\r\nContent-Length: 2\r\n\r\n{}";
  }

  private static int readResponse(InputStream in) throws IOException {
    String line = line(in);
    int status = Integer.parseInt(line.substring(9, 12));
    int length = 0;
    while (!line.isEmpty()) {
      if (line.startsWith("content-length: ")) {
        length = Integer.parseInt(line.substring("content-length: ".length()));
      }
      line = line(in);
    }
    in.skipNBytes(length);
    return status;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      assertThat(next).as("the end of the connection").isNotNegative();
      line.append((char) next);
    }
    line.setLength(line.length() - 1);
    return line.toString();
  }

  private static String plain() throws Exception {
    return get("/plain");
  }

  private static long heap() throws Exception {
    get("/heap");
    return Long.parseLong(get("/heap"));
  }

  private static String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(origin.resolve(path)).build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .get(20, TimeUnit.SECONDS)
        .body();
  }
}
