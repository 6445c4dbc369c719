package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.Http2Rule.FLOW_CONTROL_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.FRAME_SIZE_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.PROTOCOL_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.rule;
import static dev.fastjava.internal.netty.RawHttp2Client.ACK;
import static dev.fastjava.internal.netty.RawHttp2Client.CONTINUATION;
import static dev.fastjava.internal.netty.RawHttp2Client.DATA;
import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.GOAWAY;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.PADDED;
import static dev.fastjava.internal.netty.RawHttp2Client.PING;
import static dev.fastjava.internal.netty.RawHttp2Client.POST;
import static dev.fastjava.internal.netty.RawHttp2Client.PRIORITIZED;
import static dev.fastjava.internal.netty.RawHttp2Client.PRIORITY;
import static dev.fastjava.internal.netty.RawHttp2Client.PUSH_PROMISE;
import static dev.fastjava.internal.netty.RawHttp2Client.RST_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.SETTINGS;
import static dev.fastjava.internal.netty.RawHttp2Client.WINDOW_UPDATE;
import static dev.fastjava.internal.netty.RawHttp2Client.field;
import static dev.fastjava.internal.netty.RawHttp2Client.get;
import static dev.fastjava.internal.netty.RawHttp2Client.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import java.util.List;
import java.util.stream.Stream;

/** RFC 9113, sections 6 and 7: what each kind of frame means. */
class Http2DefinitionRuleTests extends Http2RuleTests {
  private static final byte[] HOLD = get("/hold");
  private static final int ENABLE_PUSH = 2;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int MAX_FRAME_SIZE = 5;
  private static final int MAX_WINDOW = 0x7fff_ffff;

  @Override
  List<Http2Rule> rules() {
    return Stream.of(dataAndHeaders(), controls(), settings(), windows(), continuations(), codes())
        .flatMap(List::stream)
        .toList();
  }

  private static Http2Rule connectionError(
      String section, String text, Http2Rule.Script send, int... codes) {
    return rule(
        section,
        text,
        client -> {
          client.start();
          send.check(client);
          client.expectGoAway(codes);
        });
  }

  private static Http2Rule taken(String section, String text, Http2Rule.Script send) {
    return rule(
        section,
        text,
        client -> {
          client.start();
          send.check(client);
        });
  }

  private static List<Http2Rule> dataAndHeaders() {
    return List.of(
        taken(
            "6.1",
            "a body in several DATA frames, padded ones too",
            client -> {
              client.send(HEADERS, END_HEADERS, 1, POST);
              client.send(DATA, 0, 1, new byte[10]);
              client.send(DATA, PADDED, 1, join(new byte[] {5}, new byte[15]));
              client.send(DATA, END_STREAM | PADDED, 1, join(new byte[] {5}, new byte[5]));
              client.expectAnswer(1);
            }),
        connectionError(
            "6.1", "DATA on stream 0", c -> c.send(DATA, END_STREAM, 0, (byte) 1), PROTOCOL_ERROR),
        connectionError(
            "6.1",
            "padding as long as the payload of DATA",
            client -> {
              client.send(HEADERS, END_HEADERS, 1, POST);
              client.send(DATA, END_STREAM | PADDED, 1, new byte[] {6, 'T', 'e', 's', 't', 0});
            },
            PROTOCOL_ERROR),
        taken(
            "6.2",
            "HEADERS with padding and priority",
            client -> {
              client.send(
                  HEADERS,
                  END_STREAM | END_HEADERS | PADDED | PRIORITIZED,
                  1,
                  join(new byte[] {3, 0, 0, 0, 0, 15}, GET, new byte[3]));
              client.expectAnswer(1);
            }),
        connectionError(
            "6.2",
            "HEADERS on stream 0",
            c -> c.send(HEADERS, END_STREAM | END_HEADERS, 0, GET),
            PROTOCOL_ERROR),
        connectionError(
            "6.2",
            "padding longer than the payload of HEADERS",
            c ->
                c.send(
                    HEADERS,
                    END_STREAM | END_HEADERS | PADDED,
                    1,
                    join(new byte[] {(byte) (GET.length + 1)}, GET)),
            PROTOCOL_ERROR),
        taken(
            "6.3",
            "PRIORITY with any weight, exclusive, on streams that do not exist",
            client -> {
              client.send(PRIORITY, 0, 1, new byte[] {0, 0, 0, 0, 0});
              client.send(PRIORITY, 0, 3, new byte[] {0, 0, 0, 1, (byte) 255});
              client.send(PRIORITY, 0, 5, new byte[] {(byte) 0x80, 0, 0, 1, 15});
              client.request(7, GET);
              client.expectAnswer(7);
            }),
        connectionError(
            "6.3",
            "PRIORITY on stream 0",
            c -> c.send(PRIORITY, 0, 0, new byte[5]),
            PROTOCOL_ERROR),
        taken(
            "6.3",
            "PRIORITY of another length than 5 is an error of the stream",
            client -> {
              client.request(1, HOLD);
              client.send(PRIORITY, 0, 1, new byte[4]);
              client.expectReset(1, FRAME_SIZE_ERROR);
            }));
  }

