package dev.fastjava.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A client that writes frames of HTTP/2 as no library would. */
final class RawHttp2Client implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int PRIORITY = 2;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int ACK = 1;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  static final int PADDED = 8;
  static final int PRIORITIZED = 0x20;

  /** {@code GET /} over http, from the static table, and {@code :authority: test}. */
  static final byte[] GET = {(byte) 0x82, (byte) 0x84, (byte) 0x86, 0x01, 4, 't', 'e', 's', 't'};

  /** {@code POST /}. */
  static final byte[] POST = {(byte) 0x83, (byte) 0x84, (byte) 0x86, 0x01, 4, 't', 'e', 's', 't'};

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** {@code :status: 200} of the static table. */
  private static final byte STATUS_200 = (byte) 0x88;

  private static final int TIMEOUT_MILLIS = 20_000;

  @SuppressWarnings("ArrayRecordComponent") // frames are not compared
  record Frame(int type, int flags, int stream, byte[] payload) {
    /** The error code of RST_STREAM and GOAWAY. */
    int errorCode() {
      int at = type == GOAWAY ? 4 : 0;
      return ByteBuffer.wrap(payload).getInt(at);
    }

    boolean endsStream() {
      return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
    }
  }

  private final Socket socket;
  private final DataInputStream in;

  private RawHttp2Client(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new DataInputStream(socket.getInputStream());
  }

  /** Connects with settings, pairs of an identifier and a value. */
  RawHttp2Client(InetSocketAddress address, int... settings) throws IOException {
    this(connect(address));
    start(settings);
  }

  /** Connects and sends nothing yet. */
  static RawHttp2Client plain(InetSocketAddress address) throws IOException {
    return new RawHttp2Client(connect(address));
  }

  /** Connects, agrees on HTTP/2 by ALPN, and sends nothing yet. */
  static RawHttp2Client encrypted(InetSocketAddress address, SSLContext context)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(connect(address), "localhost", address.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return new RawHttp2Client(socket);
  }

  /** Starts on a connection, that of a TLS client that has chosen HTTP/2 for example. */
  static RawHttp2Client on(Socket connected, int... settings) throws IOException {
    RawHttp2Client client = new RawHttp2Client(connected);
    client.start(settings);
    return client;
  }

  private static Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    socket.connect(address);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Sends the preface, with settings: pairs of an identifier and a value. */
  void start(int... settings) throws IOException {
    write(PREFACE);
    settings(settings);
  }

  void settings(int... settings) throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (int i = 0; i < settings.length; i += 2) {
      payload.write(settings[i] >> 8);
      payload.write(settings[i]);
      payload.writeBytes(fourBytes(settings[i + 1]));
    }
    send(SETTINGS, 0, 0, payload.toByteArray());
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void send(int type, int flags, int stream, byte... payload) throws IOException {
    write(frame(type, flags, stream, payload));
  }

  static byte[] frame(int type, int flags, int stream, byte... payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(9 + payload.length);
    frame.write(payload.length >> 16);
    frame.write(payload.length >> 8);
    frame.write(payload.length);
    frame.write(type);
    frame.write(flags);
    frame.writeBytes(fourBytes(stream));
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  /** Sends a request without a body. */
  void request(int stream, byte[] head) throws IOException {
    send(HEADERS, END_STREAM | END_HEADERS, stream, head);
  }

  void reset(int stream) throws IOException {
    send(RST_STREAM, 0, stream, fourBytes(8));
  }

  void windowUpdate(int stream, int increment) throws IOException {
    send(WINDOW_UPDATE, 0, stream, fourBytes(increment));
  }

  /** {@code GET} of a path. */
  static byte[] get(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.ISO_8859_1);
    return join(
        new byte[] {(byte) 0x82, (byte) 0x86, 0x01, 4, 't', 'e', 's', 't', 0x04},
        new byte[] {(byte) bytes.length},
        bytes);
  }

  /** A header field that is not in any table. */
  static byte[] field(String name, String value) {
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    field.write(0);
    string(field, name);
    string(field, value);
    return field.toByteArray();
  }

  private static void string(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int length = bytes.length;
    if (length < 127) {
      out.write(length);
    } else {
      out.write(127);
      length -= 127;
      while (length >= 128) {
        out.write(length % 128 + 128);
        length /= 128;
      }
      out.write(length);
    }
    out.writeBytes(bytes);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] fourBytes(int value) {
    return new byte[] {
      (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
    };
  }

  /** Reads the next frame; null at the end of the connection. */
  @Nullable Frame read() throws IOException {
    try {
      int length = (in.readUnsignedShort() << 8) | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      return new Frame(type, flags, stream, in.readNBytes(length));
    } catch (EOFException | SocketException | SSLException e) {
      return null;
    }
  }

  /** Reads up to the next frame of a type; null when none comes. */
  @Nullable Frame find(int type) throws IOException {
    Frame frame = read();
    while (frame != null && frame.type() != type) {
      frame = read();
    }
    return frame;
  }

  /** Reads up to the next frame of a type. */
  Frame await(int type) throws IOException {
    return present(find(type));
  }

  /** Reads up to the end of a stream: its last frame, or its reset. */
  Frame awaitEnd(int stream) throws IOException {
    Frame frame = read();
    while (frame != null
        && !(frame.stream() == stream && (frame.endsStream() || frame.type() == RST_STREAM))) {
      frame = read();
    }
    return present(frame);
  }

  /** Expects that the client is told of an error of the connection, and that this ends. */
  void expectGoAway(int... codes) throws IOException {
    Frame goAway = find(GOAWAY);
    assertThat(goAway).as("GOAWAY").isNotNull();
    assertThat(codes).as("codes").contains(goAway.errorCode());
    Frame last = read();
    while (last != null && last.type() == RST_STREAM) {
      last = read(); // a request that was under way is given up
    }
    assertThat(last).as("what follows GOAWAY").isNull();
  }

  /** Expects that a stream is reset, and that the connection goes on. */
  void expectReset(int stream, int... codes) throws IOException {
    Frame reset = read();
    while (reset != null && reset.type() != RST_STREAM && reset.type() != GOAWAY) {
      reset = read();
    }
    assertThat(reset).as("RST_STREAM").isNotNull();
    assertThat(reset.type()).as("type of the frame").isEqualTo(RST_STREAM);
    assertThat(reset.stream()).isEqualTo(stream);
    assertThat(codes).as("codes").contains(reset.errorCode());
    expectAlive();
  }

  /** Expects a whole response with status 200. */
  void expectAnswer(int stream) throws IOException {
    Frame head = await(HEADERS);
    assertThat(head.stream()).isEqualTo(stream);
    assertThat(head.payload()).startsWith(STATUS_200);
    if (!head.endsStream()) {
      assertThat(awaitEnd(stream).endsStream()).isTrue();
    }
  }

  /** Expects that everything sent so far was taken without an error. */
  void expectAlive() throws IOException {
    byte[] data = {1, 2, 3, 4, 5, 6, 7, 8};
    send(PING, 0, 0, data);
    Frame frame = read();
    while (frame != null
        && !(frame.type() == PING && Arrays.equals(frame.payload(), data))
        && frame.type() != GOAWAY
        && frame.type() != RST_STREAM) {
      frame = read();
    }
    assertThat(frame).as("answer to PING").isNotNull();
    assertThat(frame.type()).as("type of the frame").isEqualTo(PING);
    assertThat(frame.flags()).isEqualTo(ACK);
  }

  private static Frame present(@Nullable Frame frame) throws IOException {
    if (frame == null) {
      throw new IOException("The connection ended");
    }
    return frame;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
