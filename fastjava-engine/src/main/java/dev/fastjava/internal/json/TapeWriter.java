package dev.fastjava.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Makes tokens of plain values: as they were in JSON, and not as the serializers of an application
 * would write numbers, texts and maps.
 *
 * <p>Doubles that came out of a text are written as they stood there, with all their digits, where
 * they still are at their place.
 */
final class TapeWriter {
  private static final int NOWHERE = -1;

  private final JsonTape out = new JsonTape(32);
  private final JsonMapper mapper;
  private final @Nullable JsonTape text;
  private final SentText sent;

  private TapeWriter(JsonMapper mapper, @Nullable JsonTape text, SentText sent) {
    this.mapper = mapper;
    this.text = text;
    this.sent = sent;
  }

  /**
   * Makes the tokens of a value.
   *
   * @param mapper writes what is not plain
   * @param text the tokens of the text that the value was read from; null when that is not known,
   *     or does not matter
   */
  static JsonTape write(@Nullable Object value, JsonMapper mapper, @Nullable JsonTape text) {
    TapeWriter writer = new TapeWriter(mapper, text, number -> null);
    writer.write(null, value, text == null ? NOWHERE : 0);
    return writer.out;
  }

  /**
   * Makes the tokens of a part of a value.
   *
   * @param sent knows the texts of the numbers in it
   */
  static JsonTape writePart(@Nullable Object value, JsonMapper mapper, SentText sent) {
    TapeWriter writer = new TapeWriter(mapper, null, sent);
    writer.write(null, value, NOWHERE);
    return writer.out;
  }

  private void write(@Nullable String name, @Nullable Object value, int from) {
    if (value == null) {
      out.add(name, JsonToken.VALUE_NULL, null);
    } else if (value instanceof String string) {
      out.add(name, JsonToken.VALUE_STRING, string);
    } else if (value instanceof Boolean flag) {
      out.add(name, flag ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE, null);
    } else if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      out.add(name, JsonToken.VALUE_NUMBER_INT, narrowed((Number) value));
    } else if (value instanceof Double || value instanceof BigDecimal) {
      writeFraction(name, (Number) value, from);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(name, map, from);
    } else if (value instanceof List<?> list) {
      writeList(name, list, from);
    } else {
      writeOther(name, value);
    }
  }

  /** Some mappers have plain values be longer than their tokens are. */
  private static Number narrowed(Number number) {
    if (number instanceof Integer
        || (number instanceof BigInteger integer && integer.bitLength() >= Long.SIZE)) {
      return number;
    }
    long value = number.longValue();
    return value == (int) value ? (Number) (int) value : (Number) value;
  }

  private void writeFraction(@Nullable String name, Number number, int from) {
    int at = from;
    if (at >= 0 && text != null) {
      if (text.isArray(at) && text.after(at) == at + 3) {
        at++; // a value taken out of a list of one
      }
      if (text.raw(at) instanceof Fraction fraction && fraction.isOf(number)) {
        out.add(name, text.token(at), fraction);
        return;
      }
    }
    String own = sent.of(number);
    if (own != null && number instanceof Double real) {
      out.add(name, JsonToken.VALUE_NUMBER_FLOAT, new Fraction(own, real));
    } else {
      out.add(name, JsonToken.VALUE_NUMBER_FLOAT, number);
    }
  }

  private void writeMap(@Nullable String name, Map<?, ?> map, int from) {
    Map<String, Integer> places = places(from);
    int start = out.add(name, JsonToken.START_OBJECT, null);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      write(key, entry.getValue(), places.getOrDefault(key, NOWHERE));
    }
    out.close(start, JsonToken.END_OBJECT);
  }

  /** Where the values of the properties are in the text; of equal names the last one counts. */
  private Map<String, Integer> places(int from) {
    if (text == null || from < 0 || !text.isObject(from)) {
      return Map.of();
    }
    Map<String, Integer> places = new HashMap<>();
    for (int at = from + 1; !text.isEnd(at); at = text.after(at)) {
      places.put(String.valueOf(text.name(at)), at);
    }
    return places;
  }

  private void writeList(@Nullable String name, List<?> list, int from) {
    boolean known = text != null && from >= 0;
    boolean array = known && text != null && text.isArray(from);
    int start = out.add(name, JsonToken.START_ARRAY, null);
    int at = array ? from + 1 : known && list.size() == 1 ? from : NOWHERE;
    for (Object item : list) {
      boolean there = at >= 0 && text != null && !text.isEnd(at);
      write(null, item, there ? at : NOWHERE);
      if (array && there && text != null) {
        at = text.after(at);
      }
    }
    out.close(start, JsonToken.END_ARRAY);
  }

  private void writeOther(@Nullable String name, Object value) {
    TokenBuffer tokens = mapper._serializationContext().bufferForValueConversion();
    tokens.writePOJO(value);
    try (JsonParser parser = tokens.asParser(mapper._deserializationContext())) {
      JsonToken first = parser.nextToken();
      new TapeReader(parser, out).append(name, first == null ? JsonToken.VALUE_NULL : first);
    }
  }
}
