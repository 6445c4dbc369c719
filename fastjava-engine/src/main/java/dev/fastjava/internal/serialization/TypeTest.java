package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriterTemporals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether a simplified value is of a type, where a schema names several. */
enum TypeTest {
  NULL,
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  OBJECT,
  ARRAY;

  static TypeTest of(String type) {
    return valueOf(type.toUpperCase(Locale.ROOT));
  }

  /** Tells it for an entry of a list of types, where null is taken by whatever stands first. */
  boolean accepts(@Nullable Object value) {
    return value == null ? this != ARRAY : this == OBJECT ? isObject(value) : acceptsValue(value);
  }

  /** Tells it for the item of a tuple, where only a plain object is one. */
  boolean acceptsItem(@Nullable Object value) {
    if (value == null) {
      return this == NULL || this == STRING;
    }
    if (this == OBJECT) {
      return isObject(value) && !JsonWriterTemporals.isTemporal(value);
    }
    return acceptsValue(value)
        && (this != NUMBER || Double.isFinite(((Number) value).doubleValue()));
  }

  private boolean acceptsValue(Object value) {
    return switch (this) {
      case NULL, OBJECT -> false;
      case STRING ->
          value instanceof String || value instanceof List || JsonWriterTemporals.isTemporal(value);
      case INTEGER -> value instanceof Number number && isInteger(number);
      // As in JavaScript, where the type of an integer of any size is "bigint".
      case NUMBER -> value instanceof Number && !(value instanceof BigInteger);
      case BOOLEAN -> value instanceof Boolean;
      case ARRAY -> value instanceof List;
    };
  }

  private static boolean isObject(Object value) {
    return !(value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof List);
  }

  private static boolean isInteger(Number number) {
    if (number instanceof Double || number instanceof Float) {
      double real = number.doubleValue();
      return real == Math.rint(real) && Double.isFinite(real);
    }
    if (number instanceof BigDecimal decimal) {
      return decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0;
    }
    return !(number instanceof BigInteger);
  }
}
