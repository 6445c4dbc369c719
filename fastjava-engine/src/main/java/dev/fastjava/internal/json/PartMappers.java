package dev.fastjava.internal.json;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/** The application's mapper as the parts of a request need it that consist of texts. */
final class PartMappers {
  private PartMappers() {}

  /** For queries: texts become what the type wants, and a value that came once is a list of one. */
  static JsonMapper ofQuery(JsonMapper mapper) {
    return mapper
        .rebuild()
        .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .build();
  }

  /** For parameters: which there are is the route's business, not the client's. */
  static JsonMapper ofParams(JsonMapper mapper) {
    return ofQuery(mapper)
        .rebuild()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /** For headers: {@code userAgent} is {@code User-Agent}, in any case, among many others. */
  static JsonMapper ofHeaders(JsonMapper mapper) {
    return ofParams(mapper)
        .rebuild()
        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
        .disable(MapperFeature.ALLOW_EXPLICIT_PROPERTY_RENAMING)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
        .build();
  }

  /**
   * The names that the properties of a type have for one mapper, by those they have for another.
   */
  static Map<String, String> names(JsonMapper from, JsonMapper to, Type type) {
    Map<String, String> target = new HashMap<>();
    properties(to, type).forEach((name, member) -> target.put(member, name));
    Map<String, String> names = new LinkedHashMap<>();
    properties(from, type)
        .forEach((name, member) -> names.put(name, target.getOrDefault(member, name)));
    return names;
  }

  /** The properties of a type, and what they are called in Java. */
  private static Map<String, String> properties(JsonMapper mapper, Type type) {
    JavaType javaType = mapper.constructType(type);
    Map<String, String> properties = new LinkedHashMap<>();
    for (BeanPropertyDefinition each : Introspection.ofReading(mapper, javaType).findProperties()) {
      properties.put(each.getName(), each.getInternalName());
    }
    return properties;
  }
}
