package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code properties}. */
public final class Properties extends Check {
  private final String[] names;
  private final Check[] schemas;
  private final boolean exhaustive;
  private final boolean mutates;
  private final boolean[] shallow;

  /** Makes the check of properties that have a schema which something violates. */
  public Properties(List<String> names, List<Check> schemas, boolean exhaustive) {
    this.names = names.toArray(new String[0]);
    this.schemas = schemas.toArray(new Check[0]);
    this.exhaustive = exhaustive;
    this.mutates = schemas.stream().anyMatch(Check::mutates);
    this.shallow = new boolean[schemas.size()];
    for (int i = 0; i < shallow.length; i++) {
      shallow[i] = schemas.get(i).isShallow();
    }
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    for (int i = 0; i < names.length; i++) {
      Object property = object.get(names[i]);
      if ((property != null || object.containsKey(names[i])) && !schemas[i].fits(property, run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  TagTable.@Nullable Tag tag() {
    for (int i = 0; i < names.length; i++) {
      List<String> texts = schemas[i].onlyTexts();
      if (texts != null) {
        return new TagTable.Tag(names[i], texts);
      }
      if (schemas[i].mutates()) {
        return null;
      }
    }
    return null;
  }

  @Override
  boolean refusesEarly(@Nullable Object value, Run run) {
    if (exhaustive && mutates) {
      // The properties after the faulty one would be converted.
      return false;
    }
    Map<String, @Nullable Object> object = Values.object(value);
    for (int i = 0; i < names.length; i++) {
      Object property = object.get(names[i]);
      if (property == null && !object.containsKey(names[i])) {
        continue;
      }
      if (!shallow[i]) {
        return false;
      }
      if (!schemas[i].fits(property, run)) {
        return schemas[i].refuses(property, run);
      }
    }
    return false;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    int before = run.count();
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      Object property = object.get(name);
      if (property == null && !object.containsKey(name)) {
        continue;
      }
      run.enter(object, name);
      schemas[i].apply(property, run);
      run.leave();
      if (!exhaustive && run.count() != before) {
        break;
      }
    }
    return value;
  }
}
