package dev.fastjava.internal.types;

import com.fasterxml.classmate.ResolvedType;
import java.lang.reflect.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** What Jackson sees of a type: which properties it reads and writes, and by which names. */
final class JacksonView {
  /** A property that is read, written or both. */
  record Property(String name, boolean read, @Nullable String defaultText, boolean required) {}

  private final JsonMapper mapper;
  private final Map<Class<?>, Map<Member, Property>> properties = new HashMap<>();

  JacksonView(JsonMapper mapper) {
    this.mapper = mapper;
  }

  JsonMapper mapper() {
    return mapper;
  }

  /** The property that a field or a getter stands for; null when Jackson does not know it. */
  synchronized @Nullable Property property(ResolvedType declaring, Member member) {
    return properties.computeIfAbsent(declaring.getErasedType(), this::introspect).get(member);
  }

  private Map<Member, Property> introspect(Class<?> type) {
    Map<Member, Property> found = new HashMap<>();
    // What can be read knows the constructor; what is only written comes second.
    collect(description(type, true).findProperties(), true, found);
    collect(description(type, false).findProperties(), false, found);
    return found;
  }

  private static void collect(
      List<BeanPropertyDefinition> properties, boolean read, Map<Member, Property> found) {
    for (BeanPropertyDefinition each : properties) {
      for (AnnotatedMember member :
          new @Nullable AnnotatedMember[] {each.getField(), each.getGetter()}) {
        if (member == null) {
          continue;
        }
        boolean readable =
            (read && (each.hasSetter() || each.hasField() || each.hasConstructorParameter()))
                || Nullness.isComponent(member.getMember());
        found.putIfAbsent(
            member.getMember(),
            new Property(
                each.getName(), readable, each.getMetadata().getDefaultValue(), each.isRequired()));
      }
    }
  }

  /** What Jackson knows of a class. */
  BeanDescription description(Class<?> type, boolean read) {
    JavaType javaType = mapper.constructType(type);
    ClassIntrospector introspector =
        read
            ? mapper.deserializationConfig().classIntrospectorInstance()
            : mapper.serializationConfig().classIntrospectorInstance();
    return read
        ? introspector.introspectForDeserialization(
            javaType, introspector.introspectClassAnnotations(javaType))
        : introspector.introspectForSerialization(
            javaType, introspector.introspectClassAnnotations(javaType));
  }
}
