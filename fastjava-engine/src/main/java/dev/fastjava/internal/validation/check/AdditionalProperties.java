package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code additionalProperties}, and the removal of such properties. */
public final class AdditionalProperties extends Check {
  /** What happens to a property that is not declared. */
  public enum Treatment {
    /** It is removed. */
    REMOVE,
    /** It is an error. */
    FORBID,
    /** It has to satisfy a schema. */
    VALIDATE,
    /** It is removed if it does not satisfy a schema. */
    REMOVE_FAILING
  }

  private final Treatment treatment;
  private final Set<String> declared;
  private final @Nullable ReadNames names;
  private final TextTest[] patterns;
  private final @Nullable Check schema;
  private final boolean exhaustive;
  private final Report report;
  private final boolean mutates;

  /**
   * Makes the check.
   *
   * @param names what a Java type reads besides what is declared; null for nothing
   * @param schema the schema; null where none is needed
   */
  public AdditionalProperties(
      Treatment treatment,
      Set<String> declared,
      @Nullable ReadNames names,
      List<TextTest> patterns,
      @Nullable Check schema,
      boolean exhaustive,
      Report report) {
    this.treatment = treatment;
    this.declared = declared;
    this.names = names;
    this.patterns = patterns.toArray(new TextTest[0]);
    this.schema = schema;
    this.exhaustive = exhaustive;
    this.report = report;
    this.mutates =
        treatment != Treatment.FORBID
            && (schema == null || schema.mutates() || treatment == Treatment.REMOVE_FAILING);
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  private boolean isAdditional(String name, Run run) {
    if (declared.contains(name) || (names != null && names.areRead(name))) {
      return false;
    }
    for (TextTest pattern : patterns) {
      if (pattern.test(name, run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    for (Map.Entry<String, @Nullable Object> property : Values.object(value).entrySet()) {
      if (isAdditional(property.getKey(), run)
          && (schema == null || !schema.fits(property.getValue(), run))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean readsTokens() {
    return schema == null || schema.readsTokens();
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    if (!tape.isObject(at)) {
      return false;
    }
    for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
      String name = tape.name(i);
      if (name != null
          && isAdditional(name, run)
          && (schema == null || !schema.fits(tape, i, run))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    int before = run.count();
    Iterator<Map.Entry<String, @Nullable Object>> properties = object.entrySet().iterator();
    while (properties.hasNext()) {
      Map.Entry<String, @Nullable Object> property = properties.next();
      if (!isAdditional(property.getKey(), run)) {
        continue;
      }
      if (treatment == Treatment.REMOVE) {
        properties.remove();
        continue;
      }
      applyTo(object, property, run);
      if (run.count() == before) {
        continue;
      }
      if (treatment == Treatment.REMOVE_FAILING) {
        run.reset(before);
        properties.remove();
      } else if (!exhaustive) {
        break;
      }
    }
    return value;
  }

  private void applyTo(
      Map<String, @Nullable Object> object, Map.Entry<String, @Nullable Object> property, Run run) {
    String name = property.getKey();
    if (schema == null) {
      report.fail(run, Map.of("additionalProperty", name), "must NOT have additional properties");
      return;
    }
    run.enter(object, name);
    schema.apply(property.getValue(), run);
    run.leave();
  }
}
