package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.Http2Rule.FLOW_CONTROL_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.FRAME_SIZE_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.PROTOCOL_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.REFUSED_STREAM;
import static dev.fastjava.internal.netty.Http2Rule.STREAM_CLOSED;
import static dev.fastjava.internal.netty.Http2Rule.rule;
import static dev.fastjava.internal.netty.RawHttp2Client.CONTINUATION;
import static dev.fastjava.internal.netty.RawHttp2Client.DATA;
import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.GOAWAY;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.PING;
import static dev.fastjava.internal.netty.RawHttp2Client.POST;
import static dev.fastjava.internal.netty.RawHttp2Client.PRIORITIZED;
import static dev.fastjava.internal.netty.RawHttp2Client.PRIORITY;
import static dev.fastjava.internal.netty.RawHttp2Client.RST_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.field;
import static dev.fastjava.internal.netty.RawHttp2Client.get;
import static dev.fastjava.internal.netty.RawHttp2Client.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import java.util.List;

/** RFC 9113, section 5: the states of streams, their identifiers, their number, and errors. */
class Http2StreamRuleTests extends Http2RuleTests {
  private static final byte[] HOLD = get("/hold");

  @Override
  List<Http2Rule> rules() {
    return List.of(
        onIdle("DATA", client -> client.send(DATA, END_STREAM, 1, (byte) 1)),
        onIdle("RST_STREAM", client -> client.reset(1)),
        onIdle("WINDOW_UPDATE", client -> client.windowUpdate(1, 100)),
        onIdle("CONTINUATION", client -> client.send(CONTINUATION, END_HEADERS, 1, GET)),
        rule(
            "5.1 idle",
            "PRIORITY is taken",
            client -> {
              client.start();
              client.send(PRIORITY, 0, 1, new byte[] {0, 0, 0, 0, 15});
              client.request(1, GET);
              client.expectAnswer(1);
            }),
        onHalfClosed("DATA", client -> client.send(DATA, END_STREAM, 1, (byte) 1)),
        onHalfClosed("HEADERS", client -> client.request(1, GET)),
        onHalfClosed("HEADERS of a body", client -> client.send(HEADERS, END_HEADERS, 1, GET)),
        rule(
            "5.1 half-closed (remote)",
            "CONTINUATION is an error of the connection",
            client -> {
              client.start();
              client.request(1, HOLD);
              client.send(CONTINUATION, END_HEADERS, 1, GET);
              client.expectGoAway(PROTOCOL_ERROR, STREAM_CLOSED);
            }),
        rule(
            "5.1 half-closed (remote)",
            "WINDOW_UPDATE and PRIORITY are taken",
            client -> {
              client.start();
              client.request(1, HOLD);
              client.windowUpdate(1, 100);
              client.send(PRIORITY, 0, 1, new byte[] {0, 0, 0, 0, 15});
              client.expectAlive();
            }),
        rule(
            "5.1 half-closed (remote)",
            "RST_STREAM is taken",
            client -> {
              client.start();
              client.request(1, HOLD);
              client.reset(1);
              client.expectAlive();
            }),
        rule(
            "5.4.2",
            "a RST_STREAM is not answered by one",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, POST);
              client.expectAlive();
              client.reset(1);
              client.expectAlive();
            }),
        afterReset("DATA", client -> client.send(DATA, END_STREAM, 1, (byte) 1)),
        afterReset("HEADERS", client -> client.request(1, GET)),
        rule(
            "5.1 closed",
            "CONTINUATION after the client's RST_STREAM is an error of the connection",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, POST);
              client.reset(1);
              client.send(CONTINUATION, END_HEADERS, 1, GET);
              client.expectGoAway(PROTOCOL_ERROR, STREAM_CLOSED);
            }),
        afterEnd("DATA", client -> client.send(DATA, END_STREAM, 1, (byte) 1)),
        afterEnd("HEADERS", client -> client.request(1, GET)),
        rule(
            "5.1 closed",
            "CONTINUATION is an error of the connection",
            client -> {
              client.start();
              client.request(1, GET);
              client.expectAnswer(1);
              client.send(CONTINUATION, END_HEADERS, 1, GET);
              client.expectGoAway(PROTOCOL_ERROR, STREAM_CLOSED);
            }),
        rule(
            "5.1 closed",
            "PRIORITY, WINDOW_UPDATE and RST_STREAM that come late are taken",
            client -> {
              client.start();
              client.request(1, GET);
              client.expectAnswer(1);
              client.send(PRIORITY, 0, 1, new byte[] {0, 0, 0, 0, 15});
              client.windowUpdate(1, 100);
              client.reset(1);
              client.expectAlive();
            }),
        rule(
            "5.1 closed",
            "what was under way when the server reset the stream is ignored",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, join(POST, field("connection", "close")));
              assertThat(client.await(RST_STREAM).errorCode()).isEqualTo(PROTOCOL_ERROR);
              client.send(DATA, 0, 1, new byte[1_000]);
              client.windowUpdate(1, 100);
              client.send(HEADERS, END_STREAM | END_HEADERS, 1, field("x-trailer", "1"));
              client.expectAlive();
              client.request(3, GET);
              client.expectAnswer(3);
            }),
        rule(
            "5.1 closed",
            "a client that goes on beyond its window after a reset is sent away",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, join(POST, field("connection", "close")));
              assertThat(client.await(RST_STREAM).errorCode()).isEqualTo(PROTOCOL_ERROR);
              for (int i = 0; i < 5; i++) {
                client.send(DATA, 0, 1, new byte[16_384]);
              }
              client.expectGoAway(FLOW_CONTROL_ERROR);
            }),
        rule(
            "5.1.1",
            "streams of clients have odd identifiers",
            client -> {
              client.start();
              client.request(2, GET);
              client.expectGoAway(PROTOCOL_ERROR);
            }),
        rule(
            "5.1.1",
            "identifiers of streams increase",
            client -> {
              client.start();
              client.request(5, GET);
              client.expectAnswer(5);
              client.request(3, GET);
              client.expectGoAway(PROTOCOL_ERROR);
            }),
        rule(
            "5.1.2",
            "streams beyond the announced number are refused",
            client -> {
              client.start();
              for (int i = 0; i <= 128; i++) {
                client.request(2 * i + 1, HOLD);
              }
              client.expectReset(257, PROTOCOL_ERROR, REFUSED_STREAM);
            }),
        rule(
            "5.3",
            "a stream in HEADERS that depends on itself is an error of the connection",
            client -> {
              client.start();
              client.send(
                  HEADERS,
                  END_STREAM | END_HEADERS | PRIORITIZED,
                  1,
                  join(new byte[] {0, 0, 0, 1, 15}, GET));
              client.expectGoAway(PROTOCOL_ERROR);
            }),
        rule(
            "5.3",
            "a stream in PRIORITY that depends on itself is an error",
            client -> {
              client.start();
              client.request(1, HOLD);
              client.send(PRIORITY, 0, 1, new byte[] {0, 0, 0, 1, 15});
              client.expectReset(1, PROTOCOL_ERROR);
            }),
        rule(
            "5.4.1",
            "after an error the connection is closed",
            client -> {
              client.start();
              client.send(PING, 0, 0, new byte[6]);
              client.expectGoAway(FRAME_SIZE_ERROR);
            }),
        rule(
            "5.4.1",
            "GOAWAY names the last stream that was worked on",
            client -> {
              client.start();
              client.request(1, GET);
              client.expectAnswer(1);
              client.request(3, HOLD);
              client.send(PING, 0, 1, new byte[8]);
              Frame goAway = client.await(GOAWAY);
              assertThat(goAway.payload()).startsWith(0, 0, 0, 3, 0, 0, 0, PROTOCOL_ERROR);
            }),
        rule(
            "5.4.2",
            "no reset answers a reset",
            client -> {
              client.start();
              client.request(1, GET);
              client.expectAnswer(1);
              client.reset(1);
              client.expectAlive();
            }),
        rule(
            "5.5",
            "extensions are ignored",
            client -> {
              client.start();
              client.send(0xf0, 0xff, 1, new byte[8]);
              client.expectAlive();
            }),
        rule(
            "5.5",
            "no extension within a header block",
            client -> {
              client.start();
              client.send(HEADERS, END_STREAM, 1, GET);
              client.send(0xf0, 0, 0, new byte[8]);
              client.expectGoAway(PROTOCOL_ERROR);
            }));
  }

  private static Http2Rule onIdle(String frame, Http2Rule.Script send) {
    return rule(
        "5.1 idle",
        frame + " is an error of the connection",
        client -> {
          client.start();
          send.check(client);
          client.expectGoAway(PROTOCOL_ERROR);
        });
  }

  private static Http2Rule onHalfClosed(String frame, Http2Rule.Script send) {
    return rule(
        "5.1 half-closed (remote)",
        frame + " is an error of the stream",
        client -> {
          client.start();
          client.request(1, HOLD);
          send.check(client);
          client.expectReset(1, STREAM_CLOSED);
        });
  }

  private static Http2Rule afterReset(String frame, Http2Rule.Script send) {
    return rule(
        "5.1 closed",
        frame + " after the client's RST_STREAM is an error of the stream",
        client -> {
          client.start();
          client.send(HEADERS, END_HEADERS, 1, POST);
          client.reset(1);
          send.check(client);
          client.expectReset(1, STREAM_CLOSED);
        });
  }

  private static Http2Rule afterEnd(String frame, Http2Rule.Script send) {
    return rule(
        "5.1 closed",
        frame + " after END_STREAM is an error of the connection",
        client -> {
          client.start();
          client.request(1, GET);
          client.expectAnswer(1);
          send.check(client);
          client.expectGoAway(STREAM_CLOSED);
        });
  }
}
