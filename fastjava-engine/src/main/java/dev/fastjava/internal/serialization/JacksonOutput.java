package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.OutputSink;
import dev.fastjava.internal.serialization.JavaWriters.ValueWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.SerializationContextExt;
import tools.jackson.databind.util.TokenBuffer;

/** Lets Jackson write into the middle of an output. Thread-safe. */
final class JacksonOutput {
  private final ObjectMapper mapper;
  private final Map<Class<?>, ValueWriter> inside = new ConcurrentHashMap<>();

  JacksonOutput(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** What writes a reply of a declared type, with all that Jackson adds to a root. */
  ValueWriter declared(JavaType type) {
    ObjectWriter writer = mapper.writerFor(type);
    return (value, out, depth) -> writer.writeValue(new OutputSink(out), value);
  }

  /** What {@link #declared} writes, as a tree. */
  JsonNode treeOf(JavaType type, Object value) {
    TokenBuffer written = mapper._serializationContext().bufferForValueConversion();
    mapper.writerFor(type).writeValue(written, value);
    return mapper.readTree(written);
  }

  /** What writes instances of a class inside of others: without a root's tag or name. */
  ValueWriter inside(Class<?> type) {
    return inside.computeIfAbsent(
        type,
        key -> {
          JavaType javaType = mapper.constructType(key);
          return (value, out, depth) -> {
            SerializationContextExt context = mapper._serializationContext();
            write(
                value,
                javaType,
                context.findContentValueSerializer(javaType, null),
                context,
                new OutputSink(out));
          };
        });
  }

  /**
   * What writes one property of a record or bean, with the comma before it, as {@link Member}s do;
   * nothing when Jackson leaves it out.
   */
  ValueWriter property(BeanPropertyWriter property) {
    ValueSerializer<Object> alone = new Alone(property);
    JavaType owner = mapper.constructType(property.getMember().getDeclaringClass());
    return (bean, out, depth) -> {
      int start = out.size();
      write(bean, owner, alone, mapper._serializationContext(), new OutputSink(out));
      int end = out.size();
      if (end - start <= 2) {
        out.truncate(start);
      } else {
        out.array()[start] = ',';
        out.truncate(end - 1);
      }
    };
  }

  private void write(
      Object value,
      JavaType type,
      ValueSerializer<Object> serializer,
      SerializationContextExt context,
      OutputSink sink) {
    try (JsonGenerator generator = mapper.createGenerator(sink)) {
      context.serializeValue(generator, value, type, serializer);
    }
  }

  /** Writes a bean as an object with one of its properties. */
  static final class Alone extends ValueSerializer<Object> {
    private final BeanPropertyWriter property;

    Alone(BeanPropertyWriter property) {
      this.property = property;
    }

    @Override
    public void serialize(Object bean, JsonGenerator out, SerializationContext context) {
      out.writeStartObject(bean);
      try {
        property.serializeAsProperty(bean, out, context);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("cannot write the property " + property.getName(), e);
      }
      out.writeEndObject();
    }
  }
}
