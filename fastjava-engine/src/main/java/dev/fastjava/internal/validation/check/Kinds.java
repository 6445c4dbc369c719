package dev.fastjava.internal.validation.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kinds of values as bits, so that a set of JSON types is one integer. */
public final class Kinds {
  /** null. */
  public static final int NULL = 1;

  /** True or false. */
  public static final int BOOLEAN = 1 << 1;

  /** A number without fraction. */
  public static final int WHOLE = 1 << 2;

  /** A number with a fraction. */
  public static final int FRACTION = 1 << 3;

  /** An infinity. */
  public static final int INFINITE = 1 << 4;

  /** Not a number. */
  public static final int NAN = 1 << 5;

  /** A string. */
  public static final int STRING = 1 << 6;

  /** A list. */
  public static final int ARRAY = 1 << 7;

  /** A map, and everything that is no JSON value. */
  public static final int OBJECT = 1 << 8;

  private Kinds() {}

  /** The kind of a value. */
  public static int of(@Nullable Object value) {
    if (value instanceof String) {
      return STRING;
    }
    if (value instanceof Integer) {
      return WHOLE;
    }
    if (value instanceof Map) {
      return OBJECT;
    }
    if (value instanceof List) {
      return ARRAY;
    }
    if (value instanceof Boolean) {
      return BOOLEAN;
    }
    if (value == null) {
      return NULL;
    }
    return value instanceof Number number ? ofNumber(number) : OBJECT;
  }

  private static int ofNumber(Number number) {
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (value == Math.rint(value)) {
        return Double.isInfinite(value) ? INFINITE : WHOLE;
      }
      return Double.isNaN(value) ? NAN : FRACTION;
    }
    if (number instanceof BigDecimal decimal) {
      return isWhole(decimal) ? WHOLE : FRACTION;
    }
    return number instanceof Long
            || number instanceof BigInteger
            || number instanceof Short
            || number instanceof Byte
        ? WHOLE
        : ofNumber(number.doubleValue());
  }

  /** Without stripping zeros first: the scale of a hostile number may be huge. */
  private static boolean isWhole(BigDecimal decimal) {
    if (decimal.scale() <= 0 || decimal.signum() == 0) {
      return true;
    }
    int digitsBeforeThePoint = decimal.precision() - decimal.scale();
    return digitsBeforeThePoint > 0 && decimal.stripTrailingZeros().scale() <= 0;
  }

  /**
   * The kinds of a JSON type.
   *
   * @param finiteOnly whether NaN and the infinities are no numbers
   */
  public static int ofType(String type, boolean finiteOnly) {
    return switch (type) {
      case "null" -> NULL;
      case "boolean" -> BOOLEAN;
      case "integer" -> finiteOnly ? WHOLE : WHOLE | INFINITE;
      case "number" -> finiteOnly ? WHOLE | FRACTION : WHOLE | FRACTION | INFINITE | NAN;
      case "string" -> STRING;
      case "array" -> ARRAY;
      case "object" -> OBJECT;
      default -> throw new IllegalArgumentException("no JSON type: " + type);
    };
  }
}
