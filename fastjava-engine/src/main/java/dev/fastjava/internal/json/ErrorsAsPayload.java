package dev.fastjava.internal.json;

import java.util.List;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Errors within a payload are written without what every {@link Throwable} has: stack, cause,
 * suppressed errors and message are nothing for clients, and the reference's errors have no such
 * members. What their own classes add is written, and what has a serializer of its own as that
 * says.
 */
public final class ErrorsAsPayload extends ValueSerializerModifier {
  private static final long serialVersionUID = 1L;

  private ErrorsAsPayload() {}

  /**
   * A mapper that writes as another one, errors excepted; the same one if it is of a class of the
   * application's that cannot be rebuilt: what such a class overrides goes before.
   */
  public static JsonMapper in(JsonMapper mapper) {
    JsonMapper changed =
        mapper
            .rebuild()
            .addModule(
                new SimpleModule(ErrorsAsPayload.class.getName())
                    .setSerializerModifier(new ErrorsAsPayload()))
            .build();
    return changed.getClass() == mapper.getClass() ? changed : mapper;
  }

  @Override
  public List<BeanPropertyWriter> changeProperties(
      SerializationConfig config,
      BeanDescription.Supplier described,
      List<BeanPropertyWriter> properties) {
    return Throwable.class.isAssignableFrom(described.getBeanClass())
        ? properties.stream()
            .filter(each -> each.getMember().getDeclaringClass() != Throwable.class)
            .toList()
        : properties;
  }
}
