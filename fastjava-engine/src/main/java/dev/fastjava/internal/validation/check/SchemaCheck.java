package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema with keywords: first the type, then the keywords for values of any type, then those for
 * the type of the value.
 */
public final class SchemaCheck extends Check {
  private static final int GROUPS = 4;

  private final @Nullable Types types;
  private final TypeFailure typeFailure;
  private final boolean typesFirst;
  private final int lateTypeGroup;
  private final boolean exhaustive;
  private final Check[] any;
  private final int[] groupKinds;
  private final Check[][] groups;
  private final Glance[][] quick;
  private final @Nullable Glance glance;
  private final Check[] last;
  private final boolean mutates;
  private final boolean anyMutates;
  private final @Nullable OwnErrorMessages messages;
  private final String schemaPath;

  /**
   * Links a schema.
   *
   * @param parts its keywords
   * @param schemaPath where it stands
   */
  public SchemaCheck(SchemaParts parts, String schemaPath) {
    this.schemaPath = schemaPath;
    messages = parts.messages();
    types = parts.types();
    typeFailure = parts.typeFailure();
    typesFirst = parts.typesFirst();
    lateTypeGroup = types == null || typesFirst ? -1 : parts.groupOf(types.names().get(0));
    exhaustive = parts.exhaustive();
    any = array(parts.any());
    last = array(parts.last());
    groupKinds = new int[GROUPS];
    groups = new Check[GROUPS][];
    quick = new Glance[GROUPS][];
    boolean changes = mutate(last);
    for (int i = 0; i < GROUPS; i++) {
      groupKinds[i] = parts.kinds(i);
      groups[i] = array(parts.group(i));
      quick[i] = parts.quick(i).toArray(new Glance[0]);
      changes |= mutate(groups[i]);
    }
    anyMutates = mutate(any);
    mutates =
        changes || anyMutates || (types != null && (types.converts() || types.looksAtTexts()));
    glance = parts.glance(new General());
  }

  /** The quick look at schemas of any form. */
  private final class General extends Glance {
    @Override
    public boolean fits(@Nullable Object value, Run run) {
      return fitsInGeneral(value, run);
    }

    @Override
    public boolean readsTokens() {
      return readsTokensInGeneral();
    }

    @Override
    boolean fitsContainer(JsonTape tape, int at, Run run) {
      return fitsInGeneral(tape, at, run);
    }
  }

  @Override
  public Glance glance() {
    return glance == null ? this : glance;
  }

  private static Check[] array(List<Check> checks) {
    return checks.toArray(new Check[0]);
  }

