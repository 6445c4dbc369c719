package dev.fastjava.internal.types;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.ser.impl.UnknownSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Types of which a schema cannot say what Jackson does with them: their places are open. Jackson is
 * asked whether it reads and writes a class in the way that classes of its kind have by default.
 */
final class OpenTypes implements CustomDefinitionProviderV2 {
  /** The name under which the generator keeps that a place is open, whatever it adds there. */
  static final String OPEN = "\u0000open";

  /** What may be said of an open place: nothing that a value could break. */
  static final Set<String> ANNOTATIONS =
      Set.of("title", "description", "default", "examples", "readOnly", "writeOnly", "deprecated");

  private final JacksonView jackson;
  private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

  OpenTypes(JacksonView jackson) {
    this.jackson = jackson;
  }

  /** A place of which nothing is said, constraints neither: they are for the bound value. */
  static CustomDefinition open(SchemaGenerationContext context) {
    return new CustomDefinition(
        context.getGeneratorConfig().createObjectNode().put(OPEN, true),
        DefinitionType.INLINE,
        AttributeInclusion.NO);
  }

  @Override
  @SuppressWarnings("NullAway") // null tells the generator to go on, which its API does not say
  public CustomDefinition provideCustomSchemaDefinition(
      ResolvedType type, SchemaGenerationContext context) {
    if (type.getErasedType() == Optional.class) {
      // One inside of another, for members are looked through.
      List<ResolvedType> content = type.typeParametersFor(Optional.class);
      return content == null || content.isEmpty()
          ? open(context)
          : new CustomDefinition(
              NullValues.admit(context.createDefinitionReference(content.get(0)), context),
              DefinitionType.INLINE,
              AttributeInclusion.YES);
    }
    return known.computeIfAbsent(type.getErasedType(), this::isOpen) ? open(context) : null;
  }

  private boolean isOpen(Class<?> raw) {
    if (raw.isEnum()) {
      return false;
    }
    if (jackson.direction().reads() && jackson.reading().handlers().takeAny()) {
      return true;
    }
    JavaType type = jackson.mapper().constructType(raw);
    if (type.isContainerType()) {
      return !isPlainContainer(type);
    }
    if (raw.getName().startsWith("java.") || raw.getName().startsWith("javax.")) {
      return true;
    }
    return !isPlainObject(raw);
  }

  /** Tells whether a class is an object with its properties, or another that is one of them. */
  boolean isPlainObject(Class<?> raw) {
    JavaType type = jackson.mapper().constructType(raw);
    ValueSerializer<?> serializer = jackson.serializer(type);
    boolean written =
        serializer == null
            || serializer instanceof UnknownSerializer
            || PlainProperties.isObject(serializer)
            || jackson.description(type, false).findJsonValueAccessor() != null;
    return !jackson.isSpread(type)
        && written
        && (!jackson.direction().reads() || isReadAsObject(type));
  }

  private boolean isReadAsObject(JavaType type) {
    Class<?> raw = type.getRawClass();
    ValueDeserializer<?> deserializer = jackson.deserializer(type);
    if (deserializer == null || (type.isAbstract() && deserializer.handledType() == raw)) {
      return true; // it cannot be read at all, or only by its tag
    }
    return jackson.reading().isObject(deserializer, raw)
        || jackson.description(type, false).findJsonValueAccessor() != null;
  }

  private boolean isPlainContainer(JavaType type) {
    JsonMapper mapper = jackson.mapper();
    boolean array = !type.isMapLikeType();
    if (jackson.direction().writes()) {
      Kind kind = new Kind();
      mapper.acceptJsonFormatVisitor(type, kind);
      boolean single =
          array && mapper.isEnabled(SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED);
      if (single || !(array ? kind.array : kind.map)) {
        return false;
      }
    }
    if (jackson.direction().reads()) {
      ValueDeserializer<?> deserializer = jackson.deserializer(type);
      LogicalType kind = deserializer == null ? null : deserializer.logicalType();
      boolean single =
          array && mapper.isEnabled(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
      return !single
          && (deserializer == null
              || (array
                  ? kind == LogicalType.Collection || kind == LogicalType.Array
                  : kind == LogicalType.Map));
    }
    return true;
  }

  /** Hears from a serializer whether it writes an array or a map. */
  private static final class Kind extends JsonFormatVisitorWrapper.Base {
    private boolean array;
    private boolean map;

    @Override
    public @Nullable JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
      array = true;
      return null;
    }

    @Override
    public @Nullable JsonMapFormatVisitor expectMapFormat(JavaType type) {
      map = true;
      return null;
    }
  }
}
