package dev.fastjava.internal.types;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.MemberScope.DeclarationDetails;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import dev.fastjava.internal.types.GivenReading.OfNull;
import dev.fastjava.internal.types.JacksonView.Property;
import dev.fastjava.schema.TypeSchema;
import java.lang.reflect.Array;
import java.lang.reflect.Member;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The generator's setup for one mapper and direction. Thread-safe. */
final class GeneratorSetup {
  /** Classes whose different instances are written differently. */
  private static final Set<Class<?>> DISTINCT =
      Set.of(
          String.class,
          Character.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          BigInteger.class,
          UUID.class);

  private static final boolean CONSTRAINTS = isPresent("jakarta.validation.constraints.NotNull");

  private final JacksonView jackson;
  private final ContentNulls nulls;
  private final SchemaGeneratorConfig config;
  private final PlainSchemas plain;
  private final TypeNames names;
  private final FreshBeans beans;
  private final boolean validated;

  /**
   * Sets a generator up.
   *
   * @param validated whether a validator checks what schemas do not say
   */
  GeneratorSetup(JsonMapper mapper, Direction direction, boolean validated) {
    this.beans = new FreshBeans(mapper);
    this.validated = validated;
    this.jackson = new JacksonView(mapper, direction);
    this.nulls =
        new ContentNulls(
            primitive -> direction.reads() && jackson.reading().takesNull(primitive),
            !direction.reads(),
            direction == Direction.READ ? jackson.reading().ofNullInside() : OfNull.AS_DECLARED);
    this.names = new TypeNames(jackson);
    this.config = build();
    this.plain = new PlainSchemas(mapper, names);
  }

  /** Tidies what the generator makes. */
  PlainSchemas plain() {
    return plain;
  }

  /** The configuration; it is safe for several threads. */
  SchemaGeneratorConfig config() {
    return config;
  }

  /** Where null is a value inside of containers. */
  ContentNulls nulls() {
    return nulls;
  }

  /** Returns the schema of some properties of a type, which knows what it leaves out. */
  Object partOf(TypeSchema<?> part, Object whole) {
    Map<?, ?> schema = AskedSchema.part(part, whole);
    return jackson.direction().reads() && whole instanceof DerivedNode derived
        ? names.partOf(part, derived, schema)
        : schema;
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
            // Only its nodes are used: it knows nothing of the application's types.
            JsonMapper.builder().build(),
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
    OpenTypes open = new OpenTypes(jackson);
    builder
        .forTypesInGeneral()
        .withPropertySorter(GeneratorSetup::asDeclared)
        .withDefinitionNamingStrategy(new DefinitionNames())
        .withCustomDefinitionProvider(new FixedTypes(jackson))
        .withCustomDefinitionProvider(new Subtypes(jackson, open))
        .withCustomDefinitionProvider(open)
        .withCustomDefinitionProvider(new JacksonTypes(jackson))
        .withTypeAttributeOverride((schema, scope, context) -> addNames(schema, scope))
        .withTypeAttributeOverride((schema, scope, context) -> markNulls(schema, scope))
        .withTypeAttributeOverride((schema, scope, context) -> names.mark(schema, scope))
        .withArrayUniqueItemsResolver(this::hasUniqueItems);
    fill(builder.forFields());
    fill(builder.forMethods());
    builder.forFields().withIgnoreCheck(field -> property(field) == null);
    builder.forMethods().withIgnoreCheck(method -> !isComputed(method));
    if (CONSTRAINTS) {
      Constraints.addTo(builder, jackson.direction(), validated, this::readsNull);
    }
    if (jackson.direction().reads()) {
      AnnotatedMessages.addTo(builder);
    }
    builder.with(
        new JacksonSchemaModule(
            JacksonOption.SKIP_SUBTYPE_LOOKUP, JacksonOption.IGNORE_TYPE_INFO_TRANSFORM));
    return builder.build();
  }

  @SuppressWarnings("UnusedVariable") // a comparator that leaves everything where it is
  private static int asDeclared(MemberScope<?, ?> left, MemberScope<?, ?> right) {
    return 0;
  }

  /** Two items of a set differ, but what is written of them need not, nor what is read. */
  private @Nullable Boolean hasUniqueItems(TypeScope scope) {
    if (jackson.direction() == Direction.READ
        || !Set.class.isAssignableFrom(scope.getType().getErasedType())) {
      return null;
    }
    List<ResolvedType> items = scope.getType().typeParametersFor(Set.class);
    boolean distinct =
        items != null && items.size() == 1 && DISTINCT.contains(items.get(0).getErasedType());
    return distinct ? true : null;
  }

  private <M extends MemberScope<?, ?>> void fill(SchemaGeneratorConfigPart<M> members) {
    members
        .withCustomDefinitionProvider((member, context) -> open(member, context))
        .withPropertyNameOverrideResolver(this::name)
        .withTargetTypeOverridesResolver(TypeArguments::of)
        .withNullableCheck(this::isNullable)
        .withInstanceAttributeOverride((schema, member, context) -> markNulls(schema, member))
        .withRequiredCheck(this::isRequired)
        .withReadOnlyCheck(this::isReadOnly)
        .withDefaultResolver(this::defaultValue);
  }

  @SuppressWarnings("NullAway") // null tells the generator to go on, which its API does not say
  private CustomPropertyDefinition open(MemberScope<?, ?> member, SchemaGenerationContext context) {
    Property property = property(member);
    return property != null && property.open()
        ? new CustomPropertyDefinition(
            context.getGeneratorConfig().createObjectNode(), AttributeInclusion.NO)
        : null;
  }

