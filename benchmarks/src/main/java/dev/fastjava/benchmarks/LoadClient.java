package dev.fastjava.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server on this machine the same thing over and over, on one thread: as many requests at a
 * time as there are connections. {@code java ... LoadClient PORT hello|text|users|orders [REQUESTS]
 * [CONNECTIONS]} prints how many answers came in a second. Any answer but the expected status ends
 * it, for a server that fails is fast.
 */
final class LoadClient {
  private static final int REQUESTS = 100_000;
  private static final int CONNECTIONS = 32;
  private static final int BUFFER = 16 * 1024;
  private static final long PATIENCE = 10_000;
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final byte[] LENGTH = bytes("content-length: ");
  private static final byte[] HEAD_END = bytes("\r\n\r\n");

  private final byte[] request;
  private final String status;
  private int toSend;
  private int toReceive;

  private LoadClient(byte[] request, String status, int requests) {
    this.request = request;
    this.status = status;
    this.toSend = requests;
    this.toReceive = requests;
  }

  /**
   * Runs it.
   *
   * @param args port, endpoint, and how many requests and connections
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException("PORT hello|text|users|orders [REQUESTS] [CONNECTIONS]");
    }
    int requests = args.length > 2 ? Integer.parseInt(args[2]) : REQUESTS;
    int connections = args.length > 3 ? Integer.parseInt(args[3]) : CONNECTIONS;
    double rate = run(Integer.parseInt(args[0]), args[1], requests, connections);
    System.out.printf(Locale.ROOT, "%.0f%n", rate);
  }

  /** Sends so many requests, and returns how many were answered in a second. */
  static double run(int port, String endpoint, int requests, int connections) throws IOException {
    String status = endpoint.equals("orders") ? "201" : "200";
    LoadClient client = new LoadClient(request(endpoint), status, requests);
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (Selector selector = Selector.open()) {
      try {
        long start = System.nanoTime();
        client.ask(selector, server, connections);
        return requests * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
      } finally {
        for (SelectionKey key : selector.keys()) {
          key.channel().close();
        }
      }
    }
  }

  private static byte[] request(String endpoint) throws IOException {
    String headers = " HTTP/1.1\r\nhost: 127.0.0.1\r\n";
    return switch (endpoint) {
      case "hello", "text" -> bytes("GET /" + endpoint + headers + "\r\n");
      case "users" -> bytes("GET /users/42?verbose=true" + headers + "\r\n");
      case "orders" -> {
        byte[] order;
        try (var in = LoadClient.class.getResourceAsStream("order.json")) {
          order = Objects.requireNonNull(in).readAllBytes();
        }
        yield bytes(
            "POST /orders"
                + headers
                + "content-type: application/json\r\ncontent-length: "
                + order.length
                + "\r\n\r\n"
                + new String(order, StandardCharsets.ISO_8859_1));
      }
      default -> throw new IllegalArgumentException("no endpoint " + endpoint);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void ask(Selector selector, InetSocketAddress server, int connections)
      throws IOException {
    for (int i = 0; i < connections; i++) {
      SocketChannel channel = SocketChannel.open(server);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(BUFFER));
      send(channel);
    }
    while (toReceive > 0) {
      if (selector.select(this::receive, PATIENCE) == 0) {
        throw new IOException("no answer in " + PATIENCE + " ms");
      }
    }
  }

  private void send(SocketChannel channel) throws IOException {
    if (toSend > 0) {
      toSend--;
      for (ByteBuffer out = ByteBuffer.wrap(request); out.hasRemaining(); ) {
        channel.write(out);
      }
    }
  }

  private void receive(SelectionKey key) {
    SocketChannel channel = (SocketChannel) key.channel();
    ByteBuffer in = (ByteBuffer) key.attachment();
    try {
      if (channel.read(in) < 0) {
        throw new IOException("the server has closed a connection");
      }
      int end = end(in);
      if (end >= 0 && in.position() >= end) {
        in.clear();
        toReceive--;
        send(channel);
      } else if (!in.hasRemaining()) {
        throw new IOException("an answer is too long");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the answer ends; -1 while its head is not whole. */
  private int end(ByteBuffer in) throws IOException {
    byte[] bytes = in.array();
    int head = indexOf(bytes, HEAD_END, in.position());
    if (head < 0) {
      return -1;
    }
    String got = new String(bytes, STATUS_AT, status.length(), StandardCharsets.ISO_8859_1);
    int length = indexOf(bytes, LENGTH, head);
    if (!got.equals(status) || length < 0) {
      throw new IOException(
          "not the answer expected: " + new String(bytes, 0, head, StandardCharsets.ISO_8859_1));
    }
    int size = 0;
    for (int i = length + LENGTH.length; bytes[i] != '\r'; i++) {
      size = size * 10 + bytes[i] - '0';
    }
    return head + HEAD_END.length + size;
  }

  /** Where some bytes begin in the first ones of others; -1 when they do not. */
  private static int indexOf(byte[] bytes, byte[] what, int before) {
    for (int at = 0; at + what.length <= before; at++) {
      int same = 0;
      while (same < what.length && bytes[at + same] == what[same]) {
        same++;
      }
      if (same == what.length) {
        return at;
      }
    }
    return -1;
  }
}