  private static boolean mutate(Check[] checks) {
    for (Check check : checks) {
      if (check.mutates()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return glance == null ? fitsInGeneral(value, run) : glance.fits(value, run);
  }

  @Override
  public boolean readsTokens() {
    return glance == null ? readsTokensInGeneral() : glance.readsTokens();
  }

  private boolean readsTokensInGeneral() {
    if (types != null && (types.kinds() & (Kinds.ARRAY | Kinds.OBJECT)) == 0) {
      return true;
    }
    return readTokens(any)
        && readTokens(quick[SchemaParts.ARRAY])
        && readTokens(quick[SchemaParts.OBJECT])
        && readTokens(last);
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    return glance == null ? fitsInGeneral(tape, at, run) : glance.fitsContainer(tape, at, run);
  }

  private boolean fitsInGeneral(JsonTape tape, int at, Run run) {
    int kind = tape.isObject(at) ? Kinds.OBJECT : Kinds.ARRAY;
    if (types != null && (types.kinds() & kind) == 0) {
      return false;
    }
    int group = groupOf(kind);
    return fit(any, tape, at, run)
        && (group < 0 || fit(quick[group], tape, at, run))
        && fit(last, tape, at, run);
  }

  private static boolean fit(Glance[] looks, JsonTape tape, int at, Run run) {
    for (Glance look : looks) {
      if (!look.fits(tape, at, run)) {
        return false;
      }
    }
    return true;
  }

  private boolean fitsInGeneral(@Nullable Object value, Run run) {
    int kind = Kinds.of(value);
    if (types != null && ((types.kinds() & kind) == 0 || types.mayBeCut(value))) {
      return false;
    }
    for (Check check : any) {
      if (!check.fits(value, run)) {
        return false;
      }
    }
    int group = groupOf(kind);
    if (group >= 0) {
      for (Glance look : quick[group]) {
        if (!look.fits(value, run)) {
          return false;
        }
      }
    }
    for (Check check : last) {
      if (!check.fits(value, run)) {
        return false;
      }
    }
    return true;
  }

  private int groupOf(int kind) {
    for (int i = 0; i < GROUPS; i++) {
      if ((groupKinds[i] & kind) != 0) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean refuses(@Nullable Object value, Run run) {
    if (!mutates) {
      return !fits(value, run);
    }
    int group = groupOf(Kinds.of(value));
    if (types != null && !types.allow(value)) {
      return !anyMutates && types.leavesAlone(value) && (group < 0 || !mutate(groups[group]));
    }
    if (exhaustive) {
      // What comes after the error is evaluated too, and may change something.
      return false;
    }
    for (Check check : any) {
      if (!check.isShallow() || !check.fits(value, run)) {
        return check.refusesEarly(value, run);
      }
    }
    if (group >= 0) {
      for (Check check : groups[group]) {
        if (!check.isShallow() || !check.fits(value, run)) {
          return check.refusesEarly(value, run);
        }
      }
    }
    return false;
  }

  @Override
  @Nullable List<String> onlyTexts() {
    if (types != null && (types.kinds() & Kinds.STRING) == 0) {
      return null;
    }
    for (Check check : any) {
      List<String> texts = check.onlyTexts();
      if (texts != null) {
        return texts;
      }
      if (check.mutates()) {
        return null;
      }
    }
    return null;
  }

  @Override
  TagTable.@Nullable Tag tag() {
    if (types != null && (types.kinds() & Kinds.OBJECT) == 0) {
      return null;
    }
    if (anyMutates || (exhaustive && mutates)) {
      return null;
    }
    for (Check check : groups[SchemaParts.OBJECT]) {
      if (check instanceof Properties properties) {
        return properties.tag();
      }
      if (check.mutates()) {
        return null;
      }
    }
    return null;
  }

  @Override
  boolean isShallow() {
    return glance instanceof ScalarGlance scalar && scalar.isShallow();
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (messages == null) {
      return applyKeywords(value, run);
    }
    int before = run.count();
    Object data = applyKeywords(value, run);
    if (run.count() > before) {
      messages.replace(
          run.errors().subList(before, run.count()),
          error -> error.schemaPath().equals(schemaPath + '/' + error.keyword()),
          run.path(),
          schemaPath,
          run.root());
    }
    return data;
  }

  private @Nullable Object applyKeywords(@Nullable Object value, Run run) {
    int before = run.count();
    Object data = value;
    if (types != null && types.isCut(data, run)) {
      typeFailure.report(data, run);
      return data;
    }
    if (types != null && typesFirst && !types.allow(data)) {
      if (types.converts()) {
        data = types.convert(data, run, typeFailure);
      } else {
        typeFailure.report(data, run);
      }
      if (run.count() != before && typeFailure.endsSchema()) {
        return data;
      }
    }
    data = applyAll(any, data, run);
    for (int i = 0; i < GROUPS; i++) {
      if (!exhaustive && run.count() != before) {
        return data;
      }
      if ((groupKinds[i] & Kinds.of(data)) != 0) {
        data = applyAll(groups[i], data, run);
      } else if (i == lateTypeGroup) {
        typeFailure.report(data, run);
      }
    }
    return !exhaustive && run.count() != before ? data : applyAll(last, data, run);
  }

  private @Nullable Object applyAll(Check[] checks, @Nullable Object value, Run run) {
    int before = run.count();
    Object data = value;
    for (Check check : checks) {
      data = check.apply(data, run);
      if (!exhaustive && run.count() != before) {
        break;
      }
    }
    return data;
  }
}
