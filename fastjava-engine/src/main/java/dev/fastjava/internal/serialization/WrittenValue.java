package dev.fastjava.internal.serialization;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.SerializationContextExt;
import tools.jackson.databind.util.TokenBuffer;

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
    TokenBuffer written = context.bufferForValueConversion();
    context.serializeValue(written, bean, owner, alone);
    JsonNode object = mapper.readTree(written);
    JsonNode value = object.get(name);
    return value == null ? OMITTED : jackson.ofProperty(value);
  }
}
