package dev.fastjava.schema;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How response schemas are compiled into serializers. Immutable.
 *
 * <p>Reference: Server, {@code serializerOpts}.
 *
 * @param rounding what becomes of the fraction of a number whose schema says {@code integer};
 *     {@link Rounding#TRUNC} by default
 * @param largeArrayMechanism how long arrays are written; {@link LargeArrayMechanism#DEFAULT} by
 *     default
 * @param largeArraySize from how many items on an array is long; 20000 by default
 * @param validateResponses whether a reply that breaks its schema is an error; false by default
 * @param warnDropped whether the properties that a schema dropped are warned about; false by
 *     default
 */
public record SerializationOptions(
    Rounding rounding,
    LargeArrayMechanism largeArrayMechanism,
    int largeArraySize,
    boolean validateResponses,
    boolean warnDropped) {

  private static final SerializationOptions DEFAULTS =
      new SerializationOptions(Rounding.TRUNC, LargeArrayMechanism.DEFAULT, 20_000, false, false);

  /** What becomes of the fraction of a number whose schema says {@code integer}. */
  public enum Rounding {
    /** Towards zero. */
    TRUNC,
    /** Down. */
    FLOOR,
    /** Up. */
    CEIL,
    /** To the nearest integer; halves go up, as with JavaScript's {@code Math.round}. */
    ROUND
  }

  /** How long arrays are written. */
  public enum LargeArrayMechanism {
    /** By their schema, like any array. */
    DEFAULT,
    /**
     * As plain JSON, without regard to the schema of their items. Nothing is filtered then: only
     * for arrays whose items hold nothing to hide.
     */
    JSON_STRINGIFY
  }

  /**
   * Returns the defaults.
   *
   * @return the options of a server that sets none
   */
  public static SerializationOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Reads options in the form the reference documents them, as plain values by name: {@code
   * rounding} ({@code "trunc"}, {@code "floor"}, {@code "ceil"}, {@code "round"}), {@code
   * largeArrayMechanism} ({@code "default"}, {@code "json-stringify"}) and {@code largeArraySize}
   * (an integer, or a text of one).
   *
   * @param options the values by name; what is missing keeps its default, unknown names are ignored
   * @return the options
   * @throws IllegalArgumentException when a value is not one of those
   */
  public static SerializationOptions from(Map<String, ?> options) {
    SerializationOptions result = DEFAULTS;
    Object rounding = options.get("rounding");
    if (rounding != null) {
      result = result.withRounding(parseRounding(rounding));
    }
    Object mechanism = options.get("largeArrayMechanism");
    if (mechanism != null) {
      result = result.withLargeArrayMechanism(parseMechanism(mechanism));
    }
    Object size = options.get("largeArraySize");
    if (size != null) {
      result = result.withLargeArraySize(parseSize(size));
    }
    return result;
  }

  /**
   * Returns these options with another rounding.
   *
   * @param value the rounding
   * @return a copy
   */
  public SerializationOptions withRounding(Rounding value) {
    return new SerializationOptions(
        value, largeArrayMechanism, largeArraySize, validateResponses, warnDropped);
  }

  /**
   * Returns these options with another way to write long arrays.
   *
   * @param value the mechanism
   * @return a copy
   */
  public SerializationOptions withLargeArrayMechanism(LargeArrayMechanism value) {
    return new SerializationOptions(
        rounding, value, largeArraySize, validateResponses, warnDropped);
  }

  /**
   * Returns these options with another bound for long arrays.
   *
   * @param value from how many items on an array is long
   * @return a copy
   */
  public SerializationOptions withLargeArraySize(int value) {
    return new SerializationOptions(
        rounding, largeArrayMechanism, value, validateResponses, warnDropped);
  }

  /**
   * Returns these options with or without a check of every reply against its schema, before it is
   * written: one that breaks it becomes an error with status 500, whose message names the property.
   * What the schema drops or fills in with a default breaks nothing. Values are checked as they
   * are, without the conversions of the serializer. It costs several times the writing itself:
   * meant for development and tests.
   *
   * @param value whether replies are checked
   * @return a copy
   */
  public SerializationOptions withResponseValidation(boolean value) {
    return new SerializationOptions(
        rounding, largeArrayMechanism, largeArraySize, value, warnDropped);
  }

  /**
   * Returns these options with or without a warning, {@code FJVWRN001}, that names the properties
   * which a reply had and its schema dropped, each once for each schema. It costs several times the
   * writing itself: meant for development and tests.
   *
   * @param value whether to warn
   * @return a copy
   */
  public SerializationOptions withDroppedPropertyWarning(boolean value) {
    return new SerializationOptions(
        rounding, largeArrayMechanism, largeArraySize, validateResponses, value);
  }

  private static Rounding parseRounding(Object value) {
    for (Rounding rounding : Rounding.values()) {
      if (rounding == value || rounding.name().toLowerCase(Locale.ROOT).equals(value)) {
        return rounding;
      }
    }
    throw new IllegalArgumentException("Unsupported integer rounding method " + value);
  }

  private static LargeArrayMechanism parseMechanism(Object value) {
    for (LargeArrayMechanism mechanism : LargeArrayMechanism.values()) {
      String name = mechanism.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (mechanism == value || name.equals(value)) {
        return mechanism;
      }
    }
    throw new IllegalArgumentException("Unsupported large array mechanism " + value);
  }

  private static int parseSize(Object value) {
    @Nullable Integer size = null;
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      size = clamp(((Number) value).doubleValue());
    } else if (value instanceof Number number && number.doubleValue() % 1 == 0) {
      size = clamp(number.doubleValue());
    } else if (value instanceof String text && text.matches("\\s*[+-]?\\d.*")) {
      size = clamp(Double.parseDouble(text.strip().replaceFirst("(?<=\\d)\\D.*", "")));
    }
    if (size == null) {
      throw new IllegalArgumentException(
          "Unsupported large array size. Expected integer-like, got "
              + (value instanceof Number ? "number" : "string")
              + " with value "
              + value);
    }
    return size;
  }

  private static int clamp(double value) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, value));
  }
}
