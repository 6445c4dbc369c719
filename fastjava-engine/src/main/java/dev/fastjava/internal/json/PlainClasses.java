package dev.fastjava.internal.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.ConfigOverride;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells which classes a mapper writes as one that nobody has told anything does: texts, numbers and
 * dates as themselves, maps, collections and arrays as their entries and items and nothing else.
 * Neither annotations, mix-ins included, nor modules, introspectors or settings for the class hide,
 * add or change anything. Asks once for each class. Thread-safe.
 */
final class PlainClasses {
  /** What settings can be made for, beside a class itself. */
  private static final List<Class<?>> INTERFACES =
      List.of(Map.class, Collection.class, List.class, Set.class, Iterable.class);

  /** What nearly all values are, for which nobody asks while replies are written. */
  private static final List<Class<?>> BASIC =
      List.of(
          String.class,
          Boolean.class,
          Integer.class,
          Long.class,
          Double.class,
          Float.class,
          Short.class,
          Byte.class,
          BigInteger.class,
          BigDecimal.class);

  /** More classes than an application has, unless they are made at run time. */
  private static final int MOST_CLASSES = 2_000;

  private final ObjectMapper mapper;
  private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();
  private final Map<Class<?>, Boolean> knownKeys = new ConcurrentHashMap<>();

  /** Whether the values of all basic classes are written as themselves. */
  private final boolean basic;

  /** Whether the names of properties may be texts of any kind, but texts. */
  private final boolean textKeys;

  /** The classes that nearly all replies have, for which no table is looked at. */
  private final boolean usual;

  PlainClasses(ObjectMapper mapper) {
    this.mapper = mapper;
    this.basic = BASIC.stream().allMatch(this::decide);
    this.textKeys = decideKey(String.class);
    this.usual =
        textKeys
            && decide(LinkedHashMap.class)
            && decide(HashMap.class)
            && decide(ArrayList.class)
            && decide(int[].class)
            && decide(long[].class)
            && decide(double[].class);
  }

  boolean areBasicPlain() {
    return basic;
  }

  boolean areUsualPlain() {
    return usual;
  }

  boolean isPlain(Class<?> type) {
    return (usual && isUsual(type)) || isKnownPlain(type);
  }

  private static boolean isUsual(Class<?> type) {
    return type == LinkedHashMap.class
        || type == ArrayList.class
        || type == HashMap.class
        || type == int[].class
        || type == long[].class
        || type == double[].class;
  }

  private boolean isKnownPlain(Class<?> type) {
    Boolean plain = known.get(type);
    if (plain == null) {
      plain = decide(type) && (textKeys || !Map.class.isAssignableFrom(type));
      remember(known, type, plain);
    }
    return plain;
  }

  /** Tells whether what a key is called is told by its class alone. */
  boolean isPlainKey(Class<?> type) {
    if (type == String.class) {
      return textKeys;
    }
    Boolean plain = knownKeys.get(type);
    if (plain == null) {
      plain = decideKey(type);
      remember(knownKeys, type, plain);
    }
    return plain;
  }

  private static void remember(Map<Class<?>, Boolean> table, Class<?> type, boolean plain) {
    if (table.size() >= MOST_CLASSES) {
      table.clear();
    }
    table.put(type, plain);
  }

  private boolean decide(Class<?> type) {
    try {
      return isSilent(type)
          && !writesItself(type)
          && mapper._serializationContext().findValueSerializer(type).getClass()
              == unchanged(type).findValueSerializer(type).getClass();
    } catch (JacksonException e) {
      return false; // for Jackson to say
    }
  }

  /** Such classes have one serializer, whatever they write. */
  private static boolean writesItself(Class<?> type) {
    return JacksonSerializable.class.isAssignableFrom(type)
        && !JsonNode.class.isAssignableFrom(type);
  }

  private boolean decideKey(Class<?> type) {
    try {
      return isSilent(type)
          && mapper._serializationContext().findKeySerializer(type, null).getClass()
              == unchanged(type).findKeySerializer(type, null).getClass();
    } catch (JacksonException e) {
      return false; // for Jackson to say
    }
  }

  /** Tells whether neither the class nor anybody else says something about its instances. */
  private boolean isSilent(Class<?> type) {
    SerializationConfig config = mapper.serializationConfig();
    if (type.getClassLoader() == null && isUnmixed(config)) {
      return !isConfigured(config, type);
    }
    AnnotatedClass annotated =
        config.classIntrospectorInstance().introspectClassAnnotations(mapper.constructType(type));
    AnnotationIntrospector introspector = config.getAnnotationIntrospector();
    return annotated.getAnnotations().size() == 0
        && !isConfigured(config, type)
        && config
            .getDefaultPropertyIgnorals(type, annotated)
            .findIgnoredForSerialization()
            .isEmpty()
        && introspector.findPropertyInclusionByName(config, annotated).getIncluded() == null
        && introspector.findFilterId(config, annotated) == null
        && isNothing(introspector.findFormat(config, annotated))
        && introspector.findContentSerializer(config, annotated) == null
        && introspector.findKeySerializer(config, annotated) == null;
  }

  /** Tells whether nobody can have said anything about the classes of the JDK. */
  private static boolean isUnmixed(SerializationConfig config) {
    return !config.hasMixIns()
        && config.getAnnotationIntrospector().getClass() == JacksonAnnotationIntrospector.class;
  }

  private static boolean isNothing(JsonFormat.@Nullable Value format) {
    return format == null || format.equals(JsonFormat.Value.empty());
  }

  private static boolean isConfigured(SerializationConfig config, Class<?> type) {
    if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
      return config.findConfigOverride(type) != null
          || INTERFACES.stream()
              .anyMatch(
                  each -> each.isAssignableFrom(type) && config.findConfigOverride(each) != null);
    }
    ConfigOverride override = config.findConfigOverride(type);
    // What else can be said of a class is about properties, and for those to know.
    return override != null && override.getFormat() != null;
  }

  /** Returns a context of a mapper that nobody has changed and that reads no annotations. */
  private static SerializationContext unchanged(Class<?> type) {
    // One that stays must not keep the classes of applications.
    boolean lasting = type.getClassLoader() == null;
    return (lasting ? Unchanged.MAPPER : Unchanged.mapper())._serializationContext();
  }

  /** Made when the first class is asked for. */
  private static final class Unchanged {
    static final ObjectMapper MAPPER = mapper();

    static ObjectMapper mapper() {
      return JsonMapper.builder().disable(MapperFeature.USE_ANNOTATIONS).build();
    }
  }
}