  private static List<Http2Rule> controls() {
    return List.of(
        taken(
            "6.4",
            "RST_STREAM ends a stream",
            client -> {
              client.request(1, HOLD);
              client.reset(1);
              client.request(3, GET);
              client.expectAnswer(3);
            }),
        connectionError("6.4", "RST_STREAM on stream 0", c -> c.reset(0), PROTOCOL_ERROR),
        connectionError("6.4", "RST_STREAM on an idle stream", c -> c.reset(1), PROTOCOL_ERROR),
        connectionError(
            "6.4",
            "RST_STREAM of another length than 4",
            client -> {
              client.request(1, HOLD);
              client.send(RST_STREAM, 0, 1, new byte[3]);
            },
            FRAME_SIZE_ERROR),
        connectionError(
            "6.6",
            "clients must not promise anything",
            client -> {
              client.request(1, HOLD);
              client.send(PUSH_PROMISE, END_HEADERS, 1, join(new byte[] {0, 0, 0, 2}, GET));
            },
            PROTOCOL_ERROR),
        taken(
            "6.7",
            "PING is answered with the same data",
            client -> {
              client.send(PING, 0, 0, new byte[] {'h', '2', 's', 'p', 'e', 'c', '0', '1'});
              Frame answer = client.await(PING);
              assertThat(answer.flags()).isEqualTo(ACK);
              assertThat(answer.payload()).startsWith('h', '2', 's', 'p');
            }),
        taken(
            "6.7",
            "an acknowledgement of PING is not answered",
            client -> {
              client.send(PING, ACK, 0, new byte[] {'u', 'n', 'a', 's', 'k', 'e', 'd', '1'});
              client.send(PING, 0, 0, new byte[8]);
              assertThat(client.await(PING).payload()).containsOnly(0);
            }),
        connectionError(
            "6.7", "PING on a stream", c -> c.send(PING, 0, 1, new byte[8]), PROTOCOL_ERROR),
        connectionError(
            "6.7",
            "PING of another length than 8",
            c -> c.send(PING, 0, 0, new byte[6]),
            FRAME_SIZE_ERROR),
        connectionError(
            "6.8", "GOAWAY on a stream", c -> c.send(GOAWAY, 0, 1, new byte[8]), PROTOCOL_ERROR),
        taken(
            "6.8",
            "after the client's GOAWAY its streams are still served",
            client -> {
              client.request(1, get("/large"));
              client.send(GOAWAY, 0, 0, new byte[8]);
              client.windowUpdate(0, 1 << 20);
              client.windowUpdate(1, 1 << 20);
              client.expectAnswer(1);
            }));
  }

