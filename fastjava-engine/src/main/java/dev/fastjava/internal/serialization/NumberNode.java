package dev.fastjava.internal.serialization;

import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes values as numbers. */
class NumberNode extends Node {
  private final Conversions conversions;
  private final String wanted;

  NumberNode(Conversions conversions) {
    this(conversions, "a number");
  }

  /** Creates a node; what is wanted is told of values that are none. */
  NumberNode(Conversions conversions, String wanted) {
    this.conversions = conversions;
    this.wanted = wanted;
  }

  @Override
  final void write(@Nullable Object value, Utf8Output out, int depth) {
    if (value instanceof Integer integer) {
      out.writeInt(integer);
    } else if (value instanceof Double number) {
      writeDouble(number, out, depth);
    } else if (value instanceof Long integer) {
      out.writeLong(integer);
    } else {
      writeOther(conversions.simplify(value), out, depth);
    }
  }

  private void writeOther(@Nullable Object simple, Utf8Output out, int depth) {
    if (simple instanceof Long integer) {
      out.writeLong(integer); // what Jackson wrote, with all its digits
    } else if (!writesExactly(simple, out)) {
      double number = conversions.toNumber(simple);
      if (!takes(number)) {
        throw mismatch(conversions.toText(simple));
      }
      writeDouble(number, out, depth);
    }
  }

  /** Writes a number whose digits a double may not have; false when it is none. */
  boolean writesExactly(@Nullable Object simple, Utf8Output out) {
    if (simple instanceof BigDecimal decimal) {
      out.writeAscii(decimal.toString());
    } else if (simple instanceof Float number && !number.isNaN()) {
      out.writeFloat(number);
    } else {
      return false;
    }
    return true;
  }

  /** Whether a number has a text. */
  boolean takes(double number) {
    return !Double.isNaN(number);
  }

  /** The number that is written for one. */
  double round(double number) {
    return number;
  }

  @Override
  final void writeInt(int value, Utf8Output out, int depth) {
    out.writeInt(value);
  }

  @Override
  final void writeLong(long value, Utf8Output out, int depth) {
    out.writeLong(value);
  }

  @Override
  final void writeDouble(double value, Utf8Output out, int depth) {
    if (!takes(value)) {
      throw mismatch(conversions.toText(value));
    }
    out.writeDouble(round(value));
  }

  private SerializationException mismatch(String text) {
    return new SerializationException(
        "The value \"" + text + "\" cannot be converted to " + wanted + ".");
  }
}
