package dev.fastjava.law;

import dev.fastjava.law.SentKind.Draw;
import dev.fastjava.law.SentKind.Sent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is sent for values of Java's types, and for lists, maps and tagged types. */
final class SentKinds {
  private SentKinds() {}

  static final SentKind INT = whole("7", "0", "-3", "5.0", "2147483647", "2147483648");
  static final SentKind UP_TO_1000 = whole("7", "0", "-3", "1000", "5.0");
  static final SentKind LONG = whole("7", "9007199254740993", "9223372036854775807", "-1");
  static final SentKind DIGITS = whole("7", "123456789012345678901234567890", "-1", "5.0");
  static final SentKind DOUBLE = number("1.5", "1", "-0.0", "1e300", "0.1234567890123456789");
  static final SentKind FLOAT = number("1.5", "1", "1e39", "1.00000017881393432617187499");
  static final SentKind DECIMAL =
      number("1.10", "19.90", "1e400", "1E+3", "0.10000000000000000000001", "-0.00", "-0");

  static final SentKind BOOLEAN =
      draw -> {
        if (draw.chance(4)) {
          return Sent.refused(draw.one("5", "\"yes\"", "\"\"", "{}", "\"1\""));
        }
        return draw.chance(60)
            ? Sent.same(draw.one("true", "false"))
            : draw.one(
                converted("\"true\"", "true", draw),
                converted("\"false\"", "false", draw),
                converted("0", "false", draw),
                converted("1", "true", draw),
                listed("true", draw));
      };

  static final SentKind TEXT =
      draw -> {
        if (draw.chance(3)) {
          return Sent.refused(draw.one("{}", "[]", "[\"a\",\"b\"]"));
        }
        return draw.chance(60)
            ? Sent.same(draw.one("\"abc\"", "\"\"", "\" x \"", "\"1.10\"", "\"null\""))
            : draw.one(
                converted("1.10", "\"1.10\"", draw),
                converted("1e3", "\"1e3\"", draw),
                converted("9007199254740993", "\"9007199254740993\"", draw),
                converted("true", "\"true\"", draw),
                listed("\"abc\"", draw));
      };

  static final SentKind LEVEL =
      draw ->
          draw.chance(5)
              ? Sent.refused(draw.one("0", "\"none\"", "\"0\"", "true", "{}", "[]"))
              : draw.chance(90)
                  ? Sent.same(draw.one("\"LOW\"", "\"HIGH\""))
                  : listed("\"LOW\"", draw);

  /** What Jackson reads in other forms than it writes is left to it, unless conversion is off. */
  static final SentKind DATE = text("\"2026-01-02\"", "[2026,1,2]", "20000", "\"nothing\"");

  static final SentKind SPAN = text("\"PT1.5S\"", "5", "1.5", "\"P1D\"", "\"nothing\"");

  static final SentKind INSTANT =
      text("\"2026-01-02T03:04:05Z\"", "5", "1.5", "\"2026-01-02T03:04:05.123456789Z\"");

  static final SentKind ID = text("\"123e4567-e89b-12d3-a456-426614174000\"", "\"\"", "\"x\"");
  static final SentKind LETTER = text("\"c\"", "65", "\"7\"", "\"cc\"");

  /** Jackson alone decides: the place is open. */
  static final SentKind CARD =
      left(
          "{\"card\":{\"number\":\"4\",\"months\":3}}",
          "{\"card\":{\"number\":4.10,\"months\":\"3\"}}",
          "{\"card\":{\"months\":3,\"more\":1}}",
          "{\"card\":{\"number\":\"4\"}}",
          "{\"cash\":{}}");

  /** The schema says nothing of what an any-setter takes. */
  static final SentKind LEFT_INT = left("7", "\"7\"", "5.5", "null", "\"x\"", "[7]");

  static final SentKind ANYTHING =
      left(
          "1", "1.10", "\"5\"", "null", "true", "[1,\"2\"]", "{\"a\":{\"b\":1.50}}", "12345678901");

  private static SentKind text(String... all) {
    SentKind any = left(all);
    return draw -> {
      Sent drawn = any.draw(draw);
      boolean other = !drawn.json().startsWith("\"") && !draw.options().converts();
      return other ? Sent.refused(drawn.json()) : drawn;
    };
  }

  private static SentKind left(String... all) {
    return draw -> Sent.same(draw.chance(50) ? all[0] : draw.one(all));
  }

