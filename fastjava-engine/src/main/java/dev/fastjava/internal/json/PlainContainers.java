package dev.fastjava.internal.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells which maps and collections a mapper writes as their entries and items and nothing else:
 * neither annotations of their classes, mix-ins included, nor modules or settings of the mapper
 * hide, add or change anything. Asks once for each class. Thread-safe.
 */
final class PlainContainers {
  /** What settings can be made for, beside a class itself. */
  private static final List<Class<?>> INTERFACES =
      List.of(Map.class, Collection.class, List.class, Set.class, Iterable.class);

  /** More classes than an application has, unless they are made at run time. */
  private static final int MOST_CLASSES = 2_000;

  private final ObjectMapper mapper;
  private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

  /** The classes that nearly all replies have, for which no table is looked at. */
  private final boolean usual;

  PlainContainers(ObjectMapper mapper) {
    this.mapper = mapper;
    this.usual = decide(LinkedHashMap.class) && decide(HashMap.class) && decide(ArrayList.class);
  }

  boolean isPlain(Class<?> type) {
    if (type == LinkedHashMap.class || type == ArrayList.class || type == HashMap.class) {
      return usual;
    }
    Boolean plain = known.get(type);
    if (plain == null) {
      if (known.size() >= MOST_CLASSES) {
        known.clear();
      }
      plain = decide(type);
      known.put(type, plain);
    }
    return plain;
  }

  private boolean decide(Class<?> type) {
    SerializationConfig config = mapper.serializationConfig();
    SerializationContext context = mapper._serializationContext();
    JavaType javaType = mapper.constructType(type);
    AnnotatedClass annotated =
        config.classIntrospectorInstance().introspectClassAnnotations(javaType);
    if (annotated.getAnnotations().size() > 0
        || isConfigured(config, type)
        || config.getDefaultPropertyIgnorals(type, annotated).findIgnoredForSerialization().size()
            > 0) {
      return false;
    }
    try {
      return context.introspectBeanDescription(javaType).findJsonValueAccessor() == null
          && isUsual(context.findValueSerializer(javaType).getClass(), type);
    } catch (JacksonException e) {
      return false; // for Jackson to say
    }
  }

  private static boolean isConfigured(SerializationConfig config, Class<?> type) {
    return config.findConfigOverride(type) != null
        || INTERFACES.stream()
            .anyMatch(
                each -> each.isAssignableFrom(type) && config.findConfigOverride(each) != null);
  }

  private static boolean isUsual(Class<?> serializer, Class<?> type) {
    if (type.getName().startsWith("java.util.")) {
      return serializer == Usual.serializer(type);
    }
    return Map.class.isAssignableFrom(type)
        ? serializer == Usual.MAP
        : Usual.COLLECTIONS.contains(serializer);
  }

  /** How a mapper that nobody has changed writes; made when the first class is asked for. */
  private static final class Usual {
    static final JsonMapper UNCHANGED = JsonMapper.builder().build();
    static final Class<?> MAP = serializer(LinkedHashMap.class);
    static final Set<Class<?>> COLLECTIONS =
        new HashSet<>(
            List.of(
                serializer(ArrayList.class),
                serializer(LinkedHashSet.class),
                serializer(HashSet.class)));

    static Class<?> serializer(Class<?> type) {
      return UNCHANGED._serializationContext().findValueSerializer(type).getClass();
    }
  }
}