  private static List<Http2Rule> settings() {
    return List.of(
        taken(
            "6.5",
            "SETTINGS are acknowledged",
            client -> {
              Frame frame = client.await(SETTINGS);
              while (frame.flags() != ACK) {
                frame = client.await(SETTINGS);
              }
              assertThat(frame.payload()).isEmpty();
            }),
        connectionError(
            "6.5",
            "an acknowledgement of SETTINGS with a payload",
            c -> c.send(SETTINGS, ACK, 0, (byte) 0),
            FRAME_SIZE_ERROR),
        connectionError(
            "6.5",
            "SETTINGS on a stream",
            c -> c.send(SETTINGS, 0, 1, new byte[] {0, 3, 0, 0, 0, 100}),
            PROTOCOL_ERROR),
        connectionError(
            "6.5",
            "SETTINGS whose length is no multiple of 6",
            c -> c.send(SETTINGS, 0, 0, new byte[] {0, 3, 0}),
            FRAME_SIZE_ERROR),
        connectionError(
            "6.5.2", "ENABLE_PUSH of 2", c -> c.settings(ENABLE_PUSH, 2), PROTOCOL_ERROR),
        connectionError(
            "6.5.2",
            "INITIAL_WINDOW_SIZE beyond the largest window",
            c -> c.settings(INITIAL_WINDOW_SIZE, 0x8000_0000),
            FLOW_CONTROL_ERROR),
        connectionError(
            "6.5.2",
            "MAX_FRAME_SIZE below the smallest",
            c -> c.settings(MAX_FRAME_SIZE, 16_383),
            PROTOCOL_ERROR),
        connectionError(
            "6.5.2",
            "MAX_FRAME_SIZE beyond the largest",
            c -> c.settings(MAX_FRAME_SIZE, 16_777_216),
            PROTOCOL_ERROR),
        taken(
            "6.5.2",
            "unknown settings are ignored",
            client -> {
              client.settings(0xff, 1);
              client.expectAlive();
            }),
        taken(
            "6.5.3",
            "of several values for one setting the last counts",
            client -> {
              client.settings(INITIAL_WINDOW_SIZE, 100, INITIAL_WINDOW_SIZE, 1);
              client.request(1, get("/large"));
              assertThat(client.await(DATA).payload()).hasSize(1);
            }));
  }

  private static List<Http2Rule> windows() {
    return List.of(
        taken(
            "6.9",
            "WINDOW_UPDATE of a stream by 0 is an error of the stream",
            client -> {
              client.request(1, HOLD);
              client.windowUpdate(1, 0);
              client.expectReset(1, PROTOCOL_ERROR);
            }),
        connectionError(
            "6.9",
            "WINDOW_UPDATE of the connection by 0",
            c -> c.windowUpdate(0, 0),
            PROTOCOL_ERROR),
        connectionError(
            "6.9",
            "WINDOW_UPDATE of another length than 4",
            c -> c.send(WINDOW_UPDATE, 0, 0, new byte[3]),
            FRAME_SIZE_ERROR),
        taken(
            "6.9.1",
            "no more is sent than the window of the stream takes",
            client -> {
              client.settings(INITIAL_WINDOW_SIZE, 1);
              client.request(1, get("/large"));
              assertThat(client.await(DATA).payload()).hasSize(1);
              client.expectAlive();
            }),
        taken(
            "6.9.1",
            "no more is sent than the window of the connection takes",
            client -> {
              client.settings(INITIAL_WINDOW_SIZE, 1 << 20);
              client.request(1, get("/large"));
              int received = 0;
              while (received < 65_535) {
                received += client.await(DATA).payload().length;
              }
              assertThat(received).isEqualTo(65_535);
              client.expectAlive();
              client.windowUpdate(0, 10);
              assertThat(client.await(DATA).payload()).hasSize(10);
            }),
        connectionError(
            "6.9.1",
            "a window of the connection beyond the largest",
            client -> {
              client.windowUpdate(0, MAX_WINDOW);
              client.windowUpdate(0, MAX_WINDOW);
            },
            FLOW_CONTROL_ERROR),
        taken(
            "6.9.1",
            "a window of a stream beyond the largest is an error of the stream",
            client -> {
              client.request(1, HOLD);
              client.windowUpdate(1, MAX_WINDOW);
              client.windowUpdate(1, MAX_WINDOW);
              client.expectReset(1, FLOW_CONTROL_ERROR);
            }),
        taken(
            "6.9.2",
            "a change of INITIAL_WINDOW_SIZE holds for open streams",
            client -> {
              client.settings(INITIAL_WINDOW_SIZE, 0);
              client.request(1, get("/large"));
              client.await(HEADERS);
              client.settings(INITIAL_WINDOW_SIZE, 1);
              assertThat(client.await(DATA).payload()).hasSize(1);
            }),
        taken(
            "6.9.2",
            "a window may become negative",
            client -> {
              client.settings(INITIAL_WINDOW_SIZE, 3);
              client.request(1, get("/large"));
              assertThat(client.await(DATA).payload()).hasSize(3);
              client.settings(INITIAL_WINDOW_SIZE, 2);
              client.windowUpdate(1, 2);
              assertThat(client.await(DATA).payload()).hasSize(1);
            }),
        connectionError(
            "6.9.2",
            "INITIAL_WINDOW_SIZE that makes a window larger than the largest",
            client -> {
              client.request(1, HOLD);
              client.windowUpdate(1, MAX_WINDOW - 65_535);
              client.settings(INITIAL_WINDOW_SIZE, 65_536);
            },
            FLOW_CONTROL_ERROR));
  }

