package dev.fastjava.internal.types;

import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.NullValueProvider;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.impl.NullsConstantProvider;
import tools.jackson.databind.deser.std.ContainerDeserializerBase;
import tools.jackson.databind.type.LogicalType;

/**
 * What a property was given to be read by: a module may put a deserializer of its own, or a whole
 * property of its own, in the place of Jackson's; annotations and settings say what null becomes.
 */
final class GivenReading {
  /** What Jackson makes of null. */
  enum OfNull {
    /** Null, or whatever the type has for it. */
    AS_DECLARED,
    /** Something else: a value for nothing, or what was there before. */
    READ,
    /** An error. */
    REFUSED
  }

  private final ObjectMapper mapper;
  private final DeserializationContext context;

  GivenReading(ObjectMapper mapper, DeserializationContext context) {
    this.mapper = mapper;
    this.context = context;
  }

  /** Tells whether a module has a property read by something else than its type is read by. */
  boolean isAssigned(SettableBeanProperty property) {
    if (property instanceof SettableBeanProperty.Delegating delegating
        && isOfJackson(property)
        && delegating.getDelegate() != property) {
      return isAssigned(delegating.getDelegate());
    }
    if (!isOfJackson(property)) {
      return true;
    }
    if (!property.hasValueDeserializer()) {
      return false;
    }
    JavaType type = property.getType();
    ValueDeserializer<?> usual = context.findContextualValueDeserializer(type, property);
    // Of some classes Jackson makes a new one each time; there one tells nothing about another.
    boolean isOne = usual == context.findContextualValueDeserializer(type, property);
    return !isSame(property.getValueDeserializer(), usual, isOne);
  }

  private static boolean isOfJackson(SettableBeanProperty property) {
    return property.getClass().getName().startsWith("tools.jackson.databind.");
  }

  private boolean isSame(
      @Nullable ValueDeserializer<?> given, @Nullable ValueDeserializer<?> usual, boolean isOne) {
    if (given == usual) {
      return true;
    }
    if (given == null || usual == null || given.getClass() != usual.getClass()) {
      return false;
    }
    if (given instanceof ContainerDeserializerBase<?> container
        && usual instanceof ContainerDeserializerBase<?> other) {
      return isSame(container.getContentDeserializer(), other.getContentDeserializer(), false);
    }
    ValueDeserializer<?> inner = given.getDelegatee();
    if (inner != null) {
      return isSame(inner, usual.getDelegatee(), false);
    }
    // Those of beans and enums a mapper may forget, and make others like them.
    LogicalType kind = given.logicalType();
    if (kind == LogicalType.POJO || kind == LogicalType.Enum) {
      return true;
    }
    return !isOne && readsLike(given, usual);
  }

  /** Two of one class may be set up otherwise: with a pattern of dates, say. */
  private boolean readsLike(ValueDeserializer<?> one, ValueDeserializer<?> other) {
    JsonNode sample = DefaultForms.sample(one.handledType());
    return sample == null || DefaultForms.equal(read(sample, one), read(sample, other));
  }

  private @Nullable Object read(JsonNode value, ValueDeserializer<?> deserializer) {
    try (JsonParser parser = mapper.treeAsTokens(value)) {
      parser.nextToken();
      return deserializer.deserialize(parser, context);
    } catch (JacksonException e) {
      return e.getClass();
    }
  }

  /** What becomes of null in the place of a property. */
  OfNull ofNull(SettableBeanProperty property) {
    NullValueProvider provider = property.getNullValueProvider();
    Nulls said = property.getMetadata().getValueNulls();
    boolean isSaid = said != null && said != Nulls.DEFAULT && said != Nulls.SET;
    if (!isSaid && property.hasValueDeserializer() && provider == property.getValueDeserializer()) {
      return OfNull.AS_DECLARED;
    }
    if (NullsConstantProvider.isSkipper(provider)) {
      // A creator has to be given something: there is nothing that was there before.
      return !property.isCreatorProperty()
          ? OfNull.READ
          : property.getType().isPrimitive() ? OfNull.REFUSED : OfNull.AS_DECLARED;
    }
    try {
      return provider.getNullValue(context) != null ? OfNull.READ : OfNull.AS_DECLARED;
    } catch (JacksonException e) {
      return OfNull.REFUSED;
    }
  }

  /** What becomes of null inside of a property's list, array or map. */
  static OfNull ofNullInside(SettableBeanProperty property) {
    return ofNullInside(property.getMetadata().getContentNulls());
  }

  /** What a setting makes of null inside of lists, arrays and maps. */
  static OfNull ofNullInside(@Nullable Nulls said) {
    return said == Nulls.SKIP || said == Nulls.AS_EMPTY
        ? OfNull.READ
        : said == Nulls.FAIL ? OfNull.REFUSED : OfNull.AS_DECLARED;
  }
}
