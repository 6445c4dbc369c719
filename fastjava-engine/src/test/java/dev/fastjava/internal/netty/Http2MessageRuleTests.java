package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.Http2Rule.PROTOCOL_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.rule;
import static dev.fastjava.internal.netty.RawHttp2Client.DATA;
import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.POST;
import static dev.fastjava.internal.netty.RawHttp2Client.field;
import static dev.fastjava.internal.netty.RawHttp2Client.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** RFC 9113, section 8: what a request is. */
class Http2MessageRuleTests extends Http2RuleTests {
  private static final byte[] METHOD = {(byte) 0x82};
  private static final byte[] PATH = {(byte) 0x84};
  private static final byte[] SCHEME = {(byte) 0x86};
  private static final byte[] AUTHORITY = {0x01, 4, 't', 'e', 's', 't'};

  @Override
  List<Http2Rule> rules() {
    List<Http2Rule> rules = new ArrayList<>();
    framing(rules);
    fields(rules);
    pseudoFields(rules);
    authorities(rules);
    lengths(rules);
    connect(rules);
    return rules;
  }

  /** The stream of a malformed request is reset; the connection goes on. */
  private static Http2Rule malformed(String section, String text, byte[]... head) {
    return rule(
        section,
        text,
        client -> {
          client.start();
          client.request(1, join(head));
          client.expectReset(1, PROTOCOL_ERROR);
          client.request(3, GET);
          client.expectAnswer(3);
        });
  }

  private static Http2Rule answered(String section, String text, byte[]... head) {
    return rule(
        section,
        text,
        client -> {
          client.start();
          client.request(1, join(head));
          client.expectAnswer(1);
        });
  }

  /** A request that is refused by a response with a status. */
  private static Http2Rule refused(String section, String text, String status, byte[]... head) {
    return rule(
        section,
        text,
        client -> {
          client.start();
          client.request(1, join(head));
          Frame answer = client.await(HEADERS);
          assertThat(new String(answer.payload(), StandardCharsets.ISO_8859_1)).contains(status);
          client.expectAlive();
        });
  }

