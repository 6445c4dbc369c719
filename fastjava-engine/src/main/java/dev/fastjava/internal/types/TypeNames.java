package dev.fastjava.internal.types;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.github.victools.jsonschema.generator.TypeScope;
import dev.fastjava.schema.TypeSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the names that the properties of types are read by. The generator keeps no more than JSON:
 * a number stands for the type whose names are those of a schema. Thread-safe.
 */
final class TypeNames {
  /** The name under which the generator keeps the number of a type. */
  static final String MARK = "\u0000names";

  private final JacksonView jackson;
  private final List<Class<?>> types = new ArrayList<>();
  private final Map<Class<?>, Set<String>> required = new LinkedHashMap<>();

  TypeNames(JacksonView jackson) {
    this.jackson = jackson;
  }

  /** Notes a type at its schema. */
  synchronized void mark(ObjectNode schema, TypeScope scope) {
    Class<?> type = scope.getType().getErasedType();
    // An alternative refers to the schema of the same type without its tag.
    boolean alternative = schema.has("allOf") && jackson.tagging(type) != null;
    if (!jackson.direction().reads()
        || alternative
        || type.getName().startsWith("java.")
        || !schema.has("properties")
        || of(type) == null) {
      return;
    }
    if (!types.contains(type)) {
      types.add(type);
    }
    schema.put(MARK, types.indexOf(type));
  }

  /** Notes a property that has to be there by one of its names. */
  synchronized void require(Class<?> type, String property) {
    required.computeIfAbsent(type, each -> new LinkedHashSet<>()).add(property);
  }

  /**
   * The names of the type that was noted at a schema; null when they are those of the schema.
   *
   * @param properties what it has: those of unwrapped types, too
   */
  synchronized @Nullable ReadNames of(@Nullable Object mark, @Nullable Object properties) {
    ReadNames names = mark instanceof Integer index ? of(types.get(index)) : null;
    return names == null ? null : names.including(names((Map<?, ?>) properties));
  }

  /** The schema of some properties, with the names of all of them. */
  synchronized PartialSchema partOf(TypeSchema<?> part, DerivedNode whole, Map<?, ?> schema) {
    JavaType type = jackson.mapper().constructType(part.type());
    Set<String> all = names((Map<?, ?>) whole.get("properties"));
    Set<String> kept = names((Map<?, ?>) schema.get("properties"));
    ReadNames known = whole.names();
    if (known == null) {
      known = ReadNames.of(Map.of(), null, Set.of(), Set.of(), false);
    }
    boolean bindable = kept.containsAll(jackson.needed(type));
    PartialSchema partial = new PartialSchema(part.type(), schema, bindable);
    partial.remembering(whole).withNames(known.including(all).part(kept, part.isAlone()));
    return partial;
  }

  private static Set<String> names(@Nullable Map<?, ?> properties) {
    Set<String> names = new LinkedHashSet<>();
    if (properties != null) {
      properties.keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    return names;
  }

  private @Nullable ReadNames of(Class<?> type) {
    JavaType javaType = jackson.mapper().constructType(type);
    if (!(jackson.deserializer(javaType) instanceof BeanDeserializerBase bean)) {
      return null;
    }
    DeserializationConfig config = jackson.mapper().deserializationConfig();
    BeanDescription description = jackson.description(javaType, true);
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> aliases = new LinkedHashMap<>();
    boolean open = description.findAnySetterAccessor() != null;
    for (BeanPropertyDefinition each : description.findProperties()) {
      names.put(each.getName(), each.getName());
      for (PropertyName alias : each.findAliases()) {
        aliases.putIfAbsent(alias.getSimpleName(), each.getName());
      }
      AnnotatedMember member = each.getPrimaryMember();
      // What is unwrapped has its names among those of the type.
      open |=
          member != null
              && config.getAnnotationIntrospector().findUnwrappingNameTransformer(config, member)
                  != null;
    }
    aliases.forEach(names::putIfAbsent);
    Set<String> others = others(bean, type);
    Locale anyCase = bean.isCaseInsensitive() ? config.getLocale() : null;
    boolean plain = aliases.isEmpty() && anyCase == null && !open && others.isEmpty();
    return plain
        ? null
        : ReadNames.of(
            names, anyCase, Set.copyOf(required.getOrDefault(type, Set.of())), others, open);
  }

  /** The names of tags: that of the type itself, and those of properties that stand beside them. */
  private Set<String> others(BeanDeserializerBase bean, Class<?> type) {
    Set<String> others = new HashSet<>();
    Tagging tagging = jackson.tagging(type);
    if (tagging != null && tagging.hasProperty()) {
      others.add(tagging.property());
    }
    List<SettableBeanProperty> properties = new ArrayList<>();
    bean.properties().forEachRemaining(properties::add);
    bean.creatorProperties().forEachRemaining(properties::add);
    for (SettableBeanProperty each : properties) {
      TypeDeserializer tag = each.getValueTypeDeserializer();
      if (tag != null
          && tag.getTypeInclusion() == JsonTypeInfo.As.EXTERNAL_PROPERTY
          && tag.getPropertyName() != null) {
        others.add(tag.getPropertyName());
      }
    }
    return others;
  }
}
