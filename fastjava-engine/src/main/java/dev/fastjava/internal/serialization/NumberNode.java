package dev.fastjava.internal.serialization;

import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes values as numbers. */
final class NumberNode extends Node {
  private final Conversions conversions;

  NumberNode(Conversions conversions) {
    this.conversions = conversions;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (value instanceof Double number) {
      writeDouble(number, out, depth);
    } else if (value instanceof Integer integer) {
      out.writeInt(integer);
    } else if (value instanceof Long integer) {
      out.writeLong(integer);
    } else {
      writeOther(conversions.simplify(value), out);
    }
  }

  private void writeOther(@Nullable Object simple, Utf8Output out) {
    if (simple instanceof BigDecimal decimal) {
      out.writeAscii(decimal.toString());
    } else if (simple instanceof Float number && !number.isNaN()) {
      out.writeFloat(number);
    } else if (simple instanceof Long integer) {
      out.writeLong(integer); // what Jackson wrote, with all its digits
    } else {
      writeDouble(conversions.toNumber(simple), simple, out);
    }
  }

  @Override
  void writeInt(int value, Utf8Output out, int depth) {
    out.writeInt(value);
  }

  @Override
  void writeLong(long value, Utf8Output out, int depth) {
    out.writeLong(value);
  }

  @Override
  void writeDouble(double value, Utf8Output out, int depth) {
    if (Double.isNaN(value)) {
      throw notANumber("NaN");
    }
    out.writeDouble(value);
  }

  private void writeDouble(double number, @Nullable Object value, Utf8Output out) {
    if (Double.isNaN(number)) {
      throw notANumber(conversions.toText(value));
    }
    out.writeDouble(number);
  }

  private static SerializationException notANumber(String text) {
    return new SerializationException(
        "The value \"" + text + "\" cannot be converted to a number.");
  }
}
