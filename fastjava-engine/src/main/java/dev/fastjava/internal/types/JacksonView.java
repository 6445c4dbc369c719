package dev.fastjava.internal.types;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.internal.json.Introspection;
import dev.fastjava.internal.types.GivenReading.OfNull;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.util.NameTransformer;

/** What Jackson sees of a type: which properties it reads and writes, by which names, and how. */
final class JacksonView {
  /**
   * A property that is read, written or both.
   *
   * @param open whether Jackson does with it what no schema of its type says
   * @param omitted whether it may be missing in what is written
   * @param renamed whether it is read by other names, too
   * @param needed whether Jackson reads no object without it
   * @param takesNull whether it is a primitive that Jackson reads null as
   * @param ofNull what Jackson was told to make of null
   * @param ofNullInside what it was told to make of null in a list, array or map
   */
  record Property(
      String name,
      boolean read,
      @Nullable String defaultText,
      boolean required,
      boolean open,
      boolean omitted,
      boolean renamed,
      boolean needed,
      boolean takesNull,
      OfNull ofNull,
      OfNull ofNullInside) {}

  private final JsonMapper mapper;
  private final Direction direction;
  private final PlainProperties writing;
  private final PlainReading reading;
  private final MapperViews views;
  private final Map<Class<?>, Properties> properties = new HashMap<>();
  private final Map<Class<?>, Optional<AnnotatedMember>> values = new ConcurrentHashMap<>();
  private final Map<Class<?>, Optional<Tagging>> taggings = new ConcurrentHashMap<>();

  JacksonView(JsonMapper mapper, Direction direction) {
    this.mapper = mapper;
    this.direction = direction;
    this.writing = new PlainProperties(mapper);
    this.reading = new PlainReading(mapper);
    this.views = new MapperViews(mapper);
  }

  JsonMapper mapper() {
    return mapper;
  }

  Direction direction() {
    return direction;
  }

  PlainProperties writing() {
    return writing;
  }

  PlainReading reading() {
    return reading;
  }

  /** The property that a field or a getter stands for; null when Jackson does not know it. */
  synchronized @Nullable Property property(ResolvedType declaring, Member member) {
    return of(declaring.getErasedType()).found.get(member);
  }

  /** The names that are read of a class and that no field and no getter stands for. */
  synchronized Set<String> withoutMember(Class<?> type) {
    return of(type).withoutMember;
  }

  private Properties of(Class<?> type) {
    return properties.computeIfAbsent(type, this::introspect);
  }

  /** The one property that stands for the values of a class; null when none does. */
  @Nullable AnnotatedMember valueOf(Class<?> type) {
    return values
        .computeIfAbsent(
            type, each -> Optional.ofNullable(description(each, false).findJsonValueAccessor()))
        .orElse(null);
  }

  /** How the subtypes of a class are told apart; null when they are not. */
  @Nullable Tagging tagging(Class<?> type) {
    return taggings.computeIfAbsent(type, each -> Optional.ofNullable(tag(each))).orElse(null);
  }

