package dev.fastjava.internal.types;

import com.fasterxml.jackson.annotation.JsonProperty.Access;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tells which classes and properties Jackson reads like any other of their types, so that a schema
 * can say what is accepted. Jackson is asked, not a list of annotations.
 */
final class PlainReading {
  private final ObjectMapper mapper;
  private final DeserializationConfig config;
  private final DeserializationContext context;
  private final AnnotationIntrospector introspector;
  private final GivenReading given;
  private final ProblemHandlers handlers;

  PlainReading(ObjectMapper mapper) {
    this.mapper = mapper;
    this.config = mapper.deserializationConfig();
    this.context = mapper._deserializationContext();
    this.introspector = config.getAnnotationIntrospector();
    this.handlers = new ProblemHandlers(config);
    this.given = new GivenReading(mapper, context);
  }

  /** What properties were given to be read by. */
  GivenReading given() {
    return given;
  }

  /** Who may read what Jackson does not. */
  ProblemHandlers handlers() {
    return handlers;
  }

  /** What becomes of null in lists, arrays and maps that are no property. */
  GivenReading.OfNull ofNullInside() {
    return GivenReading.ofNullInside(config.getDefaultNullHandling().getContentNulls());
  }

  /** What reads a type by itself; null when nothing does. */
  ValueDeserializer<?> deserializer(JavaType type) {
    return context.findContextualValueDeserializer(type, null);
  }

  /** Tells whether a class is read from an object with its properties, and from nothing else. */
  boolean isObject(ValueDeserializer<?> deserializer, Class<?> type) {
    if (deserializer.getClass() != BeanDeserializer.class
        || deserializer.handledType() != type
        || deserializer.getObjectIdReader(context) != null) {
      return false;
    }
    ValueInstantiator creators = ((BeanDeserializerBase) deserializer).getValueInstantiator();
    return !readsOtherThanObjects()
        && !creators.canCreateUsingDelegate()
        && !creators.canCreateUsingArrayDelegate()
        && !isScalar(creators);
  }

