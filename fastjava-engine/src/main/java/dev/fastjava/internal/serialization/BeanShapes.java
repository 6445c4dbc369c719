package dev.fastjava.internal.serialization;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.fastjava.internal.json.PlainMapper;
import dev.fastjava.internal.types.PlainProperties;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.AnyGetterWriter;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.VirtualBeanPropertyWriter;
import tools.jackson.databind.ser.impl.UnknownSerializer;

/**
 * What properties the instances of a class have, in the eyes of Jackson: its annotations, naming
 * strategies and modules decide names and visibility, so that a reply looks the same with a schema
 * and without one.
 */
final class BeanShapes {
  /** More classes than applications reply with, unless they make classes at run time. */
  private static final int MOST_CLASSES = 2_000;

  private final ObjectMapper mapper;
  private final JacksonValues jackson;
  private final PlainMapper plainMapper;
  private final Map<Class<?>, BeanShape> shapes = new ConcurrentHashMap<>();

  BeanShapes(ObjectMapper mapper, JacksonValues jackson, PlainMapper plainMapper) {
    this.plainMapper = plainMapper;
    this.mapper = mapper;
    this.jackson = jackson;
  }

  /**
   * The properties of a class.
   *
   * @param readable the properties by name, in Jackson's order; null when an instance is not simply
   *     its properties, and only Jackson itself can tell how it looks
   */
  record BeanShape(@Nullable List<BeanProperty> readable) {
    boolean isEmpty() {
      return readable == null || readable.isEmpty();
    }

    boolean hasProperties() {
      return readable != null;
    }

    /** The same with some of the properties alone. */
    BeanShape only(Predicate<String> names) {
      return new BeanShape(
          readable == null
              ? null
              : readable.stream().filter(each -> names.test(each.name())).toList());
    }

    @Nullable BeanProperty property(String name) {
      if (readable != null) {
        for (BeanProperty property : readable) {
          if (property.name().equals(name)) {
            return property;
          }
        }
      }
      return null;
    }
  }

  BeanShape of(Class<?> type) {
    BeanShape shape = shapes.get(type);
    return shape != null ? shape : remember(type);
  }

  private BeanShape remember(Class<?> type) {
    if (shapes.size() >= MOST_CLASSES) {
      shapes.clear();
    }
    return shapes.computeIfAbsent(type, this::introspect);
  }

  /** The properties of a type whose parameters are known. */
  BeanShape of(JavaType type) {
    return type.hasGenericTypes() ? introspect(type) : of(type.getRawClass());
  }

  /** Tells whether instances of a type are written with the name of their class. */
  boolean isTagged(JavaType type) {
    return mapper._serializationContext().findTypeSerializer(type) != null;
  }

  private BeanShape introspect(Class<?> type) {
    return introspect(mapper.constructType(type));
  }

  private BeanShape introspect(JavaType type) {
    ValueSerializer<?> serializer =
        mapper._serializationContext().findTypedValueSerializer(type, true);
    if (serializer instanceof UnknownSerializer) {
      return new BeanShape(List.of());
    }
    if (!isPlain(serializer)) {
      return new BeanShape(null);
    }
    PlainProperties plain = new PlainProperties(mapper);
    List<BeanProperty> properties = new ArrayList<>();
    for (Iterator<PropertyWriter> all = serializer.properties(); all.hasNext(); ) {
      PropertyWriter property = all.next();
      if (!(property instanceof BeanPropertyWriter writer) || isSpread(writer)) {
        return new BeanShape(null);
      }
      properties.add(readable(writer, type.getRawClass(), plain));
    }
    return new BeanShape(List.copyOf(properties));
  }

  private BeanProperty readable(BeanPropertyWriter property, Class<?> type, PlainProperties plain) {
    Include inclusion =
        property.findPropertyInclusion(mapper.serializationConfig(), type).getValueInclusion();
    // Only Jackson knows the defaults and the filters of these.
    boolean known =
        inclusion != Include.NON_DEFAULT
            && inclusion != Include.CUSTOM
            && (inclusion != Include.NON_ABSENT || !property.getType().isReferenceType());
    return known && isPlainType(property.getType()) && plain.isPlain(property)
        ? BeanProperty.plain(property, inclusion == Include.NON_EMPTY)
        : BeanProperty.written(property, new WrittenValue(mapper, jackson, property));
  }

  /** Tells it of what has no class that is asked about when the value is there. */
  private boolean isPlainType(JavaType type) {
    return !(type.isPrimitive() || type.isContainerType() || type.isReferenceType())
        || plainMapper.isPlain(type.getRawClass());
  }

  /** Tells whether a property is none of its own: its value's properties stand in its place. */
  private static boolean isSpread(BeanPropertyWriter property) {
    return property.isUnwrapping()
        || property instanceof VirtualBeanPropertyWriter
        || property instanceof AnyGetterWriter;
  }

  private boolean isPlain(ValueSerializer<?> serializer) {
    return PlainProperties.isObject(serializer)
        && mapper.serializationConfig().getActiveView() == null;
  }
}
