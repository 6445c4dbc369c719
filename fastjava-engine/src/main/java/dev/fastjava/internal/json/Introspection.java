package dev.fastjava.internal.json;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** What a mapper knows of a type before anything is made that reads or writes it. */
public final class Introspection {
  private Introspection() {}

  /** The properties that are read. */
  public static BeanDescription ofReading(JsonMapper mapper, JavaType type) {
    ClassIntrospector introspector = mapper.deserializationConfig().classIntrospectorInstance();
    return introspector.introspectForDeserialization(
        type, introspector.introspectClassAnnotations(type));
  }

  /** The properties that are written. */
  public static BeanDescription ofWriting(JsonMapper mapper, JavaType type) {
    ClassIntrospector introspector = mapper.serializationConfig().classIntrospectorInstance();
    return introspector.introspectForSerialization(
        type, introspector.introspectClassAnnotations(type));
  }
}
