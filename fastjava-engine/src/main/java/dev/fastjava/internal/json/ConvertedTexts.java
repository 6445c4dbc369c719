package dev.fastjava.internal.json;

import dev.fastjava.spi.TextConverter;
import dev.fastjava.spi.TextConverter.Conversion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.AbstractDeserializer;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** The texts that the application converts, for a mapper does not read them. Thread-safe. */
public final class ConvertedTexts {
  private final TextConverter converter;

  /** No more than there are classes. */
  private final Map<Class<?>, Optional<Conversion>> byType = new ConcurrentHashMap<>();

  /** Asks a converter. */
  public ConvertedTexts(TextConverter converter) {
    this.converter = converter;
  }

  /** What makes a type of texts; null when nothing does. */
  public @Nullable Conversion of(Class<?> type) {
    return byType
        .computeIfAbsent(type, each -> Optional.ofNullable(converter.forType(each)))
        .orElse(null);
  }

  /** A mapper like another, which has texts converted where the other one reads none. */
  public JsonMapper in(JsonMapper mapper) {
    AnnotationIntrospector own = mapper.deserializationConfig().getAnnotationIntrospector();
    return mapper
        .rebuild()
        .annotationIntrospector(AnnotationIntrospectorPair.create(own, new Introspector(mapper)))
        .build();
  }

  /** Says how properties are read. What the mapper's own introspector says goes before it. */
  private final class Introspector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    private final transient JsonMapper mapper;

    Introspector(JsonMapper mapper) {
      this.mapper = mapper;
    }

    @Override
    public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
      return annotated instanceof AnnotatedMember member ? reader(member, member.getType()) : null;
    }

    @Override
    public @Nullable Object findContentDeserializer(MapperConfig<?> config, Annotated annotated) {
      return annotated instanceof AnnotatedMember member
          ? reader(member, member.getType().getContentType())
          : null;
    }

    private @Nullable Object reader(AnnotatedMember member, @Nullable JavaType type) {
      // Lists, maps and optionals are the mapper's; what is in them is asked for by itself.
      if (type == null || type.isContainerType() || type.isReferenceType()) {
        return null;
      }
      Class<?> raw = type.getRawClass();
      Conversion asked = converter.forProperty(raw, member.annotations().toList());
      Conversion found = asked == null && !readsTexts(type) ? of(raw) : asked;
      return found == null ? null : new Reader(type, found);
    }

    private boolean readsTexts(JavaType type) {
      if (type.isEnumType() || type.isPrimitive()) {
        return true;
      }
      ValueDeserializer<?> reader;
      try {
        reader = mapper._deserializationContext().findNonContextualValueDeserializer(type);
      } catch (JacksonException | IllegalArgumentException e) {
        return false; // it reads nothing at all
      }
      if (reader instanceof BeanDeserializerBase bean) {
        ValueInstantiator creators = bean.getValueInstantiator();
        return creators.canCreateFromString() || creators.canCreateUsingDelegate();
      }
      return !(reader instanceof AbstractDeserializer);
    }
  }

  /**
   * Reads texts by a conversion, and all else, such as the objects of a parser, as Jackson does.
   */
  private static final class Reader extends StdDeserializer<Object> {
    private final Conversion conversion;

    Reader(JavaType type, Conversion conversion) {
      super(type);
      this.conversion = conversion;
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      if (!token.isScalarValue() || token == JsonToken.VALUE_EMBEDDED_OBJECT) {
        return context.readValue(parser, getValueType(context));
      }
      String text = parser.getString();
      try {
        return conversion.convert(text);
      } catch (Exception e) {
        // Of the error nothing is told, unless it names a status.
        throw ValueInstantiationException.from(
            parser, "not converted", getValueType(context), ThrownInside.of(e));
      }
    }
  }
}
