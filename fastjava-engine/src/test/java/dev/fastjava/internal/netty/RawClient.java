package dev.fastjava.internal.netty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A client that sends bytes as they are and reads responses one by one. */
public final class RawClient implements AutoCloseable {
  /** Stands at the end of what was read to the end of a connection that was reset. */
  static final String RESET = "[reset]";

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  public RawClient(InetSocketAddress address) throws IOException {
    this(new Socket(), address);
  }

  public RawClient(Socket unconnected, InetSocketAddress address) throws IOException {
    socket = unconnected;
    if (!socket.isConnected()) {
      socket.connect(address, PATIENCE_MILLIS);
    }
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
  }

  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Sends a request with a Host header and no body. */
  public RawClient get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n");
  }

  public Received read() throws IOException {
    return read(false);
  }

  /** Reads the response to a HEAD request, which has no body whatever its headers say. */
  public Received readHead() throws IOException {
    return read(true);
  }

  private Received read(boolean headOnly) throws IOException {
    String statusLine = line();
    Map<String, String> headers = fields();
    int status = Integer.parseInt(statusLine.substring(9, 12));
    if (headOnly || status < 200 || status == 204 || status == 304) {
      return new Received(status, headers, "", Map.of());
    }
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        body.write(in.readNBytes(size));
        line();
      }
      return new Received(status, headers, text(body.toByteArray()), fields());
    }
    String length = headers.get("content-length");
    byte[] body = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    return new Received(status, headers, text(body), Map.of());
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private Map<String, String> fields() throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      fields.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + " | " + b);
    }
    return fields;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("The connection ended after: " + text(line.toByteArray()));
      }
      line.write(b);
    }
    return text(line.toByteArray()).stripTrailing();
  }

  /** Reads some bytes, at least one. */
  public String readSome() throws IOException {
    byte[] buffer = new byte[65_536];
    int length = in.read(buffer);
    return length < 0 ? "" : new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** Reads until the server closes its side, or resets the connection. */
  public String readToEnd() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (SocketException e) {
      all.write(RESET.getBytes(StandardCharsets.ISO_8859_1));
    }
    return text(all.toByteArray());
  }

  /** Whether something has come that has not been read. */
  boolean hasAnswer() throws IOException {
    return in.available() > 0;
  }

  int localPort() {
    return socket.getLocalPort();
  }

  public RawClient closeOutput() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Closes with a reset. */
  public void abort() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  public record Received(
      int status, Map<String, String> headers, String body, Map<String, String> trailers) {
    public String header(String name) {
      return headers.get(name);
    }
  }
}
