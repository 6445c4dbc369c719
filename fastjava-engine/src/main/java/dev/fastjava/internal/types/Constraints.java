package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Jakarta Validation's constraints; loaded only when its annotations are on the class path. */
final class Constraints {
  /** The keywords that constraints become; of those that become the same one, the last counts. */
  private static final Map<Class<? extends Annotation>, List<String>> KEYWORDS =
      new LinkedHashMap<>();

  static {
    List<String> presence = List.of("required", "not");
    List<String> least = List.of("minLength", "minItems", "minProperties");
    List<String> most = List.of("maxLength", "maxItems", "maxProperties");
    List<String> lower = List.of("minimum", "exclusiveMinimum");
    List<String> upper = List.of("maximum", "exclusiveMaximum");
    KEYWORDS.put(NotNull.class, presence);
    KEYWORDS.put(NotEmpty.class, joined(presence, least));
    KEYWORDS.put(NotBlank.class, joined(presence, least));
    KEYWORDS.put(Size.class, joined(least, most));
    KEYWORDS.put(PositiveOrZero.class, lower);
    KEYWORDS.put(Positive.class, lower);
    KEYWORDS.put(DecimalMin.class, lower);
    KEYWORDS.put(Min.class, lower);
    KEYWORDS.put(NegativeOrZero.class, upper);
    KEYWORDS.put(Negative.class, upper);
    KEYWORDS.put(DecimalMax.class, upper);
    KEYWORDS.put(Max.class, upper);
    KEYWORDS.put(Pattern.class, List.of("pattern"));
    KEYWORDS.put(Email.class, List.of("format"));
  }

  private Constraints() {}

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /**
   * Adds the keywords.
   *
   * @param readsNull tells which members Jackson makes a value of when it reads null
   */
  static void addTo(
      SchemaGeneratorConfigBuilder builder,
      Direction direction,
      boolean validated,
      Predicate<MemberScope<?, ?>> readsNull) {
    SchemaGeneratorConfigPart<FieldScope> fields = builder.forFields();
    SchemaGeneratorConfigPart<MethodScope> methods = builder.forMethods();
    fields.withStringPatternResolver(Constraints::pattern);
    methods.withStringPatternResolver(Constraints::pattern);
    // What holds for some routes only is for the validator, not for the schema of the type.
    builder.with(
        new Keywords(validated && direction.reads(), readsNull).forValidationGroups(Default.class));
    if (direction.reads()) {
      fields.withInstanceAttributeOverride(
          (schema, member, context) -> addMessages(schema, member, direction));
      methods.withInstanceAttributeOverride(
          (schema, member, context) -> addMessages(schema, member, direction));
    }
  }

  /** Constraints whose messages are for a validator are no keywords. */
  private static final class Keywords extends JakartaValidationModule {
    private static final Set<Class<? extends Annotation>> BOUNDS =
        Set.of(
            Min.class,
            Max.class,
            DecimalMin.class,
            DecimalMax.class,
            Positive.class,
            PositiveOrZero.class,
            Negative.class,
            NegativeOrZero.class);

    private final boolean exact;
    private final Predicate<MemberScope<?, ?>> readsNull;

    /**
     * Makes the module.
     *
     * @param exact whether constraints that a keyword says only nearly are for a validator, too
     */
    Keywords(boolean exact, Predicate<MemberScope<?, ?>> readsNull) {
      this.readsNull = readsNull;
      this.exact = exact;
    }

    @Override
    @SuppressWarnings("NullAway") // null where nothing is known, which its API does not say
    protected Boolean isNullable(MemberScope<?, ?> member) {
      // What is not null is the value that the member has then.
      return readsNull.test(member) ? null : super.isNullable(member);
    }

    /** Whether a double, which is what keywords compare, need not have all digits of a value. */
    private static boolean hasMoreDigits(MemberScope<?, ?> member) {
      Class<?> type = member.getType() == null ? null : member.getType().getErasedType();
      return type == BigDecimal.class || type == Number.class;
    }

    @Override
    @SuppressWarnings("NullAway") // null where there is none, which its API does not say
    protected <A extends Annotation> A getAnnotationFromFieldOrGetter(
        MemberScope<?, ?> member, Class<A> type, Function<A, Class<?>[]> groups) {
      if (exact && (type == Email.class || (BOUNDS.contains(type) && hasMoreDigits(member)))) {
        return null;
      }
      A constraint = super.getAnnotationFromFieldOrGetter(member, type, groups);
      return constraint == null || OwnMessages.isTemplate(constraint) ? null : constraint;
    }
  }

  private static void addMessages(
      ObjectNode schema, MemberScope<?, ?> member, Direction direction) {
    ObjectNode messages = schema.objectNode();
    KEYWORDS.forEach(
        (type, keywords) -> {
          Annotation constraint = annotation(member, type);
          String text =
              constraint == null || !Nullness.isOfDefaultGroup(constraint)
                  ? null
                  : OwnMessages.text(constraint);
          if (text != null) {
            for (String keyword : keywords) {
              // Other schemas may be written by, where nothing but the form of values counts.
              if (!keyword.equals("not") || direction == Direction.READ) {
                messages.put(keyword, text);
              }
            }
          }
        });
    if (!messages.isEmpty()) {
      schema.set(DerivedNode.MESSAGES, messages);
    }
  }

  private static <A extends Annotation> @Nullable A annotation(
      MemberScope<?, ?> member, Class<A> type) {
    return member.isFakeContainerItemScope()
        ? member.getContainerItemAnnotationConsideringFieldAndGetter(type)
        : member.getAnnotationConsideringFieldAndGetter(type);
  }

  /** A constraint's expression has to match the whole string, and is written in Java's syntax. */
  private static @Nullable String pattern(MemberScope<?, ?> member) {
    Pattern constraint = annotation(member, Pattern.class);
    if (constraint == null
        || OwnMessages.isTemplate(constraint)
        || constraint.flags().length > 0
        || !Nullness.isOfDefaultGroup(constraint)) {
      return null;
    }
    return PatternSyntax.whole(constraint.regexp());
  }
}
