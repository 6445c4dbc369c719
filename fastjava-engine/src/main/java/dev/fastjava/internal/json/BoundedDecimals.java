package dev.fastjava.internal.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Lets no text become a {@code BigDecimal} that is short only as it is written: {@code 1e2000000}
 * has ten characters, and two million digits as soon as somebody adds to it.
 */
final class BoundedDecimals extends StdScalarDeserializer<BigDecimal> {
  /** As many zeros as numbers may have digits. */
  private static final int MOST_ZEROS = JsonLimits.DEFAULT.maxNumberLength();

  private final ValueDeserializer<Object> unbounded;

  private BoundedDecimals(ValueDeserializer<Object> unbounded) {
    super(BigDecimal.class);
    this.unbounded = unbounded;
  }

  /** Returns a mapper with the bound; one with a deserializer of its own for decimals keeps it. */
  static JsonMapper in(JsonMapper mapper) {
    ValueDeserializer<Object> own = deserializer(mapper);
    if (own.getClass() != deserializer(new JsonMapper()).getClass()) {
      return mapper;
    }
    return mapper
        .rebuild()
        .addModule(
            new SimpleModule(BoundedDecimals.class.getName())
                .addDeserializer(BigDecimal.class, new BoundedDecimals(own)))
        .build();
  }

  private static ValueDeserializer<Object> deserializer(JsonMapper mapper) {
    return mapper
        ._deserializationContext()
        .findRootValueDeserializer(mapper.constructType(BigDecimal.class));
  }

  @Override
  public @Nullable BigDecimal deserialize(JsonParser in, DeserializationContext context) {
    BigDecimal value = (BigDecimal) unbounded.deserialize(in, context);
    if (value != null && Math.abs((long) value.scale()) > MOST_ZEROS) {
      return (BigDecimal)
          context.handleWeirdStringValue(
              BigDecimal.class, in.getString(), "has more than %d zeros", MOST_ZEROS);
    }
    return value;
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
}
