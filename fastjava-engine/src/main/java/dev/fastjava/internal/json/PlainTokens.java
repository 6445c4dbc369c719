package dev.fastjava.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Plain values as Jackson's tokens: as they were in JSON, and not as the serializers of an
 * application would write numbers, texts and maps.
 */
final class PlainTokens {
  private PlainTokens() {}

  /** Writes a value; what is not plain is left to the generator's own context. */
  static void write(@Nullable Object value, JsonGenerator out) {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Number number) {
      writeNumber(number, out);
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeName(String.valueOf(entry.getKey()));
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object item : list) {
        write(item, out);
      }
      out.writeEndArray();
    } else {
      out.writePOJO(value);
    }
  }

  private static void writeNumber(Number number, JsonGenerator out) {
    if (number instanceof Integer integer) {
      out.writeNumber(integer.intValue());
    } else if (number instanceof Long integer) {
      out.writeNumber(integer.longValue());
    } else if (number instanceof Double real) {
      out.writeNumber(real.doubleValue());
    } else if (number instanceof BigInteger integer) {
      out.writeNumber(integer);
    } else if (number instanceof BigDecimal decimal) {
      out.writeNumber(decimal);
    } else {
      out.writePOJO(number);
    }
  }
}
