package dev.fastjava.internal.serialization;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.BeanSerializer;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.UnrolledBeanSerializer;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.impl.UnknownSerializer;

/**
 * What properties the instances of a class have, in the eyes of Jackson: its annotations, naming
 * strategies and modules decide names and visibility, so that a reply looks the same with a schema
 * and without one.
 */
final class BeanShapes {
  private final ObjectMapper mapper;
  private final Map<Class<?>, BeanShape> shapes = new ConcurrentHashMap<>();

  BeanShapes(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The properties of a class.
   *
   * @param readable the properties by name, in Jackson's order; null when an instance is not simply
   *     its properties, and only Jackson itself can tell how it looks
   */
  record BeanShape(@Nullable List<BeanProperty> readable) {
    boolean hasProperties() {
      return readable != null;
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
    return shape != null ? shape : shapes.computeIfAbsent(type, this::introspect);
  }

  private BeanShape introspect(Class<?> type) {
    ValueSerializer<?> serializer =
        mapper._serializationContext().findTypedValueSerializer(type, true);
    if (serializer instanceof UnknownSerializer) {
      return new BeanShape(List.of());
    }
    if (!isPlain(serializer)) {
      return new BeanShape(null);
    }
    List<BeanProperty> properties = new ArrayList<>();
    for (Iterator<PropertyWriter> all = serializer.properties(); all.hasNext(); ) {
      PropertyWriter property = all.next();
      if (!isPlain(property)) {
        return new BeanShape(null);
      }
      Include inclusion =
          property.findPropertyInclusion(mapper.serializationConfig(), type).getValueInclusion();
      if (inclusion == Include.NON_DEFAULT || inclusion == Include.CUSTOM) {
        return new BeanShape(null); // only Jackson knows the defaults
      }
      properties.add(
          new BeanProperty((BeanPropertyWriter) property, inclusion == Include.NON_EMPTY));
    }
    return new BeanShape(List.copyOf(properties));
  }

  private boolean isPlain(ValueSerializer<?> serializer) {
    // Other classes than these unwrap, wrap into arrays, or are made by modules.
    return (serializer.getClass() == BeanSerializer.class
            || serializer.getClass() == UnrolledBeanSerializer.class)
        && !serializer.usesObjectId()
        && ((BeanSerializerBase) serializer).getFilterId() == null
        && mapper.serializationConfig().getActiveView() == null;
  }

  private static boolean isPlain(PropertyWriter property) {
    // Subclasses hold any-getters, unwrapped and virtual properties.
    return property.getClass() == BeanPropertyWriter.class
        && ((BeanPropertyWriter) property).getTypeSerializer() == null
        && property.getAnnotation(JsonFormat.class) == null
        && property.getAnnotation(JsonSerialize.class) == null
        && property.getAnnotation(JsonRawValue.class) == null;
  }
}
