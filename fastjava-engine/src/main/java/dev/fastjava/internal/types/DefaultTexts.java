package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.MemberScope;
import dev.fastjava.internal.types.JacksonView.Property;
import java.lang.reflect.Member;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Defaults, which annotations have as texts, as the JSON values that schemas have. */
final class DefaultTexts {
  private final JacksonView jackson;

  DefaultTexts(JacksonView jackson) {
    this.jackson = jackson;
  }

  /**
   * Returns the default of a property.
   *
   * @throws IllegalArgumentException when nothing of the property's type can be read of it
   */
  @Nullable Object value(MemberScope<?, ?> member, Property property) {
    String text = String.valueOf(property.defaultText());
    Class<?> type = member.getType().getErasedType();
    boolean isText = CharSequence.class.isAssignableFrom(type) || type.isEnum();
    JsonMapper mapper = jackson.mapper();
    JsonNode json = isText ? null : json(text);
    if (jackson.direction().reads()) {
      require(
          json == null ? mapper.getNodeFactory().stringNode(text) : json, text, member, property);
    }
    if (json == null) {
      return text;
    }
    Object plain = mapper.treeToValue(json, Object.class);
    // With the digits that a double has not.
    return type == BigDecimal.class && plain instanceof Double ? new BigDecimal(text) : plain;
  }

  private @Nullable JsonNode json(String text) {
    try {
      return jackson.mapper().readTree(text);
    } catch (JacksonException e) {
      return null;
    }
  }

  private void require(JsonNode value, String text, MemberScope<?, ?> member, Property property) {
    Member raw = (Member) member.getRawMember();
    try {
      jackson
          .mapper()
          .readerFor(jackson.mapper().constructType(Nullness.type(raw).getType()))
          .with(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .readValue(value);
    } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
      throw new IllegalArgumentException(
          "the default value \""
              + text
              + "\" of the property '"
              + property.name()
              + "' of "
              + raw.getDeclaringClass().getTypeName()
              + " is not one of its type, "
              + Nullness.type(raw).getType().getTypeName());
    }
  }
}
