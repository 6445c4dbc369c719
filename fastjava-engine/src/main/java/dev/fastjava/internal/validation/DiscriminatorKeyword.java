package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.Discriminator;
import dev.fastjava.internal.validation.check.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles {@code discriminator}. */
final class DiscriminatorKeyword {
  private final SchemaCompiler compiler;

  DiscriminatorKeyword(SchemaCompiler compiler) {
    this.compiler = compiler;
  }

  Check compile(Place place) {
    Map<String, @Nullable Object> value =
        Values.object(compiler.expect(place, "discriminator", "object"));
    if (!(value.get("propertyName") instanceof String tag)) {
      throw compiler.fault(place, "discriminator: requires propertyName");
    }
    if (value.get("mapping") != null) {
      throw compiler.fault(place, "discriminator: mapping is not supported");
    }
    if (!(place.keywords().get("oneOf") instanceof List<?> schemas)) {
      throw compiler.fault(place, "discriminator: requires oneOf keyword");
    }
    Map<String, Check> checks = new LinkedHashMap<>();
    tags(place, tag, schemas)
        .forEach(
            (text, index) -> {
              Object schema = Values.array(schemas).get(index);
              if (schema != null) {
                checks.put(
                    text, compiler.compile(place.same(schema, "/oneOf/" + index, place.mode)));
              }
            });
    return new Discriminator(tag, checks, compiler.report(place, "discriminator"));
  }

  /** The index of the schema for each value of the tag. */
  private Map<String, Integer> tags(Place place, String tag, List<?> schemas) {
    Map<String, Integer> tags = new LinkedHashMap<>();
    boolean required = isRequired(place.keywords(), tag);
    boolean requiredEach = true;
    for (int i = 0; i < schemas.size(); i++) {
      Map<String, @Nullable Object> schema = target(place, Values.object(schemas.get(i)));
      Object property = Values.object(schema.get("properties")).get(tag);
      if (!(property instanceof Map<?, ?>)) {
        throw compiler.fault(
            place,
            "discriminator: oneOf subschemas (or referenced schemas) must have \"properties/"
                + tag
                + '"');
      }
      requiredEach &= isRequired(schema, tag);
      for (Object text : values(place, tag, Values.object(property))) {
        if (!(text instanceof String known) || tags.put(known, i) != null) {
          throw compiler.fault(
              place, "discriminator: \"" + tag + "\" values must be unique strings");
        }
      }
    }
    if (!required && !requiredEach) {
      throw compiler.fault(place, "discriminator: \"" + tag + "\" must be required");
    }
    return tags;
  }

  private Map<String, @Nullable Object> target(Place place, Map<String, @Nullable Object> schema) {
    if (schema.get("$ref") instanceof String reference
        && !compiler.settings().vocabulary().hasRulesBesideRef(schema)) {
      return Values.object(new References(compiler).resolve(place, reference).schema());
    }
    return schema;
  }

  private List<@Nullable Object> values(
      Place place, String tag, Map<String, @Nullable Object> property) {
    if (property.get("const") != null) {
      return Values.array(List.of(property.get("const")));
    }
    if (property.get("enum") instanceof List<?> values) {
      return Values.array(values);
    }
    throw compiler.fault(
        place, "discriminator: \"properties/" + tag + "\" must have \"const\" or \"enum\"");
  }

  private static boolean isRequired(Map<String, @Nullable Object> schema, String tag) {
    return schema.get("required") instanceof List<?> names && names.contains(tag);
  }
}
