package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.groups.Default;
import org.jspecify.annotations.Nullable;

/** Jakarta Validation's constraints; loaded only when its annotations are on the class path. */
final class Constraints {
  private Constraints() {}

  static void addTo(SchemaGeneratorConfigBuilder builder) {
    SchemaGeneratorConfigPart<FieldScope> fields = builder.forFields();
    SchemaGeneratorConfigPart<MethodScope> methods = builder.forMethods();
    fields.withStringPatternResolver(Constraints::pattern);
    methods.withStringPatternResolver(Constraints::pattern);
    // What holds for some routes only is for the validator, not for the schema of the type.
    builder.with(new JakartaValidationModule().forValidationGroups(Default.class));
  }

  /** A constraint's expression has to match the whole string, and is written in Java's syntax. */
  private static @Nullable String pattern(MemberScope<?, ?> member) {
    Pattern constraint =
        member.isFakeContainerItemScope()
            ? member.getContainerItemAnnotationConsideringFieldAndGetter(Pattern.class)
            : member.getAnnotationConsideringFieldAndGetter(Pattern.class);
    if (constraint == null
        || constraint.flags().length > 0
        || !Nullness.isOfDefaultGroup(constraint)) {
      return null;
    }
    return PatternSyntax.whole(constraint.regexp());
  }
}