  private static Sent converted(String json, String read, Draw draw) {
    return draw.options().converts() ? new Sent(json, read) : Sent.refused(json);
  }

  private static Sent listed(String json, Draw draw) {
    String list = '[' + json + ']';
    return draw.options().makesLists() ? new Sent(list, json) : Sent.refused(list);
  }

  private static SentKind whole(String... numbers) {
    SentKind any = number(numbers);
    return draw ->
        draw.chance(2)
            ? Sent.refused(
                draw.one(
                    "5.5",
                    "\"5.5\"",
                    "9007199254740993.5",
                    "9.0000000000000000000000001",
                    "\"1e-2\""))
            : any.draw(draw);
  }

  private static SentKind number(String... numbers) {
    return draw -> {
      if (draw.chance(3)) {
        return Sent.refused(
            draw.one(
                "null", "\"\"", "\" \"", "\"abc\"", "\"0x10\"", "\"NaN\"", "{}", "[]", "[1,2]"));
      }
      String number = draw.one(numbers);
      if (draw.chance(60)) {
        return Sent.same(number);
      }
      return draw.chance(80)
          ? converted('"' + number + '"', number, draw)
          : draw.chance(50) ? listed(number, draw) : converted("true", "1", draw);
    };
  }

  /** A value that may be null. */
  static SentKind orNull(SentKind kind) {
    return new OrNull(kind);
  }

  record OrNull(SentKind kind) implements SentKind {
    @Override
    public Sent draw(Draw draw) {
      Sent drawn = draw.chance(8) ? Sent.same("null") : kind.draw(draw);
      if (drawn.json().equals("null")) {
        return Sent.same("null");
      }
      // An empty text that is none of the values is null where null is one.
      boolean empty = drawn.json().equals("\"\"") && drawn.read() == null;
      return empty ? converted("\"\"", "null", draw) : drawn;
    }
  }

  static SentKind list(SentKind items) {
    return draw -> {
      if (draw.chance(draw.options().makesLists() ? 20 : 2)) {
        Sent one = items.draw(draw);
        if (one.read() != null
            && !one.json().matches("[\\[{].*")
            && !Set.of("null", "\"\"").contains(one.json())) {
          return draw.options().makesLists()
              ? new Sent(one.json(), '[' + one.read() + ']')
              : Sent.refused(one.json());
        }
      }
      List<String> sent = new ArrayList<>();
      List<String> read = new ArrayList<>();
      boolean refused = false;
      for (int i = draw.random().nextInt(4); i > 0; i--) {
        Sent each = items.draw(draw);
        sent.add(each.json());
        refused |= each.read() == null;
        read.add(String.valueOf(each.read()));
      }
      String json = '[' + String.join(",", sent) + ']';
      return new Sent(json, refused ? null : '[' + String.join(",", read) + ']');
    };
  }

  static SentKind map(SentKind values, String... keys) {
    return draw -> {
      Map<String, Sent> all = new LinkedHashMap<>();
      for (int i = draw.random().nextInt(3); i > 0; i--) {
        all.put(draw.one(keys), values.draw(draw));
      }
      List<String> sent = new ArrayList<>();
      List<String> read = new ArrayList<>();
      all.forEach(
          (key, value) -> {
            sent.add('"' + key + "\":" + value.json());
            read.add('"' + key + "\":" + value.read());
          });
      boolean refused = all.values().stream().anyMatch(each -> Objects.isNull(each.read()));
      String json = '{' + String.join(",", sent) + '}';
      return new Sent(json, refused ? null : '{' + String.join(",", read) + '}');
    };
  }

  /** One of two types, told apart by a property. */
  static SentKind tagged(
      String property, String one, SentShape first, String other, SentShape second) {
    return draw -> {
      boolean choice = draw.random().nextBoolean();
      List<SentShape.Entry> entries = (choice ? first : second).entries(draw);
      String tag = '"' + (choice ? one : other) + '"';
      entries.add(
          draw.one(0, entries.size()),
          new SentShape.Entry(property, Sent.same(tag), SentShape.TAG));
      Sent drawn = (choice ? first : second).object(entries, draw, null, false);
      // A mapper that reads tags in other letters is left alone with them: the place is open.
      return draw.mapper() == ReadingMapper.ANY_CASE ? Sent.same(drawn.json()) : drawn;
    };
  }
}
