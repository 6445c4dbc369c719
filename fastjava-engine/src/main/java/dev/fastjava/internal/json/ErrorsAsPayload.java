package dev.fastjava.internal.json;

import java.util.List;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Errors that are a payload, or stand in its maps and lists, are written without what every {@link
 * Throwable} has: stack, cause, suppressed errors and message are nothing for clients, and the
 * reference's errors have no such members. What their own classes add is written, and what has a
 * serializer of its own as that says.
 */
final class ErrorsAsPayload extends ValueSerializerModifier {
  private static final long serialVersionUID = 1L;

  private ErrorsAsPayload() {}

  /**
   * A mapper that writes errors as this class says and all else as another mapper. Not for what is
   * no error: Jackson may write a list of a class otherwise when it has met other types before.
   */
  static ObjectMapper in(ObjectMapper mapper) {
    return mapper
        .rebuild()
        .addModule(
            new SimpleModule(ErrorsAsPayload.class.getName())
                .setSerializerModifier(new ErrorsAsPayload()))
        .build();
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
