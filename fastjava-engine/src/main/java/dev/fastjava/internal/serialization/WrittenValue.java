package dev.fastjava.internal.serialization;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.SerializationContextExt;

/**
 * Reads a property as what Jackson writes for it: for properties with annotations about their
 * values, which no code of ours may second-guess.
 */
final class WrittenValue {
  /** What stands for a property that Jackson leaves out. */
  static final Object OMITTED = new Object();

  private final ObjectMapper mapper;
  private final JacksonValues jackson;
  private final String name;
  private final JavaType owner;
  private final ValueSerializer<Object> alone;

  WrittenValue(ObjectMapper mapper, JacksonValues jackson, BeanPropertyWriter property) {
    this.mapper = mapper;
    this.jackson = jackson;
    this.name = property.getName();
    this.owner = mapper.constructType(property.getMember().getDeclaringClass());
    this.alone = new JacksonOutput.Alone(property);
  }

  /** Returns plain values, null, or {@link #OMITTED}. */
  @Nullable Object of(Object bean) {
    SerializationContextExt context = mapper._serializationContext();
    SourcedBuffer written = JacksonValues.buffer(context);
    context.serializeValue(written, bean, owner, alone);
    return jackson.read(written) instanceof Map<?, ?> object && object.containsKey(name)
        ? object.get(name)
        : OMITTED;
  }
}
