package dev.fastjava.internal.types;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sealed types, and types with subtypes known to Jackson.
 *
 * <p>With a property that tells them apart: {@code oneOf} with a {@code discriminator}, each
 * alternative having the property as a constant. Without, a value may fit several: {@code anyOf}.
 * Of all other ways to tell them apart nothing can be said.
 */
final class Subtypes implements CustomDefinitionProviderV2 {
  private final JacksonView jackson;
  private final OpenTypes open;

  Subtypes(JacksonView jackson, OpenTypes open) {
    this.jackson = jackson;
    this.open = open;
  }

  @Override
  @SuppressWarnings("NullAway") // null tells the generator to go on, which its API does not say
  public CustomDefinition provideCustomSchemaDefinition(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> raw = type.getErasedType();
    if (raw.isPrimitive() || raw.isArray() || raw.getName().startsWith("java.")) {
      return jackson.tagging(raw) == null ? null : OpenTypes.open(context);
    }
    Tagging tagging = jackson.tagging(raw);
    if (tagging == null) {
      return raw.isSealed() ? untagged(type, context) : null;
    }
    if (!tagging.isSayable()) {
      return OpenTypes.open(context);
    }
    Map<String, Class<?>> subtypes = tagged(raw, tagging);
    if (subtypes.isEmpty() || !subtypes.values().stream().allMatch(open::isPlainObject)) {
      return OpenTypes.open(context);
    }
    if (subtypes.size() == 1 && subtypes.containsValue(raw)) {
      // A subtype used by itself is written with its tag, too. Inline: its definition is without.
      String tag = subtypes.keySet().iterator().next();
      if (!jackson.hasTag(raw, tag)) {
        return OpenTypes.open(context);
      }
      return new CustomDefinition(
          alternative(type, tagging.property(), tag, context),
          DefinitionType.INLINE,
          AttributeInclusion.YES);
    }
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    ArrayNode alternatives = context.getGeneratorConfig().createArrayNode();
    subtypes.forEach(
        (tag, subtype) ->
            alternatives.add(
                alternative(
                    context.getTypeContext().resolveSubtype(type, subtype),
                    tagging.property(),
                    tag,
                    context)));
    schema.put("$comment", DerivedNode.DISCRIMINATED);
    schema.put("type", "object");
    schema.putObject("discriminator").put("propertyName", tagging.property());
    schema.putArray("required").add(tagging.property());
    schema.set("oneOf", alternatives);
    return new CustomDefinition(schema);
  }

  /** Any of the subtypes that a sealed type permits; it cannot be read. */
  private @Nullable CustomDefinition untagged(ResolvedType type, SchemaGenerationContext context) {
    Map<String, Class<?>> subtypes = permitted(type.getErasedType());
    if (subtypes.isEmpty()) {
      return null;
    }
    if (!subtypes.values().stream().allMatch(open::isPlainObject)) {
      return OpenTypes.open(context);
    }
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    ArrayNode alternatives = schema.putArray("anyOf");
    for (Class<?> subtype : subtypes.values()) {
      alternatives.add(
          context.createDefinitionReference(
              context.getTypeContext().resolveSubtype(type, subtype)));
    }
    return new CustomDefinition(schema);
  }

  private ObjectNode alternative(
      ResolvedType subtype, String property, String tag, SchemaGenerationContext context) {
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    schema.put("type", "object");
    // First, so that an alternative is turned down before anything in it is converted.
    schema.putObject("properties").putObject(property).put("type", "string").put("const", tag);
    schema.putArray("required").add(property);
    // A reference, for it may contain the whole.
    schema.putArray("allOf").add(context.createStandardDefinitionReference(subtype, this));
    return schema;
  }

  private static boolean isOpen(Class<?> type) {
    return type.isInterface() || Modifier.isAbstract(type.getModifiers());
  }

  /** The type above that is told apart first; the type itself when it is that. */
  private Class<?> root(Class<?> type) {
    List<Class<?>> above = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
      above.add(0, type.getSuperclass());
    }
    for (Class<?> each : above) {
      if (!each.getName().startsWith("java.") && jackson.tagging(each) != null) {
        return root(each);
      }
    }
    return type;
  }

  /** The subtypes of a type, and the type itself, by their tags, as Jackson knows them. */
  private Map<String, Class<?>> tagged(Class<?> type, Tagging tagging) {
    DeserializationConfig config = jackson.mapper().deserializationConfig();
    AnnotatedClass annotated =
        config
            .classIntrospectorInstance()
            .introspectClassAnnotations(jackson.mapper().constructType(root(type)));
    Map<String, Class<?>> subtypes = new LinkedHashMap<>();
    for (NamedType each :
        config.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, annotated)) {
      Class<?> subtype = each.getType();
      if (!isOpen(subtype) && type.isAssignableFrom(subtype)) {
        subtypes.putIfAbsent(tagging.tag(each), subtype);
      }
    }
    return subtypes;
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
