package dev.fastjava.internal.boot;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Derives JSON Schemas from Java types: records, beans, enums, collections, maps, optionals and
 * scalars, nested and recursive. Components are required unless they are optional or marked {@code
 * Nullable}; unknown properties are not listed. Runs at boot only.
 */
final class TypeSchemas {
  private static final Map<Class<?>, Map<String, Object>> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(CharSequence.class, Map.of("type", "string")),
          Map.entry(char.class, Map.of("type", "string", "minLength", 1, "maxLength", 1)),
          Map.entry(Character.class, Map.of("type", "string", "minLength", 1, "maxLength", 1)),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Boolean.class, Map.of("type", "boolean")),
          Map.entry(byte.class, Map.of("type", "integer", "minimum", -128, "maximum", 127)),
          Map.entry(Byte.class, Map.of("type", "integer", "minimum", -128, "maximum", 127)),
          Map.entry(short.class, Map.of("type", "integer", "minimum", -32768, "maximum", 32767)),
          Map.entry(Short.class, Map.of("type", "integer", "minimum", -32768, "maximum", 32767)),
          Map.entry(int.class, integer(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(Integer.class, integer(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(long.class, Map.of("type", "integer")),
          Map.entry(Long.class, Map.of("type", "integer")),
          Map.entry(BigInteger.class, Map.of("type", "integer")),
          Map.entry(float.class, Map.of("type", "number")),
          Map.entry(Float.class, Map.of("type", "number")),
          Map.entry(double.class, Map.of("type", "number")),
          Map.entry(Double.class, Map.of("type", "number")),
          Map.entry(BigDecimal.class, Map.of("type", "number")),
          Map.entry(Number.class, Map.of("type", "number")),
          Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
          Map.entry(URI.class, Map.of("type", "string", "format", "uri")),
          Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(OffsetDateTime.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(ZonedDateTime.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
          Map.entry(OffsetTime.class, Map.of("type", "string", "format", "time")),
          Map.entry(Duration.class, Map.of("type", "string", "format", "duration")));

  private static final Set<String> NOT_NULL =
      Set.of("NotNull", "NonNull", "Nonnull", "NotBlank", "NotEmpty");

  private final Class<?> root;
  private final Map<Class<?>, String> names = new LinkedHashMap<>();
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private TypeSchemas(Class<?> root) {
    this.root = root;
  }

  private static Map<String, Object> integer(int least, int most) {
    return Map.of("type", "integer", "minimum", least, "maximum", most);
  }

  /** Derives the schema of a type. */
  static Object of(Class<?> type) {
    TypeSchemas schemas = new TypeSchemas(type);
    Map<String, Object> schema = schemas.schema(type);
    if (schemas.definitions.isEmpty()) {
      return schema;
    }
    Map<String, Object> whole = new LinkedHashMap<>(schema);
    whole.put("definitions", schemas.definitions);
    return whole;
  }

  private Map<String, Object> schema(Type type) {
    if (type instanceof Class<?> raw) {
      return schema(raw);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      Type[] arguments = generic.getActualTypeArguments();
      if (Optional.class == raw) {
        return schema(arguments[0]);
      }
      if (Collection.class.isAssignableFrom(raw)) {
        return array(raw, schema(arguments[0]));
      }
      if (Map.class.isAssignableFrom(raw)) {
        return Map.of("type", "object", "additionalProperties", schema(arguments[1]));
      }
      return schema(raw);
    }
    if (type instanceof WildcardType wildcard) {
      return schema(wildcard.getUpperBounds()[0]);
    }
    return Map.of();
  }

  private static Map<String, Object> array(Class<?> raw, Map<String, Object> items) {
    return Set.class.isAssignableFrom(raw)
        ? Map.of("type", "array", "items", items, "uniqueItems", true)
        : Map.of("type", "array", "items", items);
  }

  private Map<String, Object> schema(Class<?> type) {
    Map<String, Object> scalar = SCALARS.get(type);
    if (scalar != null) {
      return scalar;
    }
    if (type.isEnum()) {
      List<Object> constants =
          Arrays.stream(type.getEnumConstants()).map(each -> (Object) each.toString()).toList();
      return Map.of("type", "string", "enum", constants);
    }
    if (type.isArray()) {
      return array(type, schema(type.getComponentType()));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return array(type, Map.of());
    }
    if (Map.class.isAssignableFrom(type)) {
      return Map.of("type", "object", "additionalProperties", true);
    }
    if (type == Object.class) {
      return Map.of();
    }
    return reference(type);
  }

  /** Structures are defined once and referred to, so that they may contain themselves. */
  private Map<String, Object> reference(Class<?> type) {
    if (type == root && !names.containsKey(type)) {
      names.put(type, "#");
      return structure(type);
    }
    String name = names.get(type);
    if (name == null) {
      name = "#/definitions/" + type.getSimpleName() + (names.size() > 1 ? names.size() : "");
      names.put(type, name);
      definitions.put(name.substring("#/definitions/".length()), structure(type));
    }
    return Map.of("$ref", name);
  }

  private Map<String, Object> structure(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Object> required = new ArrayList<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        properties.put(
            component.getName(),
            nullable(schema(component.getGenericType()), component.getAnnotatedType()));
        if (component.getType() != Optional.class && !isNullable(component.getAnnotatedType())) {
          required.add(component.getName());
        }
      }
    } else {
      beanProperties(type, properties, required);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private void beanProperties(
      Class<?> type, Map<String, Object> properties, List<Object> required) {
    try {
      for (PropertyDescriptor each :
          Introspector.getBeanInfo(type, Object.class).getPropertyDescriptors()) {
        var getter = each.getReadMethod();
        if (getter == null) {
          continue;
        }
        properties.put(
            each.getName(),
            nullable(schema(getter.getGenericReturnType()), getter.getAnnotatedReturnType()));
        boolean demanded =
            getter.getReturnType().isPrimitive()
                || Arrays.stream(getter.getAnnotations()).anyMatch(TypeSchemas::demands);
        if (demanded) {
          required.add(each.getName());
        }
      }
    } catch (IntrospectionException e) {
      throw new IllegalArgumentException("No schema can be derived from " + type.getName(), e);
    }
  }

  private static boolean demands(Annotation annotation) {
    return NOT_NULL.contains(annotation.annotationType().getSimpleName());
  }

  private static Map<String, Object> nullable(Map<String, Object> schema, AnnotatedType type) {
    if (!isNullable(type) || !schema.containsKey("type")) {
      return schema;
    }
    Map<String, Object> nullable = new LinkedHashMap<>(schema);
    nullable.put("nullable", true);
    if (schema.get("enum") instanceof List<?> constants) {
      List<@Nullable Object> all = new ArrayList<>(constants);
      all.add(null);
      nullable.put("enum", all);
    }
    return nullable;
  }

  private static boolean isNullable(AnnotatedType type) {
    return Arrays.stream(type.getAnnotations())
        .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
  }
}
