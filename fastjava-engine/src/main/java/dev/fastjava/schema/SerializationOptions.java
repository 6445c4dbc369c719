package dev.fastjava.schema;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How response schemas are compiled into serializers. Immutable.
 *
 * <p>Reference: Server, {@code serializerOpts}.
 */
public final class SerializationOptions {
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

  private static final SerializationOptions DEFAULTS = new SerializationOptions(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private SerializationOptions(Builder values) {
    this.values = values;
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
   * Makes options.
   *
   * @param options sets them; the others have their defaults
   * @return the options
   */
  public static SerializationOptions of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public SerializationOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return new SerializationOptions(new Builder(builder));
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
    return of(
        o -> {
          Object rounding = options.get("rounding");
          if (rounding != null) {
            o.rounding(parseRounding(rounding));
          }
          Object mechanism = options.get("largeArrayMechanism");
          if (mechanism != null) {
            o.largeArrayMechanism(parseMechanism(mechanism));
          }
          Object size = options.get("largeArraySize");
          if (size != null) {
            o.largeArraySize(parseSize(size));
          }
        });
  }

  /**
   * Returns what becomes of the fraction of a number whose schema says {@code integer}.
   *
   * @return {@link Rounding#TRUNC} by default
   */
  public Rounding rounding() {
    return values.rounding;
  }

  /**
   * Returns how long arrays are written.
   *
   * @return {@link LargeArrayMechanism#DEFAULT} by default
   */
  public LargeArrayMechanism largeArrayMechanism() {
    return values.largeArrayMechanism;
  }

  /**
   * Returns from how many items on an array is long.
   *
   * @return 20,000 by default
   */
  public int largeArraySize() {
    return values.largeArraySize;
  }

  /**
   * Returns whether a reply that breaks its schema is an error.
   *
   * @return false by default
   */
  public boolean validateResponses() {
    return values.validateResponses;
  }

  /**
   * Returns whether the properties that a schema dropped are warned about.
   *
   * @return false by default
   */
  public boolean warnDropped() {
    return values.warnDropped;
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

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private Rounding rounding = Rounding.TRUNC;
    private LargeArrayMechanism largeArrayMechanism = LargeArrayMechanism.DEFAULT;
    private int largeArraySize = 20_000;
    private boolean validateResponses;
    private boolean warnDropped;

    private Builder() {}

    private Builder(Builder from) {
      rounding = from.rounding;
      largeArrayMechanism = from.largeArrayMechanism;
      largeArraySize = from.largeArraySize;
      validateResponses = from.validateResponses;
      warnDropped = from.warnDropped;
    }

    /**
     * Sets what becomes of the fraction of a number whose schema says {@code integer}.
     *
     * @param rounding {@link Rounding#TRUNC} by default
     * @return this
     */
    public Builder rounding(Rounding rounding) {
      this.rounding = Objects.requireNonNull(rounding, "rounding");
      return this;
    }

    /**
     * Sets how long arrays are written.
     *
     * @param largeArrayMechanism {@link LargeArrayMechanism#DEFAULT} by default
     * @return this
     */
    public Builder largeArrayMechanism(LargeArrayMechanism largeArrayMechanism) {
      this.largeArrayMechanism = Objects.requireNonNull(largeArrayMechanism, "largeArrayMechanism");
      return this;
    }

    /**
     * Sets from how many items on an array is long.
     *
     * @param largeArraySize 20,000 by default
     * @return this
     */
    public Builder largeArraySize(int largeArraySize) {
      this.largeArraySize = largeArraySize;
      return this;
    }

    /**
     * Sets whether every reply is checked against its schema before it is written: one that breaks
     * it becomes an error with status 500, whose message names the property. What the schema drops
     * or fills in with a default breaks nothing. Values are checked as they are, without the
     * conversions of the serializer. It costs several times the writing itself: meant for
     * development and tests.
     *
     * @param validateResponses false by default
     * @return this
     */
    public Builder validateResponses(boolean validateResponses) {
      this.validateResponses = validateResponses;
      return this;
    }

    /**
     * Sets whether there is a warning, {@code FJVWRN001}, that names the properties which a reply
     * had and its schema dropped, each once for each schema. It costs several times the writing
     * itself: meant for development and tests.
     *
     * @param warnDropped false by default
     * @return this
     */
    public Builder warnDropped(boolean warnDropped) {
      this.warnDropped = warnDropped;
      return this;
    }
  }
}