  private @Nullable Tagging tag(Class<?> type) {
    JavaType javaType = mapper.constructType(type);
    try {
      TypeSerializer writer = mapper._serializationContext().findTypeSerializer(javaType);
      TypeDeserializer reader = mapper._deserializationContext().findTypeDeserializer(javaType);
      return direction.writes()
          ? Tagging.of(writer, reader, direction.reads() && readsOtherTags())
          : Tagging.of(reader, readsOtherTags());
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Tells whether tags in other letters, unknown ones, or objects without any are read, too. */
  private boolean readsOtherTags() {
    return reading.handlers().takeTags()
        || mapper.isEnabled(MapperFeature.ACCEPT_CASE_INSENSITIVE_VALUES)
        || mapper.isEnabled(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
        || !mapper.isEnabled(MapperFeature.REQUIRE_TYPE_ID_FOR_SUBTYPES)
        || !mapper.isEnabled(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE);
  }

  /** Tells whether a class that is declared itself has the tag that it has below another. */
  boolean hasTag(Class<?> type, String tag) {
    SerializationContext context = mapper._serializationContext();
    TypeSerializer writer = context.findTypeSerializer(mapper.constructType(type));
    return writer != null
        && tag.equals(writer.getTypeIdResolver().idFromValueAndType(context, null, type));
  }

  /** What writes a type inside of others, without its tag; null when nothing does. */
  @Nullable ValueSerializer<?> serializer(JavaType type) {
    try {
      return mapper._serializationContext().findContentValueSerializer(type, null);
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }

  /** What reads a type, without its tag; null when nothing does. */
  @Nullable ValueDeserializer<?> deserializer(JavaType type) {
    try {
      return reading.deserializer(type);
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }

  private Properties introspect(Class<?> type) {
    JavaType javaType = mapper.constructType(type);
    Properties known = new Properties(type, writers(javaType), readers(javaType), needed(javaType));
    // What can be read knows the constructor; what is written knows the fields of records. Both are
    // asked in both directions, and names that the direction does not know are away.
    known.collect(description(type, true).findProperties(), true);
    known.collect(description(type, false).findProperties(), false);
    return known;
  }

  private @Nullable Map<String, BeanPropertyWriter> writers(JavaType type) {
    if (!(serializer(type) instanceof BeanSerializerBase bean)) {
      return null;
    }
    Map<String, BeanPropertyWriter> writers = new HashMap<>();
    for (Iterator<PropertyWriter> all = bean.properties(); all.hasNext(); ) {
      if (all.next() instanceof BeanPropertyWriter writer) {
        writers.put(writer.getName(), writer);
      }
    }
    return writers;
  }

  private @Nullable Map<String, SettableBeanProperty> readers(JavaType type) {
    if (!(deserializer(type) instanceof BeanDeserializerBase bean)) {
      return null;
    }
    Map<String, SettableBeanProperty> readers = new HashMap<>();
    bean.properties().forEachRemaining(each -> readers.put(each.getName(), each));
    bean.creatorProperties().forEachRemaining(each -> readers.put(each.getName(), each));
    return readers;
  }

  /** The names of the properties without which no object can be made. */
  Set<String> needed(JavaType type) {
    Set<String> needed = new HashSet<>();
    if (direction.reads() && deserializer(type) instanceof BeanDeserializerBase bean) {
      bean.creatorProperties()
          .forEachRemaining(
              each -> {
                if (reading.isNeeded(each)) {
                  needed.add(each.getName());
                }
              });
    }
    return needed;
  }

  /** The properties of one class. */
  private final class Properties {
    private final Class<?> type;
    private final @Nullable Map<String, BeanPropertyWriter> writers;
    private final @Nullable Map<String, SettableBeanProperty> readers;
    private final Set<String> needed;
    private final Map<Member, Property> found = new HashMap<>();
    private final Set<String> withoutMember = new LinkedHashSet<>();

    Properties(
        Class<?> type,
        @Nullable Map<String, BeanPropertyWriter> writers,
        @Nullable Map<String, SettableBeanProperty> readers,
        Set<String> needed) {
      this.type = type;
      this.writers = writers;
      this.readers = readers;
      this.needed = needed;
    }

    void collect(List<BeanPropertyDefinition> definitions, boolean read) {
      for (BeanPropertyDefinition each : definitions) {
        if (isAway(each.getName())) {
          continue;
        }
        for (AnnotatedMember member :
            new @Nullable AnnotatedMember[] {each.getField(), each.getGetter()}) {
          if (member != null) {
            found.putIfAbsent(member.getMember(), property(each, member, read));
          }
        }
        if (read && direction.reads() && each.getField() == null && each.getGetter() == null) {
          collectHidden(each);
        }
      }
    }

    /** What is only read, by a setter or a parameter, is what its private field is. */
    private void collectHidden(BeanPropertyDefinition each) {
      AnnotatedMember mutator = each.getMutator();
      Field field =
          mutator == null
              ? null
              : HiddenFields.of(type, each.getInternalName(), each.getRawPrimaryType());
      if (field != null) {
        found.putIfAbsent(field, property(each, mutator, true));
      } else if (readers != null && readers.containsKey(each.getName())) {
        withoutMember.add(each.getName());
      }
    }

    /**
     * Tells whether Jackson left a property out when it made what reads or writes the class, or
     * leaves it out in the view that it reads or writes in.
     */
    private boolean isAway(String name) {
      BeanPropertyWriter writer = writers == null ? null : writers.get(name);
      SettableBeanProperty reader = readers == null ? null : readers.get(name);
      boolean written = writers == null || (writer != null && views.admits(writer));
      boolean readable = readers == null || (reader != null && views.admits(reader));
      return switch (direction) {
        case READ -> !readable;
        case WRITE -> !written;
        case BOTH -> !readable && !written;
      };
    }

    private Property property(BeanPropertyDefinition each, AnnotatedMember member, boolean read) {
      String name = each.getName();
      boolean readable =
          (read && (each.hasSetter() || each.hasField() || each.hasConstructorParameter()))
              || Nullness.isComponent(member.getMember());
      BeanPropertyWriter writer = writers == null ? null : writers.get(name);
      SettableBeanProperty reader = readers == null ? null : readers.get(name);
      // What is read depends on what is written, too: it has to be read again.
      boolean open =
          (writer != null && !isPlain(writer))
              || (direction.reads() && reader != null && !reading.isPlain(reader));
      return new Property(
          name,
          readable,
          each.getMetadata().getDefaultValue(),
          each.isRequired(),
          open,
          isOmitted(writer, member),
          !each.findAliases().isEmpty() || ignoresCase(),
          needed.contains(name),
          direction.reads() && reader != null && reading.takesNull(reader),
          reader == null ? OfNull.AS_DECLARED : asUsed(reading.given().ofNull(reader)),
          reader == null ? OfNull.AS_DECLARED : asUsed(GivenReading.ofNullInside(reader)));
    }

    /** What may also be written has null for null. */
    private OfNull asUsed(OfNull said) {
      return direction == Direction.READ || (direction.reads() && said == OfNull.READ)
          ? said
          : OfNull.AS_DECLARED;
    }

    private boolean isPlain(BeanPropertyWriter writer) {
      return writer.isUnwrapping() || writing.isSayable(writer);
    }

    private boolean ignoresCase() {
      return deserializer(mapper.constructType(type)) instanceof BeanDeserializerBase bean
          && bean.isCaseInsensitive();
    }

    /** Whether it is a setter or the parameter of a creator. */
    private static boolean isOnlyRead(AnnotatedMember member) {
      return member instanceof AnnotatedParameter
          || (member instanceof AnnotatedMethod method && method.getParameterCount() > 0);
    }

    private boolean isOmitted(@Nullable BeanPropertyWriter writer, AnnotatedMember member) {
      if (writer == null) {
        // Hidden on the way out; what is only for bodies may well be demanded in them.
        return writers != null
            && !isOnlyRead(member)
            && mapper
                    .serializationConfig()
                    .getAnnotationIntrospector()
                    .findPropertyAccess(mapper.serializationConfig(), member)
                != JsonProperty.Access.WRITE_ONLY;
      }
      Include inclusion =
          writer.findPropertyInclusion(mapper.serializationConfig(), type).getValueInclusion();
      // A schema whose use is not known may be that of a route with a view.
      boolean hasViews = writer.getViews() != null && writer.getViews().length > 0;
      return writer.willSuppressNulls()
          || (hasViews && direction == Direction.BOTH)
          || (inclusion != Include.ALWAYS && inclusion != Include.USE_DEFAULTS);
    }
  }

  /**
   * Tells whether properties of a value stand among those of a class in a way that no schema says:
   * under other names, or none of them where there is no value.
   */
  boolean isSpread(JavaType type) {
    AnnotationIntrospector introspector = mapper.serializationConfig().getAnnotationIntrospector();
    for (BeanPropertyDefinition each : description(type, !direction.writes()).findProperties()) {
      AnnotatedMember member = each.getPrimaryMember();
      NameTransformer names =
          member == null
              ? null
              : introspector.findUnwrappingNameTransformer(mapper.serializationConfig(), member);
      AnnotatedMember declared = each.getField() == null ? each.getGetter() : each.getField();
      if (names != null
          && (!names.transform("name").equals("name")
              || declared == null
              || Nullness.admitsNull(declared.getMember()))) {
        return true;
      }
    }
    return false;
  }

  /** What Jackson knows of a class. */
  BeanDescription description(Class<?> type, boolean read) {
    return description(mapper.constructType(type), read);
  }

  /** What Jackson knows of a type. */
  BeanDescription description(JavaType type, boolean read) {
    return read ? Introspection.ofReading(mapper, type) : Introspection.ofWriting(mapper, type);
  }
}