  private boolean readsOtherThanObjects() {
    return config.isEnabled(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
        || config.isEnabled(DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT)
        || config.isEnabled(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS);
  }

  private static boolean isScalar(ValueInstantiator creators) {
    return creators.canCreateFromString()
        || creators.canCreateFromInt()
        || creators.canCreateFromLong()
        || creators.canCreateFromBigInteger()
        || creators.canCreateFromDouble()
        || creators.canCreateFromBigDecimal()
        || creators.canCreateFromBoolean();
  }

  /** Tells whether a class is read from a text, a number or whatever one of its values is. */
  boolean isValue(ValueDeserializer<?> deserializer, Class<?> value) {
    if (deserializer.getClass() != BeanDeserializer.class) {
      return false;
    }
    ValueInstantiator creators = ((BeanDeserializerBase) deserializer).getValueInstantiator();
    if (creators.canCreateFromObjectWith() || creators.canCreateUsingArrayDelegate()) {
      return false;
    }
    return creators.canCreateUsingDelegate()
        ? !isScalar(creators)
            && creators.getDelegateType(config) != null
            && creators.getDelegateType(config).getRawClass() == value
        : value == String.class && creators.canCreateFromString();
  }

  /** Tells whether the constants of an enum are read by one name each, and nothing else is. */
  boolean isByName(Class<?> type) {
    AnnotatedClass annotated =
        config.classIntrospectorInstance().introspectClassAnnotations(mapper.constructType(type));
    Enum<?>[] constants = (Enum<?>[]) type.getEnumConstants();
    String[][] aliases = new String[constants.length][];
    introspector.findEnumAliases(config, annotated, constants, aliases);
    boolean creator =
        annotated.getFactoryMethods().stream()
            .anyMatch(each -> introspector.findCreatorAnnotation(config, each) != null);
    return !creator
        && introspector.findDeserializer(config, annotated) == null
        && Arrays.stream(aliases).allMatch(each -> each == null || each.length == 0)
        && !readsAny(type);
  }

  /** Tells whether some text that is no name, or a name in other letters, is read, too. */
  private boolean readsAny(Class<?> type) {
    JsonNodeFactory nodes = mapper.getNodeFactory();
    for (Object constant : type.getEnumConstants()) {
      JsonNode written = mapper.valueToTree(constant);
      String name = ((Enum<?>) constant).name();
      String text = written.isString() ? written.stringValue() : name;
      if (!(written.isString() && text.equals(name)) && reads(nodes.stringNode(name), constant)) {
        return true;
      }
      String lower = text.toLowerCase(Locale.ROOT);
      String other = text.equals(lower) ? text.toUpperCase(Locale.ROOT) : lower;
      if (!other.equals(text) && reads(nodes.stringNode(other), constant)) {
        return true;
      }
    }
    try {
      mapper.treeToValue(nodes.stringNode("no constant is called this"), type);
      return true;
    } catch (JacksonException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Tells whether a value is read as an object. */
  boolean reads(JsonNode value, Object as) {
    try {
      return as.equals(mapper.treeToValue(value, ((Enum<?>) as).getDeclaringClass()));
    } catch (JacksonException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Tells whether nothing but the value's own class decides how a property is read. */
  boolean isPlain(SettableBeanProperty property) {
    AnnotatedMember member = property.getMember();
    return member != null
        && property.getObjectIdInfo() == null
        && property.getManagedReferenceName() == null
        && !isSpecial(member)
        && isReadAsAlways(property);
  }

  /** Tells whether a creator is not called without a property: the one to do it is asked. */
  boolean isNeeded(SettableBeanProperty property) {
    if (property.getInjectableValueId() != null) {
      return false;
    }
    if (property.isRequired()
        || config.isEnabled(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)) {
      return true;
    }
    try {
      Object absent = property.getNullValueProvider().getAbsentValue(context);
      if (absent == null && property.hasValueDeserializer()) {
        absent = property.getValueDeserializer().getAbsentValue(context);
      }
      return absent == null
          && config.isEnabled(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    } catch (JacksonException e) {
      return true;
    }
  }

  /** Tells whether null is read as a primitive. */
  boolean takesNull(Class<?> primitive) {
    try {
      return deserializer(mapper.constructType(primitive)).getNullValue(context) != null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Tells whether null is read as a property that is a primitive. */
  boolean takesNull(SettableBeanProperty property) {
    try {
      return property.getType().isPrimitive()
          && property.getNullValueProvider().getNullValue(context) != null;
    } catch (JacksonException e) {
      return false;
    }
  }

  boolean isSpecial(AnnotatedMember member) {
    return introspector.findDeserializer(config, member) != null
        || introspector.findContentDeserializer(config, member) != null
        || introspector.findKeyDeserializer(config, member) != null
        || introspector.findDeserializationConverter(config, member) != null
        || introspector.findDeserializationContentConverter(config, member) != null
        || introspector.findInjectableValue(config, member) != null
        || introspector.findObjectIdInfo(config, member) != null
        || introspector.findObjectReferenceInfo(config, member, null) != null
        || introspector.findPolymorphicTypeInfo(config, member) != null
        || introspector.findPropertyAccess(config, member) == Access.READ_ONLY
        || !PlainProperties.isDefault(introspector.findFormat(config, member))
        || !introspector.findPropertyIgnoralByName(config, member).getIgnored().isEmpty()
        || introspector.findPropertyInclusionByName(config, member).getIncluded() != null;
  }

  /** Compares what reads a property with what reads its type alone. */
  private boolean isReadAsAlways(SettableBeanProperty property) {
    try {
      JavaType type = property.getType();
      JavaType content = type.getContentType();
      return !given.isAssigned(property)
          && context.findContextualValueDeserializer(type, property).getClass()
              == context.findContextualValueDeserializer(type, null).getClass()
          && (content == null
              || context.findContextualValueDeserializer(content, property).getClass()
                  == context.findContextualValueDeserializer(content, null).getClass());
    } catch (JacksonException e) {
      return false;
    }
  }
}
