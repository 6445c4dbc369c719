package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.TypeScope;
import dev.fastjava.schema.ErrorMessage;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The messages that types have for their clients, as the keyword {@code errorMessage}. */
final class AnnotatedMessages {
  private AnnotatedMessages() {}

  /** Adds the keyword to the schemas of what is read. */
  static void addTo(SchemaGeneratorConfigBuilder builder) {
    builder
        .forTypesInGeneral()
        .withTypeAttributeOverride((schema, scope, context) -> addOfType(schema, scope));
    builder
        .forFields()
        .withInstanceAttributeOverride((schema, member, context) -> addOfMember(schema, member));
    builder
        .forMethods()
        .withInstanceAttributeOverride((schema, member, context) -> addOfMember(schema, member));
  }

  private static void addOfType(ObjectNode schema, TypeScope scope) {
    Class<?> type = scope.getType().getErasedType();
    Map<String, String> messages = messages(type.getAnnotationsByType(ErrorMessage.class), type);
    String required = messages.remove("required");
    add(schema, messages);
    if (required != null) {
      // Of an object, it is about all properties that are missing.
      Map<String, String> all = new LinkedHashMap<>(messages);
      all.put("required", required);
      add(schema, all);
    }
  }

  private static void addOfMember(ObjectNode schema, MemberScope<?, ?> member) {
    if (member.isFakeContainerItemScope()) {
      return;
    }
    ErrorMessage one = annotation(member, ErrorMessage.class);
    ErrorMessage.All several = annotation(member, ErrorMessage.All.class);
    ErrorMessage[] given =
        several != null
            ? several.value()
            : one == null ? new ErrorMessage[0] : new ErrorMessage[] {one};
    Map<String, String> messages = messages(given, member.getSimpleTypeDescription());
    String missing = messages.remove("required");
    missing = missing == null ? messages.get("") : missing;
    add(schema, messages);
    if (missing != null) {
      // It is the object that is told of, unless the property has a message for it.
      ObjectNode own =
          schema.get(DerivedNode.MESSAGES) instanceof ObjectNode present
              ? present
              : schema.putObject(DerivedNode.MESSAGES);
      own.put("required", missing);
    }
  }

  private static <A extends Annotation> @Nullable A annotation(
      MemberScope<?, ?> member, Class<A> type) {
    return member.getAnnotationConsideringFieldAndGetter(type);
  }

  private static Map<String, String> messages(ErrorMessage[] given, Object place) {
    Map<String, String> messages = new LinkedHashMap<>();
    for (ErrorMessage each : given) {
      if (messages.put(each.keyword(), each.value()) != null) {
        throw new IllegalArgumentException(
            place + " has two messages for " + (each.keyword().isEmpty() ? "all" : each.keyword()));
      }
    }
    return messages;
  }

  private static void add(ObjectNode schema, Map<String, String> messages) {
    if (messages.isEmpty()) {
      return;
    }
    ObjectNode all = schema.putObject(DerivedNode.ERROR_MESSAGE);
    messages.forEach((keyword, text) -> all.put(keyword.isEmpty() ? "_" : keyword, text));
  }
}
