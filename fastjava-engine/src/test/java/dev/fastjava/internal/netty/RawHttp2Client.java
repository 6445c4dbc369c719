package dev.fastjava.internal.netty;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client that writes frames of HTTP/2 as no library would. */
final class RawHttp2Client implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  /** {@code GET /} over http, from the static table, and {@code :authority: test}. */
  static final byte[] GET = {(byte) 0x82, (byte) 0x84, (byte) 0x86, 0x01, 4, 't', 'e', 's', 't'};

  /** {@code POST /}. */
  static final byte[] POST = {(byte) 0x83, (byte) 0x84, (byte) 0x86, 0x01, 4, 't', 'e', 's', 't'};

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

  private final Socket socket = new Socket();
  private final DataInputStream in;

  /** Connects with settings, pairs of an identifier and a value. */
  RawHttp2Client(InetSocketAddress address, int... settings) throws IOException {
    socket.connect(address);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
    socket
        .getOutputStream()
        .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (int i = 0; i < settings.length; i += 2) {
      payload.write(settings[i] >> 8);
      payload.write(settings[i]);
      payload.writeBytes(fourBytes(settings[i + 1]));
    }
    send(SETTINGS, 0, 0, payload.toByteArray());
  }

  void send(int type, int flags, int stream, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(9 + payload.length);
    frame.write(payload.length >> 16);
    frame.write(payload.length >> 8);
    frame.write(payload.length);
    frame.write(type);
    frame.write(flags);
    frame.writeBytes(fourBytes(stream));
    frame.writeBytes(payload);
    OutputStream out = socket.getOutputStream();
    frame.writeTo(out);
  }

  void reset(int stream) throws IOException {
    send(RST_STREAM, 0, stream, fourBytes(8));
  }

  void windowUpdate(int stream, int increment) throws IOException {
    send(WINDOW_UPDATE, 0, stream, fourBytes(increment));
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
    } catch (EOFException | SocketException e) {
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
