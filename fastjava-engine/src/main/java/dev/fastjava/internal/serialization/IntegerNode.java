package dev.fastjava.internal.serialization;

import dev.fastjava.schema.SerializationOptions.Rounding;
import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Writes values as integers, rounding what has a fraction. */
final class IntegerNode extends NumberNode {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Rounding rounding;

  IntegerNode(Rounding rounding, Conversions conversions) {
    super(conversions, "an integer");
    this.rounding = rounding;
  }

  @Override
  boolean writesExactly(@Nullable Object simple, Utf8Output out) {
    if (!(simple instanceof BigInteger || simple instanceof BigDecimal)) {
      return false;
    }
    Object whole = simple instanceof BigDecimal decimal ? round(decimal) : simple;
    out.writeAscii(whole.toString());
    return true;
  }

  @Override
  boolean takes(double number) {
    return Double.isFinite(number);
  }

  @Override
  double round(double number) {
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
