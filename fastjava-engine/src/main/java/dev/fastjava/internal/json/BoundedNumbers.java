package dev.fastjava.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Lets no text become a number that is short only as it is written: {@code 1e2000000} has nine
 * characters, and two million digits as soon as it is a {@code BigInteger}, or somebody adds to it.
 */
final class BoundedNumbers extends StdScalarDeserializer<Number> {
  /** As many zeros as numbers may have digits. */
  private static final int MOST_ZEROS = JsonLimits.DEFAULT.maxNumberLength();

  private final ValueDeserializer<Object> unbounded;

  private BoundedNumbers(Class<? extends Number> type, ValueDeserializer<Object> unbounded) {
    super(type);
    this.unbounded = unbounded;
  }

  /** Returns a mapper with the bound; what an application reads by its own it keeps. */
  static JsonMapper in(JsonMapper mapper) {
    SimpleModule module = new SimpleModule(BoundedNumbers.class.getName());
    JsonMapper plain = new JsonMapper();
    boolean any = add(BigDecimal.class, BigDecimal::new, mapper, plain, module);
    any |= add(BigInteger.class, BigInteger::new, mapper, plain, module);
    any |= add(Number.class, null, mapper, plain, module);
    return any ? mapper.rebuild().addModule(module).build() : mapper;
  }

  @SuppressWarnings("unchecked") // reads what the class stands for
  private static <N extends Number> boolean add(
      Class<N> type,
      @Nullable Function<String, N> reader,
      JsonMapper mapper,
      JsonMapper plain,
      SimpleModule module) {
    ValueDeserializer<Object> own = deserializer(mapper, type);
    boolean any = own.getClass() == deserializer(plain, type).getClass();
    if (any) {
      module.addDeserializer(
          type, (ValueDeserializer<N>) (ValueDeserializer<?>) new BoundedNumbers(type, own));
    }
    if (reader != null && key(mapper, type).getClass() == key(plain, type).getClass()) {
      module.addKeyDeserializer(type, new Key(type, reader));
      any = true;
    }
    return any;
  }

  private static ValueDeserializer<Object> deserializer(JsonMapper mapper, Class<?> type) {
    return mapper._deserializationContext().findRootValueDeserializer(mapper.constructType(type));
  }

  private static KeyDeserializer key(JsonMapper mapper, Class<?> type) {
    return mapper._deserializationContext().findKeyDeserializer(mapper.constructType(type), null);
  }

  private static boolean isEndless(Number value) {
    return value instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) > MOST_ZEROS;
  }

  @Override
  public @Nullable Number deserialize(JsonParser in, DeserializationContext context) {
    // Before a whole number is made of it, which would write all the zeros down.
    if (handledType() == BigInteger.class
        && in.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
        && !in.isNaN()
        && isEndless(in.getDecimalValue())) {
      return refused(in, context);
    }
    Number value = (Number) unbounded.deserialize(in, context);
    return value != null && isEndless(value) ? refused(in, context) : value;
  }

  private @Nullable Number refused(JsonParser in, DeserializationContext context) {
    return (Number)
        context.handleWeirdStringValue(
            handledType(), in.getString(), "has more than %d zeros", MOST_ZEROS);
  }

  @Override
  public @Nullable Object getNullValue(DeserializationContext context) {
    return unbounded.getNullValue(context);
  }

  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return unbounded.getAbsentValue(context);
  }

  @Override
  public @Nullable Object getEmptyValue(DeserializationContext context) {
    return unbounded.getEmptyValue(context);
  }

  /** Reads the keys of maps: their texts have no bound of numbers. */
  private static final class Key extends KeyDeserializer {
    private final Class<? extends Number> type;
    private final Function<String, ? extends Number> reader;

    Key(Class<? extends Number> type, Function<String, ? extends Number> reader) {
      this.type = type;
      this.reader = reader;
    }

    @Override
    public @Nullable Object deserializeKey(String key, DeserializationContext context) {
      if (key.length() > MOST_ZEROS) {
        return context.handleWeirdKey(type, key, "is longer than %d characters", MOST_ZEROS);
      }
      try {
        Number value = reader.apply(key);
        return isEndless(value)
            ? context.handleWeirdKey(type, key, "has more than %d zeros", MOST_ZEROS)
            : value;
      } catch (NumberFormatException e) {
        return context.handleWeirdKey(type, key, "not a valid representation");
      }
    }
  }
}
