package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code patternProperties}. */
public final class PatternProperties extends Check {
  private final TextTest[] patterns;
  private final Check[] schemas;
  private final boolean exhaustive;
  private final boolean mutates;

  /** Makes the check of patterns that have a schema which something violates. */
  public PatternProperties(List<TextTest> patterns, List<Check> schemas, boolean exhaustive) {
    this.patterns = patterns.toArray(new TextTest[0]);
    this.schemas = schemas.toArray(new Check[0]);
    this.exhaustive = exhaustive;
    this.mutates = schemas.stream().anyMatch(Check::mutates);
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    for (Map.Entry<String, @Nullable Object> property : Values.object(value).entrySet()) {
      for (int i = 0; i < patterns.length; i++) {
        if (patterns[i].test(property.getKey(), run)
            && !schemas[i].fits(property.getValue(), run)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    int before = run.count();
    for (int i = 0; i < patterns.length; i++) {
      applyTo(Values.object(value), patterns[i], schemas[i], run);
      if (!exhaustive && run.count() != before) {
        break;
      }
    }
    return value;
  }

  private void applyTo(
      Map<String, @Nullable Object> object, TextTest pattern, Check schema, Run run) {
    int before = run.count();
    for (Map.Entry<String, @Nullable Object> property : object.entrySet()) {
      String name = property.getKey();
      if (pattern.test(name, run)) {
        run.enter(object, name);
        schema.apply(property.getValue(), run);
        run.leave();
        if (!exhaustive && run.count() != before) {
          break;
        }
      }
    }
  }
}