  /** What is read by a setter or a parameter alone has a name, of which no more is known. */
  private void addNames(ObjectNode schema, TypeScope scope) {
    Class<?> type = scope.getType().getErasedType();
    if (!jackson.direction().reads()
        || type.getName().startsWith("java.")
        || !schema.path("type").asString("").equals("object")) {
      return;
    }
    for (String name : jackson.withoutMember(type)) {
      ObjectNode properties = schema.withObjectProperty("properties");
      if (!properties.has(name)) {
        properties.set(name, schema.objectNode());
      }
    }
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

  private @Nullable Boolean isNullable(MemberScope<?, ?> member) {
    if (member.isFakeContainerItemScope()) {
      return false; // told by the levels of the container
    }
    Member raw = (Member) member.getRawMember();
    Property property = property(member);
    if (readsNull(member)) {
      return true;
    }
    // What becomes of null may be refused by a constraint, and nothing else would check that.
    if (property != null
        && (property.ofNull() == OfNull.REFUSED
            || (property.ofNull() == OfNull.READ && !Nullness.isOptional(raw)))) {
      return null;
    }
    boolean lenient =
        property != null
            && property.takesNull()
            && !isForbiddenUnsent(member, property)
            && !Nullness.isMarked(raw.getDeclaringClass());
    // Null lets constraints say more.
    return (lenient || Nullness.admitsNull(raw) || TypeArguments.admitNull(member)) ? true : null;
  }

  /**
   * Whether something becomes of null that is not null. Where it must not be null, a validator has
   * to see what that is: what is skipped keeps a value that may be null, too.
   */
  private boolean readsNull(MemberScope<?, ?> member) {
    Property property = property(member);
    return property != null
        && property.ofNull() == OfNull.READ
        && (validated
            || (!Nullness.isDemanded((Member) member.getRawMember())
                && !isForbiddenUnsent(member, property)
                && !isForbiddenEmpty(member)));
  }

  private void markNulls(ObjectNode schema, TypeScope scope) {
    Class<?> container = scope.getType().getErasedType();
    if (container.isArray() || Collection.class.isAssignableFrom(container)) {
      ResolvedType item = scope.getContext().getContainerItemType(scope.getType());
      schema.put(
          ContentNulls.KNOWN, nulls.inside(container, item == null ? null : item.getErasedType()));
    }
  }

  private void markNulls(ObjectNode schema, MemberScope<?, ?> member) {
    String levels =
        member.isFakeContainerItemScope()
            ? ""
            : nulls.inside((Member) member.getRawMember(), property(member));
    if (!levels.isEmpty()) {
      schema.put(ContentNulls.DECLARED, levels);
    }
  }

  private boolean isRequired(MemberScope<?, ?> member) {
    Property property = property(member);
    if (property == null || !isDemanded(member)) {
      return false;
    }
    if (!property.renamed()) {
      return true;
    }
    if (jackson.direction() == Direction.READ) {
      // Under which of its names it will be there no keyword can say.
      names.require(target(member).getErasedType(), property.name());
    }
    return false;
  }

  private boolean isDemanded(MemberScope<?, ?> member) {
    Property property = property(member);
    Member raw = (Member) member.getRawMember();
    if (property == null || property.defaultText() != null || property.omitted()) {
      return false;
    }
    if (!property.read() && jackson.direction() != Direction.WRITE) {
      return false;
    }
    if (property.required() || property.needed()) {
      return true;
    }
    if (isForbiddenUnsent(member, property)) {
      return true;
    }
    if (jackson.direction().reads() && isPreset(member)) {
      return false;
    }
    if (Nullness.isDemanded(raw)) {
      return true;
    }
    // What Jackson reads may lack what is not declared to be there; what it writes has it.
    return !Nullness.isNullable(raw)
        && !TypeArguments.admitNull(member)
        && !Nullness.isLeftToValidator(raw)
        && (Nullness.isMarked(raw.getDeclaringClass())
            || (jackson.direction() == Direction.WRITE && Nullness.isComponent(raw)));
  }

  /**
   * Whether what it has when nothing is sent breaks a constraint. A validator tells that in its own
   * words, where there is one.
   */
  private boolean isForbiddenUnsent(MemberScope<?, ?> member, Property property) {
    if (!CONSTRAINTS || validated || jackson.direction() != Direction.READ) {
      return false;
    }
    Object fresh = beans.value(target(member).getErasedType(), (Member) member.getRawMember());
    Class<?> type = member.getType() == null ? null : member.getType().getErasedType();
    boolean zero = fresh == null && property.takesNull() && type != null && type.isPrimitive();
    Object value = zero ? Array.get(Array.newInstance(type, 1), 0) : fresh;
    return value != null && PresetConstraints.forbid(member, value);
  }

  /** Whether nothing at all, which null may become, breaks a constraint. */
  private static boolean isForbiddenEmpty(MemberScope<?, ?> member) {
    Class<?> type = member.getType() == null ? Object.class : member.getType().getErasedType();
    Object empty =
        CharSequence.class.isAssignableFrom(type)
            ? ""
            : Collection.class.isAssignableFrom(type)
                ? List.of()
                : Map.class.isAssignableFrom(type) ? Map.of() : null;
    return CONSTRAINTS && empty != null && PresetConstraints.forbid(member, empty);
  }

  /** Whether objects have a value for it before one is read. */
  private boolean isPreset(MemberScope<?, ?> member) {
    return beans.sets(target(member).getErasedType(), (Member) member.getRawMember());
  }

  /** The type that is described: it may inherit the member. */
  private static ResolvedType target(MemberScope<?, ?> member) {
    DeclarationDetails details = member.getDeclarationDetails();
    ResolvedType target = details == null ? null : details.getSchemaTargetType();
    return target == null ? member.getDeclaringType() : target;
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
    return new DefaultTexts(jackson).value(member, property);
  }
}
