package dev.fastjava.conformance.scenario;

import dev.fastjava.schema.Utf8Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the recordings read and write it: numbers are doubles, absent properties are dropped. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final double EXACT_INTEGERS = 1L << 53;

  private Json() {}

  static @Nullable Object read(InputStream in) {
    try (in) {
      return plain(MAPPER.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static @Nullable Object read(String text) {
    return plain(MAPPER.readTree(text));
  }

  private static @Nullable Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      node.properties().forEach(each -> map.put(each.getKey(), plain(each.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(each -> list.add(plain(each)));
      return list;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNumber() ? number(node) : null;
  }

  private static Number number(JsonNode node) {
    double value = node.doubleValue();
    if (value != Math.rint(value) || Math.abs(value) > EXACT_INTEGERS) {
      return value;
    }
    long whole = (long) value;
    if (whole == (int) whole) {
      return (int) whole;
    }
    return whole;
  }

  /** Writes a value without white space; what JSON cannot hold is null. */
  static String stringify(@Nullable Object value) {
    Utf8Output out = new Utf8Output();
    write(value, out);
    return out.toText();
  }

  private static void write(@Nullable Object value, Utf8Output out) {
    if (value instanceof CharSequence text) {
      out.writeJsonString(text.toString());
    } else if (value instanceof Number number) {
      writeNumber(number, out);
    } else if (value instanceof Boolean) {
      out.writeAscii(value.toString());
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out);
    } else if (value instanceof Collection<?> items) {
      writeItems(items, out);
    } else if (value instanceof byte[] bytes) {
      writeBytes(bytes, out);
    } else if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      writeBytes(bytes, out);
    } else if (value instanceof Instant instant) {
      out.writeJsonString(DATE.format(instant));
    } else if (value instanceof ScenarioError error) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>(error.spec());
      properties.remove("message");
      writeMap(properties, out);
    } else if (value == null || value == Absent.VALUE) {
      out.writeAscii("null");
    } else {
      out.writeJsonString("(" + value.getClass().getName() + ")");
    }
  }

  private static void writeNumber(Number number, Utf8Output out) {
    if (number instanceof Double || number instanceof Float || number instanceof BigDecimal) {
      out.writeDouble(number.doubleValue());
    } else if (number instanceof BigInteger) {
      out.writeAscii(number.toString());
    } else {
      out.writeLong(number.longValue());
    }
  }

  private static void writeMap(Map<?, ?> map, Utf8Output out) {
    char separator = '{';
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() != Absent.VALUE) {
        out.writeByte(separator);
        out.writeJsonString(String.valueOf(entry.getKey()));
        out.writeByte(':');
        write(entry.getValue(), out);
        separator = ',';
      }
    }
    out.writeAscii(separator == '{' ? "{}" : "}");
  }

  private static void writeItems(Collection<?> items, Utf8Output out) {
    char separator = '[';
    for (Object item : items) {
      out.writeByte(separator);
      write(item, out);
      separator = ',';
    }
    out.writeAscii(separator == '[' ? "[]" : "]");
  }

  /** The form JavaScript gives a buffer. */
  private static void writeBytes(byte[] bytes, Utf8Output out) {
    List<Integer> values = new ArrayList<>();
    for (byte each : bytes) {
      values.add(each & 0xFF);
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("type", "Buffer");
    map.put("data", values);
    writeMap(map, out);
  }
}
