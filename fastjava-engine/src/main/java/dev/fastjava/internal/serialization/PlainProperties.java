package dev.fastjava.internal.serialization;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * Tells which properties Jackson writes like any other value of their types, so that our own code
 * may write them. Jackson is asked, not a list of annotations: mix-ins, modules and introspectors
 * of an application change its answers, and what it would hide must stay hidden.
 */
final class PlainProperties {
  private final SerializationConfig config;
  private final SerializationContext context;
  private final AnnotationIntrospector introspector;

  PlainProperties(ObjectMapper mapper) {
    this.config = mapper.serializationConfig();
    this.context = mapper._serializationContext();
    this.introspector = config.getAnnotationIntrospector();
  }

  /** Tells whether nothing but the value's own class decides how a property is written. */
  boolean isPlain(BeanPropertyWriter property) {
    // Subclasses change the value, or leave it out in some views.
    return property.getClass() == BeanPropertyWriter.class
        && property.getTypeSerializer() == null
        && property.getSerializationType() == null
        && !isSpecial(property.getMember())
        && isWrittenAsAlways(property.getType(), property);
  }

  /** Tells whether something is said about the property that changes values behind it. */
  private boolean isSpecial(AnnotatedMember member) {
    return introspector.findSerializer(config, member) != null
        || introspector.findContentSerializer(config, member) != null
        || introspector.findKeySerializer(config, member) != null
        || introspector.findNullSerializer(config, member) != null
        || introspector.findSerializationConverter(config, member) != null
        || introspector.findSerializationContentConverter(config, member) != null
        || introspector.findFilterId(config, member) != null
        || introspector.findObjectIdInfo(config, member) != null
        || introspector.findObjectReferenceInfo(config, member, null) != null
        || introspector.findPolymorphicTypeInfo(config, member) != null
        || !isDefault(introspector.findFormat(config, member))
        || !introspector.findPropertyIgnoralByName(config, member).getIgnored().isEmpty()
        || introspector.findPropertyInclusionByName(config, member).getIncluded() != null
        || !keepsContent(introspector.findPropertyInclusion(config, member));
  }

  private static boolean isDefault(JsonFormat.@Nullable Value format) {
    return format == null || format.equals(JsonFormat.Value.empty());
  }

  private static boolean keepsContent(JsonInclude.Value inclusion) {
    return inclusion.getContentInclusion() == JsonInclude.Include.USE_DEFAULTS
        || inclusion.getContentInclusion() == JsonInclude.Include.ALWAYS;
  }

  /** Compares the serializers of a type, and of what it holds, with those of a value alone. */
  private boolean isWrittenAsAlways(JavaType type, BeanPropertyWriter property) {
    if (type.getContentType() != null) {
      return context.findTypeSerializer(type.getContentType()) == null
          && isWrittenAsAlways(type.getContentType(), property);
    }
    try {
      return isSame(
          context.findContentValueSerializer(type, property),
          context.handleSecondaryContextualization(context.findValueSerializer(type), null));
    } catch (JacksonException e) {
      return false; // what Jackson refuses to write, it refuses itself when the time comes
    }
  }

  private static boolean isSame(ValueSerializer<?> one, ValueSerializer<?> other) {
    return one == other;
  }
}
