package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code additionalProperties}, and the removal of such properties.
 *
 * @param names what a Java type reads besides what is declared; null for nothing
 * @param schema what properties have to satisfy; null when none may be there
 * @param removes whether a property that may not be there is removed, and is no error
 */
public record AdditionalProperties(
    Set<String> declared,
    @Nullable ReadNames names,
    List<TextTest> patterns,
    @Nullable Check schema,
    boolean removes,
    Report report)
    implements Check {
  @Override
  public boolean mutates() {
    return removes || (schema != null && schema.mutates());
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
  public boolean readsTokens() {
    return schema == null || schema.readsTokens();
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    if (!tape.isObject(at)) {
      return false;
    }
    for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
      String name = tape.name(i);
      if (name != null
          && isAdditional(name, look)
          && (schema == null || !schema.fits(tape, i, look))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    Verdict verdict = Verdict.VALID;
    Iterator<Map.Entry<String, @Nullable Object>> properties = object.entrySet().iterator();
    while (properties.hasNext()) {
      Map.Entry<String, @Nullable Object> property = properties.next();
      if (!isAdditional(property.getKey(), run)) {
        continue;
      }
      Verdict each = checkOne(object, property, run);
      if (each == Verdict.VALID) {
        continue;
      }
      if (removes && !run.looks()) {
        properties.remove();
        continue;
      }
      verdict = removes ? Verdict.UNSURE : each;
      if (!run.goesOn()) {
        break;
      }
    }
    return verdict;
  }

  private Verdict checkOne(
      Map<String, @Nullable Object> object, Map.Entry<String, @Nullable Object> property, Run run) {
    String name = property.getKey();
    if (schema != null) {
      return run.checkProperty(schema, object, name, property.getValue());
    }
    return removes || !run.tells()
        ? Verdict.INVALID
        : report.fail(
            run, Map.of("additionalProperty", name), "must NOT have additional properties");
  }
}
