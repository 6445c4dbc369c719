package dev.fastjava.internal.serialization;

import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.SerializationOptions.Rounding;
import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Writes values as integers, rounding what has a fraction. */
final class IntegerNode extends Node {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Rounding rounding;
  private final Conversions conversions;

  IntegerNode(Rounding rounding, Conversions conversions) {
    this.rounding = rounding;
    this.conversions = conversions;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (value instanceof Integer integer) {
      out.writeInt(integer);
    } else if (value instanceof Long integer) {
      out.writeLong(integer);
    } else if (value instanceof Double number) {
      writeDouble(number, out, depth);
    } else {
      writeOther(conversions.simplify(value), out);
    }
  }

  private void writeOther(@Nullable Object simple, Utf8Output out) {
    if (simple instanceof BigInteger integer) {
      out.writeAscii(integer.toString());
    } else if (simple instanceof BigDecimal decimal) {
      out.writeAscii(round(decimal).toString());
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
    writeDouble(value, value, out);
  }

  private void writeDouble(double number, @Nullable Object value, Utf8Output out) {
    if (!Double.isFinite(number)) {
      throw new SerializationException(
          "The value \"" + conversions.toText(value) + "\" cannot be converted to an integer.");
    }
    out.writeDouble(round(number));
  }

  private double round(double number) {
    double below = Math.floor(number);
    return switch (rounding) {
      case TRUNC -> number < 0 ? Math.ceil(number) : below;
      case FLOOR -> below;
      case CEIL -> Math.ceil(number);
      case ROUND -> number - below >= 0.5 ? below + 1 : below;
    };
  }

  private BigInteger round(BigDecimal number) {
    return switch (rounding) {
      case TRUNC -> number.toBigInteger();
      case FLOOR -> number.setScale(0, RoundingMode.FLOOR).toBigInteger();
      case CEIL -> number.setScale(0, RoundingMode.CEILING).toBigInteger();
      case ROUND -> number.add(HALF).setScale(0, RoundingMode.FLOOR).toBigInteger();
    };
  }
}
