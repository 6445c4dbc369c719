package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.Http2Rule.COMPRESSION_ERROR;
import static dev.fastjava.internal.netty.Http2Rule.rule;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.join;

import java.util.ArrayList;
import java.util.List;

/** RFC 7541: the compression of header fields. */
class HpackRuleTests extends Http2RuleTests {
  private static final int HEADER_TABLE_SIZE = 1;

  @Override
  List<Http2Rule> rules() {
    List<Http2Rule> rules = new ArrayList<>();
    rules.add(taken("6.1", "indexed fields of the static table", (byte) 0x90));
    rules.add(
        taken("6.2.1", "a literal with indexing, indexed name", (byte) 0x53, (byte) 1, (byte) 'a'));
    rules.add(taken("6.2.1", "a literal with indexing, new name", bytes(0x40, 1, 'a', 1, 'b')));
    rules.add(taken("6.2.2", "a literal without indexing, indexed name", bytes(0x0f, 4, 1, 'a')));
    rules.add(taken("6.2.2", "a literal without indexing, new name", bytes(0x00, 1, 'a', 1, 'b')));
    rules.add(taken("6.2.3", "a literal never indexed, indexed name", bytes(0x1f, 4, 1, 'a')));
    rules.add(taken("6.2.3", "a literal never indexed, new name", bytes(0x10, 1, 'a', 1, 'b')));
    rules.add(
        taken("5.2", "a literal in Huffman's code", bytes(0x00, 0x81, 0x1f, 0x82, 0x1c, 0x64)));
    rules.add(
        rule(
            "2.3.2",
            "fields of the dynamic table",
            client -> {
              client.start();
              client.request(1, join(GET, bytes(0x40, 1, 'a', 1, 'b')));
              client.expectAnswer(1);
              client.request(3, join(GET, bytes(0xbe)));
              client.expectAnswer(3);
            }));
    rules.add(
        rule(
            "4.2",
            "updates of the table's size at the beginning of a block, one or two",
            client -> {
              client.start();
              client.request(1, join(bytes(0x20), bytes(0x3f, 0xe1, 0x1f), GET));
              client.expectAnswer(1);
              client.request(3, join(bytes(0x20), GET));
              client.expectAnswer(3);
            }));
    rules.add(error("2.3.3", "an index beyond the tables", bytes(0xff, 0x80, 0x01)));
    rules.add(error("2.3.3", "the name at an index beyond the tables", bytes(0x7f, 0x50, 1, 'a')));
    rules.add(error("4.2", "an update of the table's size at the end of a block", bytes(0x20)));
    rules.add(
        error(
            "5.1",
            "an integer that is too large",
            bytes(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)));
    rules.add(
        error("5.2", "padding longer than seven bits", bytes(0x00, 0x82, 0x1f, 0xff, 0x81, 0x1f)));
    rules.add(error("5.2", "padding with zeros", bytes(0x00, 0x81, 0x18, 0x81, 0x1f)));
    rules.add(
        error(
            "5.2",
            "the end of a string in Huffman's code",
            bytes(0x00, 0x84, 0xff, 0xff, 0xff, 0xff, 0x81, 0x1f)));
    rules.add(error("6.1", "the index 0", bytes(0x80)));
    rules.add(
        rule(
            "6.3",
            "a size of the table beyond the one allowed",
            client -> {
              client.start();
              client.request(1, join(bytes(0x3f, 0xe2, 0x1f), GET));
              client.expectGoAway(COMPRESSION_ERROR);
            }));
    for (int size : new int[] {0, 100, 65_536, Integer.MAX_VALUE}) {
      rules.add(
          rule(
              "6.3",
              "responses fit a table of the client of " + size + " bytes",
              client -> {
                client.start(HEADER_TABLE_SIZE, size);
                client.request(1, GET);
                client.awaitEnd(1);
                client.expectAlive();
              }));
    }
    return rules;
  }

  private static Http2Rule taken(String section, String text, byte... fields) {
    return rule(
        section,
        text,
        client -> {
          client.start();
          client.request(1, join(GET, fields));
          client.expectAnswer(1);
        });
  }

  private static Http2Rule error(String section, String text, byte... fields) {
    return rule(
        section,
        text + " is an error of the connection",
        client -> {
          client.start();
          client.request(1, join(GET, fields));
          client.expectGoAway(COMPRESSION_ERROR);
        });
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
