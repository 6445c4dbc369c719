package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import dev.fastjava.internal.types.JacksonView.Property;
import java.lang.reflect.Member;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sets the generator up for one mapper. */
final class GeneratorSetup {
  private static final boolean CONSTRAINTS = isPresent("jakarta.validation.constraints.NotNull");

  private final JacksonView jackson;

  private GeneratorSetup(JsonMapper mapper) {
    this.jackson = new JacksonView(mapper);
  }

  /** The configuration for the types that a mapper reads and writes; safe for several threads. */
  static SchemaGeneratorConfig config(JsonMapper mapper) {
    return new GeneratorSetup(mapper).build();
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, GeneratorSetup.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private SchemaGeneratorConfig build() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(
            jackson.mapper(),
            SchemaVersion.DRAFT_7,
            new OptionPreset(
                Option.PUBLIC_NONSTATIC_FIELDS,
                Option.NONPUBLIC_NONSTATIC_FIELDS_WITH_GETTERS,
                Option.NONPUBLIC_NONSTATIC_FIELDS_WITHOUT_GETTERS,
                Option.GETTER_METHODS,
                Option.NONSTATIC_NONVOID_NONGETTER_METHODS,
                Option.FIELDS_DERIVED_FROM_ARGUMENTFREE_METHODS,
                Option.TRANSIENT_FIELDS,
                Option.FLATTENED_OPTIONALS,
                Option.FLATTENED_SUPPLIERS,
                Option.PLAIN_DEFINITION_KEYS,
                Option.ALLOF_CLEANUP_AT_THE_END,
                Option.NULLABLE_ARRAY_ITEMS_ALLOWED));
    builder
        .forTypesInGeneral()
        .withPropertySorter(GeneratorSetup::asDeclared)
        .withCustomDefinitionProvider(new FixedTypes())
        .withCustomDefinitionProvider(new JacksonTypes(jackson))
        .withCustomDefinitionProvider(new Alternatives(jackson))
        .withArrayUniqueItemsResolver(
            scope -> Set.class.isAssignableFrom(scope.getType().getErasedType()) ? true : null);
    fill(builder.forFields());
    fill(builder.forMethods());
    builder.forFields().withIgnoreCheck(field -> property(field) == null);
    builder.forMethods().withIgnoreCheck(method -> !isComputed(method));
    if (CONSTRAINTS) {
      Constraints.addTo(builder);
    }
    builder.with(new JacksonSchemaModule(JacksonOption.SKIP_SUBTYPE_LOOKUP));
    return builder.build();
  }

  @SuppressWarnings("UnusedVariable") // a comparator that leaves everything where it is
  private static int asDeclared(MemberScope<?, ?> left, MemberScope<?, ?> right) {
    return 0;
  }

  private <M extends MemberScope<?, ?>> void fill(SchemaGeneratorConfigPart<M> members) {
    members
        .withPropertyNameOverrideResolver(this::name)
        .withNullableCheck(GeneratorSetup::isNullable)
        .withRequiredCheck(this::isRequired)
        .withReadOnlyCheck(this::isReadOnly)
        .withDefaultResolver(this::defaultValue);
  }

  private @Nullable Property property(MemberScope<?, ?> member) {
    return jackson.property(member.getDeclaringType(), (Member) member.getRawMember());
  }

  /** A getter without a field, which is only written. */
  private boolean isComputed(MethodScope method) {
    if (method.getArgumentCount() > 0 || method.isVoid() || method.isStatic()) {
      return false;
    }
    FieldScope field = method.findGetterField();
    return (field == null || property(field) == null)
        && property(method) != null
        && !Nullness.isComponent(method.getRawMember());
  }

  private @Nullable String name(MemberScope<?, ?> member) {
    Property property = property(member);
    return property == null ? null : property.name();
  }

  private static @Nullable Boolean isNullable(MemberScope<?, ?> member) {
    Member raw = (Member) member.getRawMember();
    if (member.isFakeContainerItemScope()) {
      return Nullness.hasNullableItems(raw);
    }
    // Null lets constraints say more.
    return Nullness.isNullable(raw) ? true : null;
  }

  private boolean isRequired(MemberScope<?, ?> member) {
    Property property = property(member);
    Member raw = (Member) member.getRawMember();
    if (property == null || !property.read() || property.defaultText() != null) {
      return false;
    }
    if (property.required() || Nullness.isDemanded(raw)) {
      return true;
    }
    return !Nullness.isNullable(raw)
        && (Nullness.isComponent(raw) || Nullness.isMarked(raw.getDeclaringClass()));
  }

  private boolean isReadOnly(MemberScope<?, ?> member) {
    Property property = property(member);
    return property != null && !property.read();
  }

  private @Nullable Object defaultValue(MemberScope<?, ?> member) {
    Property property = property(member);
    if (property == null || property.defaultText() == null || member.isFakeContainerItemScope()) {
      return null;
    }
    Class<?> type = member.getType().getErasedType();
    if (CharSequence.class.isAssignableFrom(type) || type.isEnum()) {
      return property.defaultText();
    }
    try {
      return jackson.mapper().readValue(property.defaultText(), Object.class);
    } catch (JacksonException e) {
      return property.defaultText();
    }
  }
}
