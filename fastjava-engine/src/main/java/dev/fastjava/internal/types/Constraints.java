package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import dev.fastjava.internal.validation.regex.Regex;
import dev.fastjava.internal.validation.regex.RegexSyntaxException;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Jakarta Validation's constraints; loaded only when its annotations are on the class path. */
final class Constraints {
  private Constraints() {}

  static void addTo(SchemaGeneratorConfigBuilder builder) {
    SchemaGeneratorConfigPart<FieldScope> fields = builder.forFields();
    SchemaGeneratorConfigPart<MethodScope> methods = builder.forMethods();
    fields.withStringPatternResolver(Constraints::pattern);
    methods.withStringPatternResolver(Constraints::pattern);
    builder.with(new JakartaValidationModule());
  }

  /** A constraint's expression has to match the whole string, and is written in Java's syntax. */
  private static @Nullable String pattern(MemberScope<?, ?> member) {
    Pattern constraint =
        member.isFakeContainerItemScope()
            ? member.getContainerItemAnnotationConsideringFieldAndGetter(Pattern.class)
            : member.getAnnotationConsideringFieldAndGetter(Pattern.class);
    if (constraint == null || constraint.flags().length > 0) {
      return null;
    }
    String whole = "^(?:" + constraint.regexp() + ")$";
    try {
      Regex.compile(whole, "u", 1);
      return whole;
    } catch (RegexSyntaxException e) {
      // What only Java understands cannot be said in a schema.
      return null;
    }
  }
}
