package dev.fastjava.internal.types;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import dev.fastjava.schema.TypeSchema;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sealed types, and types with subtypes known to Jackson.
 *
 * <p>With {@link JsonTypeInfo} as a property: {@code oneOf} with a {@code discriminator}, each
 * alternative having the property as a constant. Without, nothing tells the alternatives apart, and
 * a value may fit several: {@code anyOf}.
 */
final class Alternatives implements CustomDefinitionProviderV2 {
  private final JacksonView jackson;

  Alternatives(JacksonView jackson) {
    this.jackson = jackson;
  }

  @Override
  @SuppressWarnings("NullAway") // null tells the generator to go on, which its API does not say
  public CustomDefinition provideCustomSchemaDefinition(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> raw = type.getErasedType();
    if (!raw.isSealed() && !raw.isAnnotationPresent(JsonTypeInfo.class)) {
      JsonTypeInfo inherited = typeInfo(raw);
      // A subtype used by itself is written with its tag, too.
      return inherited == null || isOpen(raw) ? null : alone(type, inherited, context);
    }
    JsonTypeInfo info = typeInfo(raw);
    if (info != null && !isProperty(info)) {
      return null;
    }
    Map<String, Class<?>> subtypes = info == null ? permitted(raw) : tagged(raw, info);
    if (subtypes.isEmpty()) {
      return null;
    }
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    ArrayNode alternatives = context.getGeneratorConfig().createArrayNode();
    if (info == null) {
      subtypes
          .values()
          .forEach(
              subtype ->
                  alternatives.add(
                      context.createDefinitionReference(
                          context.getTypeContext().resolveSubtype(type, subtype))));
      schema.set("anyOf", alternatives);
      return new CustomDefinition(schema);
    }
    String property = property(info);
    subtypes.forEach(
        (tag, subtype) ->
            alternatives.add(
                alternative(
                    context.getTypeContext().resolveSubtype(type, subtype),
                    property,
                    tag,
                    context)));
    schema.put("$comment", TypeSchema.DISCRIMINATED);
    schema.put("type", "object");
    schema.putObject("discriminator").put("propertyName", property);
    schema.putArray("required").add(property);
    schema.set("oneOf", alternatives);
    return new CustomDefinition(schema);
  }

  private @Nullable CustomDefinition alone(
      ResolvedType type, JsonTypeInfo info, SchemaGenerationContext context) {
    if (!isProperty(info)) {
      return null;
    }
    Class<?> raw = type.getErasedType();
    for (Map.Entry<String, Class<?>> each : tagged(root(raw), info).entrySet()) {
      if (each.getValue() == raw) {
        return new CustomDefinition(alternative(type, property(info), each.getKey(), context));
      }
    }
    return null;
  }

  private ObjectNode alternative(
      ResolvedType subtype, String property, String tag, SchemaGenerationContext context) {
    ObjectNode own = context.createStandardDefinition(subtype, this);
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    schema.put("type", "object");
    // First, so that an alternative is turned down before anything in it is converted.
    ObjectNode properties = schema.putObject("properties");
    properties.putObject(property).put("type", "string").put("const", tag);
    if (own.get("properties") instanceof ObjectNode declared) {
      declared.properties().forEach(each -> properties.putIfAbsent(each.getKey(), each.getValue()));
    }
    ArrayNode required = schema.putArray("required").add(property);
    if (own.get("required") instanceof ArrayNode names) {
      for (JsonNode name : names) {
        if (!name.asString().equals(property)) {
          required.add(name);
        }
      }
    }
    own.properties().forEach(each -> schema.putIfAbsent(each.getKey(), each.getValue()));
    return schema;
  }

  private static boolean isOpen(Class<?> type) {
    return type.isInterface() || Modifier.isAbstract(type.getModifiers());
  }

  private static @Nullable JsonTypeInfo typeInfo(Class<?> type) {
    Class<?> root = root(type);
    return root.getAnnotation(JsonTypeInfo.class);
  }

  /** The type above that says how subtypes are told apart; the type itself when none does. */
  private static Class<?> root(Class<?> type) {
    if (type.isAnnotationPresent(JsonTypeInfo.class)) {
      return type;
    }
    List<Class<?>> above = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      above.add(0, type.getSuperclass());
    }
    for (Class<?> each : above) {
      Class<?> root = root(each);
      if (root.isAnnotationPresent(JsonTypeInfo.class)) {
        return root;
      }
    }
    return type;
  }

  private static boolean isProperty(JsonTypeInfo info) {
    boolean known =
        info.use() == JsonTypeInfo.Id.NAME
            || info.use() == JsonTypeInfo.Id.SIMPLE_NAME
            || info.use() == JsonTypeInfo.Id.CLASS;
    return known
        && (info.include() == JsonTypeInfo.As.PROPERTY
            || info.include() == JsonTypeInfo.As.EXISTING_PROPERTY);
  }

  private static String property(JsonTypeInfo info) {
    return info.property().isEmpty() ? info.use().getDefaultPropertyName() : info.property();
  }

  /** Subtypes by their tags, as Jackson knows them. */
  private Map<String, Class<?>> tagged(Class<?> type, JsonTypeInfo info) {
    DeserializationConfig config = jackson.mapper().deserializationConfig();
    AnnotatedClass annotated =
        config
            .classIntrospectorInstance()
            .introspectClassAnnotations(jackson.mapper().constructType(type));
    Map<String, Class<?>> subtypes = new LinkedHashMap<>();
    for (NamedType each :
        config.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, annotated)) {
      Class<?> subtype = each.getType();
      if (!isOpen(subtype)) {
        subtypes.putIfAbsent(tag(each, info), subtype);
      }
    }
    return subtypes;
  }

  private static String tag(NamedType subtype, JsonTypeInfo info) {
    if (info.use() == JsonTypeInfo.Id.CLASS) {
      return subtype.getType().getName();
    }
    if (subtype.hasName()) {
      return subtype.getName();
    }
    String name = subtype.getType().getName();
    int start = name.lastIndexOf('.') + 1;
    return info.use() == JsonTypeInfo.Id.SIMPLE_NAME
        ? name.substring(Math.max(start, name.lastIndexOf('$') + 1))
        : name.substring(start);
  }

  private static Map<String, Class<?>> permitted(Class<?> type) {
    Map<String, Class<?>> subtypes = new LinkedHashMap<>();
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted != null) {
      for (Class<?> each : permitted) {
        if (each.isSealed()) {
          subtypes.putAll(permitted(each));
        } else {
          subtypes.put(each.getName(), each);
        }
      }
      if (!isOpen(type)) {
        subtypes.put(type.getName(), type);
      }
    }
    return subtypes;
  }
}
