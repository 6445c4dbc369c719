package dev.fastjava.internal.types;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Enums, maps, and types that Jackson writes as one of their values. */
final class JacksonTypes implements CustomDefinitionProviderV2 {
  private final JacksonView jackson;
  private final Map<Class<?>, ObjectNode> constants = new ConcurrentHashMap<>();

  JacksonTypes(JacksonView jackson) {
    this.jackson = jackson;
  }

  @Override
  @SuppressWarnings("NullAway") // null tells the generator to go on, which its API does not say
  public CustomDefinition provideCustomSchemaDefinition(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> raw = type.getErasedType();
    if (raw.isEnum() || (raw.getSuperclass() != null && raw.getSuperclass().isEnum())) {
      Class<?> declared = raw.isEnum() ? raw : raw.getSuperclass();
      // Asked once: constants are written and read to find out.
      ObjectNode known = constants.computeIfAbsent(declared, each -> constants(each, context));
      return known.isEmpty() ? OpenTypes.open(context) : inline(known.deepCopy());
    }
    if (Map.class.isAssignableFrom(raw)) {
      return inline(map(type.typeParametersFor(Map.class), context));
    }
    if (raw.isPrimitive() || raw.isArray() || raw.getName().startsWith("java.")) {
      return null;
    }
    AnnotatedMember value = jackson.valueOf(raw);
    if (value == null) {
      return null;
    }
    Class<?> written = value.getType().getRawClass();
    ValueDeserializer<?> deserializer =
        jackson.direction().reads()
            ? jackson.deserializer(jackson.mapper().constructType(raw))
            : null;
    if (deserializer != null) {
      if (jackson.direction() == Direction.READ && jackson.reading().isObject(deserializer, raw)) {
        return null;
      }
      if (!jackson.reading().isValue(deserializer, written)) {
        return OpenTypes.open(context);
      }
    }
    if (jackson.writing().isSpecial(value)) {
      return OpenTypes.open(context);
    }
    return inline(context.createDefinition(context.getTypeContext().resolve(written)));
  }

  private static CustomDefinition inline(ObjectNode schema) {
    return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.YES);
  }

  /** Names are what Jackson makes of the keys; so only values are described. */
  private static ObjectNode map(
      @Nullable List<ResolvedType> parameters, SchemaGenerationContext context) {
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    schema.put("type", "object");
    schema.put(ContentNulls.KNOWN, ContentNulls.ANY);
    if (parameters != null && parameters.size() == 2) {
      schema.set("additionalProperties", context.createDefinitionReference(parameters.get(1)));
    }
    return schema;
  }

  /** The schema of an enum; an empty one leaves its place open. */
  private ObjectNode constants(Class<?> type, SchemaGenerationContext context) {
    Object[] constants = type.getEnumConstants();
    if (jackson.direction().reads()
        && (jackson.reading().handlers().takeScalars() || !jackson.reading().isByName(type))) {
      return context.getGeneratorConfig().createObjectNode();
    }
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    Set<String> types = new LinkedHashSet<>();
    ArrayNode values = context.getGeneratorConfig().createArrayNode();
    for (Object constant : constants) {
      JsonNode written = jackson.mapper().valueToTree(constant);
      if (!written.isString() && !written.isNumber()) {
        return context.getGeneratorConfig().createObjectNode();
      }
      if (jackson.direction().reads() && !jackson.reading().reads(written, constant)) {
        return context.getGeneratorConfig().createObjectNode();
      }
      types.add(written.isString() ? "string" : written.isIntegralNumber() ? "integer" : "number");
      values.add(written);
    }
    if (types.size() == 1) {
      schema.put("type", types.iterator().next());
    }
    if (!values.isEmpty()) {
      schema.set("enum", values);
    }
    return schema;
  }
}
