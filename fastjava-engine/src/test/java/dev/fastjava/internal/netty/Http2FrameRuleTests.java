package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.Http2Rule.COMPRESSION_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.FRAME_SIZE_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.PROTOCOL_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.rule;
import static dev.fastjava.internal.netty.RawHttp2Client.ACK;
import static dev.fastjava.internal.netty.RawHttp2Client.CONTINUATION;
import static dev.fastjava.internal.netty.RawHttp2Client.DATA;
import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.PING;
import static dev.fastjava.internal.netty.RawHttp2Client.POST;
import static dev.fastjava.internal.netty.RawHttp2Client.PRIORITY;
import static dev.fastjava.internal.netty.RawHttp2Client.SETTINGS;
import static dev.fastjava.internal.netty.RawHttp2Client.field;
import static dev.fastjava.internal.netty.RawHttp2Client.frame;
import static dev.fastjava.internal.netty.RawHttp2Client.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** RFC 9113, sections 3 and 4: how a connection begins, and what every frame has to look like. */
class Http2FrameRuleTests extends Http2RuleTests {
  private static final int LARGEST_FRAME = 16_384;

  @Override
  List<Http2Rule> rules() {
    return List.of(
        rule(
            "3.4",
            "the server's preface is a SETTINGS frame",
            client -> {
              client.start();
              Frame first = client.read();
              assertThat(first.type()).isEqualTo(SETTINGS);
              assertThat(first.flags()).isZero();
            }),
        rule(
            "3.4",
            "requests may follow the preface at once",
            client -> {
              client.start();
              client.request(1, GET);
              client.expectAnswer(1);
            }),
        rule(
            "3.4",
            "an invalid preface ends the connection",
            client -> {
              client.write(
                  "INVALID CONNECTION PREFACE\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              // In clear text this is a request of HTTP/1.1, and a bad one.
              Frame frame = client.read();
              while (frame != null) {
                frame = client.read();
              }
            }),
        rule(
            "3.4",
            "the first frame must be SETTINGS",
            client -> {
              client.write(
                  join(
                      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                      frame(PING, 0, 0, new byte[8])));
              client.expectGoAway(PROTOCOL_ERROR);
            }),
        rule(
            "3.4",
            "the first SETTINGS must not be an acknowledgement",
            client -> {
              client.write(
                  join(
                      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                      frame(SETTINGS, ACK, 0)));
              client.expectGoAway(PROTOCOL_ERROR);
            }),
        rule(
            "4.1",
            "frames of unknown types are ignored",
            client -> {
              client.start();
              client.send(0x16, 0, 0, new byte[8]);
              client.expectAlive();
            }),
        rule(
            "4.1",
            "undefined flags are ignored",
            client -> {
              client.start();
              client.send(PING, 0x16, 0, new byte[8]);
              assertThat(client.await(PING).flags()).isEqualTo(ACK);
            }),
        rule(
            "4.1",
            "the reserved bit of the stream identifier is ignored",
            client -> {
              client.start();
              client.send(PING, 0, 0x8000_0000, new byte[8]);
              assertThat(client.await(PING).flags()).isEqualTo(ACK);
            }),
        rule(
            "4.2",
            "a frame of the largest size is taken",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, POST);
              client.send(DATA, END_STREAM, 1, new byte[LARGEST_FRAME]);
              client.expectAnswer(1);
            }),
        rule(
            "4.2",
            "DATA beyond the largest size is an error",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, POST);
              client.send(DATA, END_STREAM, 1, new byte[LARGEST_FRAME + 1]);
              client.expectGoAway(FRAME_SIZE_ERROR);
            }),
        rule(
            "4.2",
            "HEADERS beyond the largest size are an error of the connection",
            client -> {
              client.start();
              client.send(
                  HEADERS,
                  END_STREAM | END_HEADERS,
                  1,
                  join(GET, field("x-a", "a".repeat(LARGEST_FRAME))));
              client.expectGoAway(FRAME_SIZE_ERROR);
            }),
        rule(
            "4.2",
            "SETTINGS beyond the largest size are an error of the connection",
            client -> {
              client.start();
              client.send(SETTINGS, 0, 0, new byte[LARGEST_FRAME + 2]);
              client.expectGoAway(FRAME_SIZE_ERROR);
            }),
        rule(
            "4.3",
            "a header block that cannot be decoded is an error of the connection",
            client -> {
              client.start();
              // A literal whose length is beyond its end.
              client.request(1, new byte[] {0x00, (byte) 0xff});
              client.expectGoAway(COMPRESSION_ERROR);
            }),
        rule(
            "4.3",
            "no PRIORITY within a header block",
            client -> {
              client.start();
              client.send(HEADERS, END_STREAM, 1, GET);
              client.send(PRIORITY, 0, 1, new byte[] {0, 0, 0, 0, 15});
              client.send(CONTINUATION, END_HEADERS, 1, field("x-a", "1"));
              client.expectGoAway(PROTOCOL_ERROR);
            }),
        rule(
            "4.3",
            "no HEADERS of another stream within a header block",
            client -> {
              client.start();
              client.send(HEADERS, END_STREAM, 1, GET);
              client.request(3, GET);
              client.expectGoAway(PROTOCOL_ERROR);
            }),
        rule(
            "4.3",
            "the state of the compression survives the reset of a stream",
            client -> {
              client.start();
              byte[] indexed = join(new byte[] {0x40, 3}, ascii("x-a"), new byte[] {1, '1'});
              client.request(1, join(GET, indexed, field("connection", "close")));
              client.expectReset(1, PROTOCOL_ERROR);
              client.request(3, join(GET, new byte[] {(byte) 0xbe}));
              client.expectAnswer(3);
            }));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
