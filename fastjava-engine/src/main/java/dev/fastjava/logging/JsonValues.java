package dev.fastjava.logging;

import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Writes any value as JSON, hiding what a redaction covers. Circular references, great depth and
 * great size are cut, so that one careless call cannot harm the process.
 */
final class JsonValues {
  /** No further entries are written when the line has this many bytes. */
  static final int MAX_BYTES = 4 << 20;

  private JsonValues() {}

  /**
   * Writes a value.
   *
   * @param hidden what is hidden inside of the value; null for nothing
   * @param way how the value is reached
   */
  static void write(
      Utf8Output out, @Nullable Object value, @Nullable RedactionNode hidden, Ancestors way) {
    Object simple = LogValues.simplify(value);
    if (!writeScalar(out, simple)) {
      writeContainer(out, simple, hidden, way);
    }
  }

  private static void writeContainer(
      Utf8Output out, @Nullable Object container, @Nullable RedactionNode hidden, Ancestors way) {
    if (container instanceof Map<?, ?> map) {
      writeMap(out, map, hidden, way);
    } else if (container instanceof Collection<?> elements) {
      writeElements(out, elements, hidden, way);
    }
  }

  /** Writes a value that holds no others; false when it is a map or a collection. */
  private static boolean writeScalar(Utf8Output out, @Nullable Object simple) {
    if (simple instanceof String text) {
      LogText.writeJson(out, text);
    } else if (simple instanceof Number number) {
      writeNumber(out, number);
    } else if (simple == null) {
      out.writeAscii("null");
    } else if (simple instanceof Boolean truth) {
      out.writeAscii(truth ? "true" : "false");
    } else {
      return false;
    }
    return true;
  }

  private static void writeMap(
      Utf8Output out, Map<?, ?> map, @Nullable RedactionNode hidden, Ancestors way) {
    if (way.contains(map)) {
      out.writeAscii("\"[Circular]\"");
      return;
    }
    if (way.isTooDeep()) {
      out.writeAscii("\"[Object]\"");
      return;
    }
    out.writeByte('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = LogValues.textOf(entry.getKey());
      Object value = entry.getValue();
      RedactionNode node = hidden == null ? null : hidden.at(key);
      if (out.size() > MAX_BYTES) {
        break;
      }
      if (node != null && node.isHidden()) {
        if (node.removes()) {
          continue;
        }
        value = node.censored(value, way.entry(map, key).path());
        node = null;
      }
      if (!first) {
        out.writeByte(',');
      }
      first = false;
      LogText.writeJson(out, key);
      out.writeByte(':');
      Object simple = LogValues.simplify(value);
      if (!writeScalar(out, simple)) {
        writeContainer(out, simple, node, way.entry(map, key));
      }
    }
    out.writeByte('}');
  }

  private static void writeElements(
      Utf8Output out, Collection<?> elements, @Nullable RedactionNode hidden, Ancestors way) {
    if (way.contains(elements)) {
      out.writeAscii("\"[Circular]\"");
      return;
    }
    if (way.isTooDeep()) {
      out.writeAscii("\"[Array]\"");
      return;
    }
    out.writeByte('[');
    int index = 0;
    for (Object element : elements) {
      if (out.size() > MAX_BYTES) {
        break;
      }
      if (index > 0) {
        out.writeByte(',');
      }
      Object value = element;
      RedactionNode node = hidden == null ? null : hidden.at(index);
      if (node != null && node.isHidden()) {
        // A removed element leaves null behind, the others keep their places.
        value = node.censored(value, way.element(elements, index).path());
        node = null;
      }
      Object simple = LogValues.simplify(value);
      if (!writeScalar(out, simple)) {
        writeContainer(out, simple, node, way.element(elements, index));
      }
      index++;
    }
    out.writeByte(']');
  }

  private static void writeNumber(Utf8Output out, Number number) {
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      out.writeInt(number.intValue());
    } else if (number instanceof Long
        || number instanceof AtomicInteger
        || number instanceof AtomicLong
        || number instanceof LongAdder) {
      out.writeLong(number.longValue());
    } else if (number instanceof BigInteger || number instanceof BigDecimal) {
      out.writeAscii(number.toString());
    } else if (number instanceof Float) {
      out.writeFloat(number.floatValue());
    } else {
      out.writeDouble(number.doubleValue());
    }
  }
}
