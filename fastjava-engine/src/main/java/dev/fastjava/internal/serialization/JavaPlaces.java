package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.InvalidJsonException;
import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.internal.serialization.JavaWriters.ValueWriter;
import dev.fastjava.schema.Utf8Output;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of Java types in a reply that is checked: what Jackson wrote there is what their
 * schemas describe, not what the values look like to us. They are marked while they are written,
 * with bytes that no text in UTF-8 has.
 */
final class JavaPlaces {
  private static final byte BEGIN = (byte) 0xfe;
  private static final byte END = (byte) 0xff;

  private final JsonReader json = new JsonReader();

  /** What was written of a Java value, read again. */
  record Written(@Nullable Object value) {}

  /** Returns what marks all that a writer writes. */
  static ValueWriter marking(ValueWriter writer) {
    return (value, out, depth) -> {
      out.writeByte(BEGIN);
      writer.write(value, out, depth);
      out.writeByte(END);
    };
  }

  /** Tells whether an output has marks, from a position on. */
  static boolean isIn(Utf8Output out, int start) {
    byte[] written = out.array();
    for (int at = start; at < out.size(); at++) {
      if (written[at] == BEGIN) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes the marks out of an output, from a position on.
   *
   * @return the JSON there with a {@link Written} in each place that was marked; null when there is
   *     none, or when the rest is no JSON, as with unsafe texts
   * @throws InvalidJsonException when what Jackson wrote is no JSON, as raw values may be
   */
  @Nullable Object takeFrom(Utf8Output out, int start) {
    byte[] marked = Arrays.copyOfRange(out.array(), start, out.size());
    Utf8Output around = new Utf8Output();
    String mark = unusedText(marked);
    List<byte[]> parts = new ArrayList<>();
    out.truncate(start);
    int begin = 0;
    for (int at = 0; at < marked.length; at++) {
      if (marked[at] == BEGIN || marked[at] == END) {
        out.writeBytes(marked, begin, at - begin);
        if (marked[at] == BEGIN) {
          around.writeBytes(marked, begin, at - begin);
        } else {
          around.writeJsonString(mark + parts.size());
          parts.add(Arrays.copyOfRange(marked, begin, at));
        }
        begin = at + 1;
      }
    }
    out.writeBytes(marked, begin, marked.length - begin);
    around.writeBytes(marked, begin, marked.length - begin);
    List<Written> places = parts.stream().map(part -> new Written(json.read(part))).toList();
    if (places.isEmpty()) {
      return null;
    }
    try {
      return replaced(json.read(around.array(), 0, around.size()), mark, places);
    } catch (InvalidJsonException e) {
      return null;
    }
  }

  private static String unusedText(byte[] json) {
    String text = new String(json, StandardCharsets.ISO_8859_1);
    StringBuilder mark = new StringBuilder("#");
    while (text.contains("\"" + mark)) {
      mark.append('#');
    }
    return mark.toString();
  }

  private static @Nullable Object replaced(
      @Nullable Object value, String mark, List<Written> places) {
    if (value instanceof String text && text.startsWith(mark)) {
      return places.get(Integer.parseInt(text, mark.length(), text.length(), 10));
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, each) -> copy.put(name, replaced(each, mark, places)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(replaced(each, mark, places)));
      return copy;
    }
    return value;
  }

  /** Returns what is inside of JSON at a name or an index; null when nothing is known of it. */
  static @Nullable Object inside(@Nullable Object written, Object at) {
    if (written instanceof List<?> list) {
      return at instanceof Integer index && index < list.size() ? list.get(index) : null;
    }
    return written instanceof Map<?, ?> map ? map.get(at) : null;
  }
}
