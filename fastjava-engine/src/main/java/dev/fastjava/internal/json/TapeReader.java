package dev.fastjava.internal.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the tokens of one text; without recursion, as {@link JsonTree} does. */
final class TapeReader {
  /** Objects with more properties remember their names in a set. */
  private static final int MANY = 64;

  private final JsonParser parser;
  private final JsonTape tape;
  private final WatchedNames watched = new WatchedNames();
  private int[] starts = new int[8];

  /** Of each open object, a bit for each hash of a name: two equal names have the same. */
  private long[] hashes = new long[8];

  private int[] counts = new int[8];
  private @Nullable Set<String> @Nullable [] names;
  private int depth;

  TapeReader(JsonParser parser, JsonTape tape) {
    this.parser = parser;
    this.tape = tape;
  }

  WatchedNames watched() {
    return watched;
  }

  /** Reads the one value of the text. */
  void read() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new InvalidJsonException("no value");
    }
    append(null, token);
    if (parser.nextToken() != null) {
      throw new InvalidJsonException("more than one value");
    }
  }

  /**
   * Reads the value that starts with the present token of the parser.
   *
   * @param called the name of the property that it is; null if it is none
   */
  void append(@Nullable String called, JsonToken first) {
    JsonToken token = first;
    String name = called;
    while (true) {
      switch (token) {
        case VALUE_STRING -> tape.add(name, token, parser.getString());
        case START_OBJECT, START_ARRAY -> open(name, token);
        case END_OBJECT, END_ARRAY -> tape.close(starts[--depth], token);
        case VALUE_NUMBER_INT -> tape.add(name, token, integer());
        case VALUE_NUMBER_FLOAT ->
            tape.add(name, token, new Fraction(parser.getString(), parser.getDoubleValue()));
        case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> tape.add(name, token, null);
        case VALUE_EMBEDDED_OBJECT -> tape.add(name, token, parser.getEmbeddedObject());
        default -> throw new InvalidJsonException("unexpected " + token);
      }
      if (depth == 0) {
        return;
      }
      name = null;
      if (tape.isObject(starts[depth - 1])) {
        name = parser.nextName();
        if (name == null) {
          token = JsonToken.END_OBJECT;
          continue;
        }
        note(name);
      }
      token = parser.nextToken();
      if (token == null) {
        throw new InvalidJsonException("unexpected end");
      }
    }
  }

  private void open(@Nullable String name, JsonToken token) {
    if (depth == starts.length) {
      starts = Arrays.copyOf(starts, depth * 2);
      hashes = Arrays.copyOf(hashes, depth * 2);
      counts = Arrays.copyOf(counts, depth * 2);
    }
    starts[depth] = tape.add(name, token, null);
    hashes[depth] = 0;
    counts[depth] = 0;
    depth++;
  }

  private Object integer() {
    Number number = parser.getNumberValue();
    // Minus zero: among plain values only a double can be that.
    return number.equals(0) && parser.getStringLength() == 2
        ? new Fraction(parser.getString(), -0.0)
        : number;
  }

  private void note(String name) {
    watched.watch(name);
    int level = depth - 1;
    long bit = 1L << (name.hashCode() & 63);
    if (counts[level]++ >= MANY) {
      if (!manyNames(level).add(name)) {
        tape.foundDuplicate();
      }
    } else if ((hashes[level] & bit) != 0 && isKnown(name, starts[level])) {
      tape.foundDuplicate();
    }
    hashes[level] |= bit;
  }

  private boolean isKnown(String name, int start) {
    for (int at = start + 1; at < tape.size(); at = tape.after(at)) {
      if (name.equals(tape.name(at))) {
        return true;
      }
    }
    return false;
  }

  /** The names of an object with many, so that each of them is looked up in the same short time. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of sets
  private Set<String> manyNames(int level) {
    @Nullable Set<String>[] all = names;
    if (all == null || all.length <= level) {
      @Nullable Set<String>[] longer = new Set[starts.length];
      if (all != null) {
        System.arraycopy(all, 0, longer, 0, all.length);
      }
      all = longer;
      names = all;
    }
    Set<String> known = all[level];
    if (known == null || counts[level] == MANY + 1) {
      known = new HashSet<>();
      for (int at = starts[level] + 1; at < tape.size(); at = tape.after(at)) {
        known.add(String.valueOf(tape.name(at)));
      }
      all[level] = known;
    }
    return known;
  }
}