  private static List<Http2Rule> continuations() {
    byte[] field = field("x-a", "1");
    return List.of(
        taken(
            "6.10",
            "a header block in several CONTINUATION frames",
            client -> {
              client.send(HEADERS, END_STREAM, 1, GET);
              client.send(CONTINUATION, 0, 1, field);
              client.send(CONTINUATION, END_HEADERS, 1, field);
              client.expectAnswer(1);
            }),
        connectionError(
            "6.10",
            "CONTINUATION followed by something else",
            client -> {
              client.send(HEADERS, END_STREAM, 1, GET);
              client.send(CONTINUATION, 0, 1, field);
              client.send(DATA, END_STREAM, 1, (byte) 1);
            },
            PROTOCOL_ERROR),
        connectionError(
            "6.10",
            "CONTINUATION on stream 0",
            client -> {
              client.send(HEADERS, END_STREAM, 1, GET);
              client.send(CONTINUATION, END_HEADERS, 0, field);
            },
            PROTOCOL_ERROR),
        connectionError(
            "6.10",
            "CONTINUATION after the end of HEADERS",
            client -> {
              client.request(1, HOLD);
              client.send(CONTINUATION, END_HEADERS, 1, field);
            },
            PROTOCOL_ERROR),
        connectionError(
            "6.10",
            "CONTINUATION after the end of CONTINUATION",
            client -> {
              client.send(HEADERS, END_STREAM, 1, HOLD);
              client.send(CONTINUATION, END_HEADERS, 1, field);
              client.send(CONTINUATION, END_HEADERS, 1, field);
            },
            PROTOCOL_ERROR),
        connectionError(
            "6.10",
            "CONTINUATION after DATA",
            client -> {
              client.send(HEADERS, END_HEADERS, 1, POST);
              client.send(DATA, 0, 1, (byte) 1);
              client.send(CONTINUATION, END_HEADERS, 1, field);
            },
            PROTOCOL_ERROR));
  }

  private static List<Http2Rule> codes() {
    return List.of(
        taken(
            "7",
            "GOAWAY with an unknown code is like any other",
            client -> {
              client.send(GOAWAY, 0, 0, new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) 0xff});
              client.expectAlive();
            }),
        taken(
            "7",
            "RST_STREAM with an unknown code is like any other",
            client -> {
              client.request(1, HOLD);
              client.send(RST_STREAM, 0, 1, new byte[] {0, 0, 0, (byte) 0xff});
              client.expectAlive();
            }));
  }
}
