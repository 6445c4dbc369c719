package dev.fastjava.internal.types;

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
import tools.jackson.databind.ser.BeanSerializer;
import tools.jackson.databind.ser.UnrolledBeanSerializer;
import tools.jackson.databind.ser.bean.BeanSerializerBase;

/**
 * Tells which properties Jackson writes like any other value of their types, so that our own code
 * may write them. Jackson is asked, not a list of annotations: mix-ins, modules and introspectors
 * of an application change its answers, and what it would hide must stay hidden.
 */
public final class PlainProperties {
  private final SerializationConfig config;
  private final SerializationContext context;
  private final AnnotationIntrospector introspector;

  /** Asks a mapper. */
  public PlainProperties(ObjectMapper mapper) {
    this.config = mapper.serializationConfig();
    this.context = mapper._serializationContext();
    this.introspector = config.getAnnotationIntrospector();
  }

  /** Tells whether nothing but the value's own class decides how a property is written. */
  public boolean isPlain(BeanPropertyWriter property) {
    // Subclasses change the value, or leave it out in some views.
    return property.getClass() == BeanPropertyWriter.class
        && property.getTypeSerializer() == null
        && property.getSerializationType() == null
        && !isSpecial(property.getMember())
        && !isAssigned(property)
        && isWrittenAsAlways(property.getType(), property);
  }

  /**
   * Tells whether a schema of a property's type says how the property is written. Other than with
   * {@link #isPlain}, the class of the value may be one that only Jackson writes.
   */
  boolean isSayable(BeanPropertyWriter property) {
    JavaType written = property.getSerializationType();
    return property.getClass() == BeanPropertyWriter.class
        && (written == null || written.equals(property.getType()))
        && !isSpecial(property.getMember())
        && !isAssigned(property)
        && isWrittenAlike(property.getType(), property);
  }

  /** Tells whether a module has given the property a serializer, for its values or for null. */
  private boolean isAssigned(BeanPropertyWriter property) {
    ValueSerializer<?> ofNull = new Assigned(property).ofNull();
    if (ofNull != null && ofNull != context.findNullValueSerializer(property)) {
      return true;
    }
    ValueSerializer<?> given = property.getSerializer();
    if (given == null) {
      return false;
    }
    try {
      return given.getClass()
          != context.findPrimaryPropertySerializer(property.getType(), property).getClass();
    } catch (JacksonException e) {
      return true;
    }
  }

  /** Shows what a property does not tell: what writes it when it is null. */
  private static final class Assigned extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    Assigned(BeanPropertyWriter property) {
      super(property);
    }

    @Nullable ValueSerializer<?> ofNull() {
      return _nullSerializer;
    }
  }

  private boolean isWrittenAlike(JavaType type, BeanPropertyWriter property) {
    try {
      ValueSerializer<?> here = context.findContentValueSerializer(type, property);
      ValueSerializer<?> alone = context.findContentValueSerializer(type, null);
      boolean own = isOfJackson(here);
      // Without annotations there is nothing that Jackson's own could be told by the property.
      boolean same = own ? here.getClass() == alone.getClass() : isSame(here, alone);
      return same
          && (type.getContentType() == null || isWrittenAlike(type.getContentType(), property));
    } catch (JacksonException e) {
      return true; // what cannot be written has no form
    }
  }

  /** Tells whether a class is written as an object with its properties. */
  public static boolean isObject(ValueSerializer<?> serializer) {
    // Other classes than these unwrap, wrap into arrays, or are made by modules.
    return (serializer.getClass() == BeanSerializer.class
            || serializer.getClass() == UnrolledBeanSerializer.class)
        && !serializer.usesObjectId()
        && ((BeanSerializerBase) serializer).getFilterId() == null;
  }

  /** Tells whether something is said about the property that changes values behind it. */
  boolean isSpecial(AnnotatedMember member) {
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

  static boolean isDefault(JsonFormat.@Nullable Value format) {
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
          && isOfJackson(type, property)
          && isWrittenAsAlways(type.getContentType(), property);
    }
    if (type.hasGenericTypes()) {
      // The class of the value alone does not know what stands for its parameters: a type whose
      // subtypes are told apart, or one that is written without what its subclasses have.
      return false;
    }
    try {
      return isSame(
          context.findContentValueSerializer(type, property),
          context.handleSecondaryContextualization(context.findValueSerializer(type), null));
    } catch (JacksonException e) {
      return false; // what Jackson refuses to write, it refuses itself when the time comes
    }
  }

  /** Tells whether no module has a serializer for what holds values of such a type. */
  private boolean isOfJackson(JavaType type, BeanPropertyWriter property) {
    try {
      return isOfJackson(context.findContentValueSerializer(type, property));
    } catch (JacksonException e) {
      return false; // for Jackson to say
    }
  }

  private static boolean isOfJackson(ValueSerializer<?> serializer) {
    return serializer.getClass().getName().startsWith("tools.jackson.databind.");
  }

  private static boolean isSame(ValueSerializer<?> one, ValueSerializer<?> other) {
    return one == other;
  }
}