  private static void framing(List<Http2Rule> rules) {
    rules.add(answered("8.1", "GET", GET));
    rules.add(answered("8.1", "HEAD", field(":method", "HEAD"), PATH, SCHEME, AUTHORITY));
    rules.add(
        rule(
            "8.1",
            "POST with trailers",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, join(POST, field("trailer", "x-sum")));
              client.send(DATA, 0, 1, new byte[10]);
              client.send(HEADERS, END_STREAM | END_HEADERS, 1, field("x-sum", "1"));
              client.expectAnswer(1);
            }));
    rules.add(
        rule(
            "8.1",
            "a second HEADERS frame without END_STREAM",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, POST);
              client.send(HEADERS, END_HEADERS, 1, field("x-sum", "1"));
              client.expectReset(1, PROTOCOL_ERROR);
            }));
    rules.add(
        rule(
            "8.1",
            "pseudo fields in trailers",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, POST);
              client.send(DATA, 0, 1, new byte[10]);
              client.send(HEADERS, END_STREAM | END_HEADERS, 1, join(field("x-a", "1"), METHOD));
              client.expectReset(1, PROTOCOL_ERROR);
            }));
    for (String name : List.of("connection", "transfer-encoding", "X-Upper", "te")) {
      rules.add(
          rule(
              "8.1",
              name + " in trailers",
              client -> {
                client.start();
                client.send(HEADERS, END_HEADERS, 1, POST);
                client.send(HEADERS, END_STREAM | END_HEADERS, 1, field(name, "chunked"));
                client.expectReset(1, PROTOCOL_ERROR);
              }));
    }
  }

  private static void fields(List<Http2Rule> rules) {
    rules.add(malformed("8.2", "a field name in upper case", GET, field("X-TEST", "ok")));
    for (String name : List.of("", " ", "x a", "x:a", "x\u007f", "x\u00e9", "x\t", "x\r\ny")) {
      rules.add(
          malformed("8.2.1", "the field name '" + printed(name) + "'", GET, field(name, "1")));
    }
    for (String value :
        List.of("a\0b", "a\rb", "a\nb", "a\r\nb: c", " a", "a ", "\ta", "a\t", " ")) {
      rules.add(malformed("8.2.1", "the value '" + printed(value) + "'", GET, field("x-a", value)));
    }
    rules.add(answered("8.2.1", "a value with spaces within", GET, field("x-a", "a b\tc")));
    rules.add(answered("8.2.1", "an empty value", GET, field("x-a", "")));
    for (String name :
        List.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade")) {
      rules.add(malformed("8.2.2", name, GET, field(name, "close")));
    }
    rules.add(malformed("8.2.2", "TE other than trailers", GET, field("te", "trailers, deflate")));
    rules.add(malformed("8.2.2", "TE: gzip", GET, field("te", "gzip")));
    rules.add(answered("8.2.2", "TE: trailers", GET, field("te", "trailers")));
    rules.add(
        refused(
            "9110 10.1.1", "an expectation that nobody knows", "417", GET, field("expect", "x")));
  }

  private static String printed(String text) {
    return text.replace("\r", "CR").replace("\n", "LF").replace("\0", "NUL").replace("\t", "HT");
  }

  private static void pseudoFields(List<Http2Rule> rules) {
    rules.add(malformed("8.3", "an unknown pseudo field", GET, field(":test", "ok")));
    rules.add(malformed("8.3", "the pseudo field of responses", GET, field(":status", "200")));
    rules.add(malformed("8.3", ":protocol, which was not offered", GET, field(":protocol", "x")));
    rules.add(
        malformed("8.3", "a pseudo field after others", METHOD, SCHEME, field("x-a", "1"), PATH));
    rules.add(malformed("8.3.1", "no :method", PATH, SCHEME, AUTHORITY));
    rules.add(malformed("8.3.1", "no :scheme", METHOD, PATH, AUTHORITY));
    rules.add(malformed("8.3.1", "no :path", METHOD, SCHEME, AUTHORITY));
    rules.add(malformed("8.3.1", "two :method", METHOD, GET));
    rules.add(malformed("8.3.1", "two :scheme", SCHEME, GET));
    rules.add(malformed("8.3.1", "two :path", PATH, GET));
    rules.add(malformed("8.3.1", "two :authority", AUTHORITY, GET));
    for (String path :
        List.of("", "a", "http://test/", "*", "/a b", "/a\r\nb", "/\u00e9", "//\0", "?a", " /")) {
      rules.add(
          malformed(
              "8.3.1",
              "the :path '" + printed(path) + "'",
              METHOD,
              SCHEME,
              AUTHORITY,
              field(":path", path)));
    }
    rules.add(
        answered(
            "8.3.1",
            "OPTIONS *",
            field(":method", "OPTIONS"),
            field(":path", "*"),
            SCHEME,
            AUTHORITY));
    for (String method : List.of("", "GET /", "GE T", "GET\r\n", "G(T", "G\u00e9T")) {
      rules.add(
          malformed(
              "8.3.1",
              "the :method '" + printed(method) + "'",
              field(":method", method),
              PATH,
              SCHEME,
              AUTHORITY));
    }
    for (String scheme : List.of("", "1http", "ht tp", "http:", "http\r\n")) {
      rules.add(
          malformed(
              "8.3.1",
              "the :scheme '" + printed(scheme) + "'",
              METHOD,
              PATH,
              field(":scheme", scheme),
              AUTHORITY));
    }
  }

  private static void authorities(List<Http2Rule> rules) {
    for (String authority :
        List.of(
            "user@test",
            "user:secret@test",
            "a b",
            "test/evil",
            "test?a",
            "test#a",
            "te\tst",
            "test:8x",
            "test:1:2",
            "te%zzst",
            "te%4",
            "te[st",
            "[::1",
            "[::g]",
            "[::1]x",
            "te\"st")) {
      rules.add(
          malformed(
              "8.3.1",
              "the :authority '" + printed(authority) + "'",
              METHOD,
              PATH,
              SCHEME,
              field(":authority", authority)));
      rules.add(
          malformed(
              "8.3.1",
              "the host '" + printed(authority) + "'",
              METHOD,
              PATH,
              SCHEME,
              field("host", authority)));
    }
    rules.add(malformed("8.3.1", "host unlike :authority", GET, field("host", "elsewhere")));
    rules.add(answered("8.3.1", "host like :authority", GET, field("host", "test")));
    rules.add(
        malformed(
            "8.3.1", "two hosts", METHOD, PATH, SCHEME, field("host", "a"), field("host", "b")));
    rules.add(
        malformed("8.3.1", "two equal hosts", GET, field("host", "test"), field("host", "test")));
    rules.add(answered("8.3.1", "host alone", METHOD, PATH, SCHEME, field("host", "test:80")));
  }

  private static void lengths(List<Http2Rule> rules) {
    rules.add(
        rule(
            "8.1.1",
            "DATA shorter than content-length",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, join(POST, field("content-length", "2")));
              client.send(DATA, END_STREAM, 1, (byte) 1);
              client.expectReset(1, PROTOCOL_ERROR);
            }));
    rules.add(
        rule(
            "8.1.1",
            "DATA longer than content-length, in several frames",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, join(POST, field("content-length", "1")));
              client.send(DATA, 0, 1, (byte) 1);
              client.send(DATA, END_STREAM, 1, (byte) 1);
              client.expectReset(1, PROTOCOL_ERROR);
            }));
    rules.add(
        rule(
            "8.1.1",
            "trailers before as much has come as content-length says",
            client -> {
              client.start();
              client.send(HEADERS, END_HEADERS, 1, join(POST, field("content-length", "2")));
              client.send(DATA, 0, 1, (byte) 1);
              client.send(HEADERS, END_STREAM | END_HEADERS, 1, field("x-a", "1"));
              client.expectReset(1, PROTOCOL_ERROR);
            }));
    for (String length : List.of("5", "-1", "+0", "0x0", "0, 1", "", "99999999999999999999")) {
      rules.add(
          malformed(
              "8.1.1",
              "no body, and content-length '" + length + "'",
              GET,
              field("content-length", length)));
    }
    rules.add(
        malformed(
            "8.1.1",
            "two lengths",
            GET,
            field("content-length", "0"),
            field("content-length", "1")));
  }

  private static void connect(List<Http2Rule> rules) {
    byte[] connect = field(":method", "CONNECT");
    byte[] target = field(":authority", "test:443");
    rules.add(refused("8.5", "CONNECT, which is not offered", "405", connect, target));
    rules.add(malformed("8.5", "CONNECT without :authority", connect));
    for (String odd : List.of("test", "test:", ":443", "", "test:44x", "a@test:443")) {
      rules.add(malformed("8.5", "CONNECT to '" + odd + "'", connect, field(":authority", odd)));
    }
    rules.add(malformed("8.5", "CONNECT with :scheme", connect, SCHEME, target));
    rules.add(malformed("8.5", "CONNECT with :path", connect, PATH, target));
    rules.add(
        malformed(
            "8441 4",
            "CONNECT with :protocol",
            connect,
            SCHEME,
            PATH,
            target,
            field(":protocol", "x")));
  }
}
