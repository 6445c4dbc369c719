package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema with keywords: first the type, then the keywords for values of any type, then those for
 * the type of the value.
 */
public final class SchemaCheck implements Check {
  private static final int GROUPS = 4;

  private final @Nullable Types types;
  private final TypeFailure typeFailure;
  private final boolean typesFirst;
  private final int lateTypeGroup;
  private final AllOf any;
  private final int[] groupKinds = new int[GROUPS];
  private final AllOf[] groups = new AllOf[GROUPS];

  /** The groups as a look evaluates them. */
  private final AllOf[] looks = new AllOf[GROUPS];

  private final AllOf last;
  private final boolean mutates;
  private final @Nullable OwnErrorMessages messages;
  private final String schemaPath;
  private final Check quick;

  /** What a look at an object comes to; null when there is more to it. */
  private final @Nullable ObjectShape shape;

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
    any = new AllOf(parts.any());
    last = new AllOf(parts.last());
    boolean changes = types != null && (types.converts() || types.looksAtTexts());
    for (int i = 0; i < GROUPS; i++) {
      groupKinds[i] = parts.kinds(i);
      groups[i] = new AllOf(parts.group(i));
      looks[i] = new AllOf(parts.look(i));
      changes |= groups[i].mutates();
    }
    mutates = changes || any.mutates() || last.mutates();
    shape = parts.shapeOfAll();
    Check scalar = parts.scalar(this);
    quick = scalar == null ? this : scalar;
  }

  @Override
  public Check quick() {
    return quick;
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  @Override
  public boolean readsTokens() {
    boolean containers = types == null || (types.kinds() & (Kinds.ARRAY | Kinds.OBJECT)) != 0;
    return !containers
        || (Check.readTokens(any.checks())
            && Check.readTokens(looks[SchemaParts.ARRAY].checks())
            && Check.readTokens(looks[SchemaParts.OBJECT].checks())
            && Check.readTokens(last.checks()));
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    boolean object = tape.isObject(at);
    int kind = object ? Kinds.OBJECT : Kinds.ARRAY;
    return (types == null || (types.kinds() & kind) != 0)
        && any.fits(tape, at, look)
        && looks[object ? SchemaParts.OBJECT : SchemaParts.ARRAY].fits(tape, at, look)
        && last.fits(tape, at, look);
  }

  @Override
  public @Nullable List<String> onlyTexts() {
    if (types != null && (types.kinds() & Kinds.STRING) == 0) {
      return null;
    }
    for (Check check : any.checks()) {
      List<String> texts = check.onlyTexts();
      if (texts != null || check.mutates()) {
        return texts;
      }
    }
    return null;
  }

  @Override
  public TagTable.@Nullable Tag tag() {
    if ((types != null && (types.kinds() & Kinds.OBJECT) == 0) || any.mutates()) {
      return null;
    }
    for (Check check : groups[SchemaParts.OBJECT].checks()) {
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
  public Verdict check(@Nullable Object value, Run run) {
    if (run.looks()) {
      return found(
          shape != null && value instanceof Map
              ? shape.check(value, run)
              : keywords(value, run, looks),
          run);
    }
    int before = run.count();
    Verdict verdict = keywords(value, run, groups);
    if (messages != null && verdict != Verdict.VALID && run.tells()) {
      messages.replace(
          run.errors().subList(before, run.count()),
          error -> error.schemaPath().equals(schemaPath + '/' + error.keyword()),
          run.path(),
          schemaPath,
          run.root());
    }
    return verdict;
  }

  /** The verdict of a look in which one keyword found another. */
  Verdict found(Verdict found, Run look) {
    // What comes after the error may be evaluated too, and may change something.
    return found == Verdict.INVALID && mutates && look.isExhaustive() ? Verdict.UNSURE : found;
  }

  private Verdict keywords(@Nullable Object value, Run run, AllOf[] byType) {
    Verdict verdict = types == null ? Verdict.VALID : checkType(types, value, run);
    if (verdict != Verdict.VALID
        && (run.looks() || typeFailure.endsSchema() || (types != null && types.allow(value)))) {
      return verdict;
    }
    // Where errors are collected, these are evaluated after a wrong type, too.
    Object data = run.seen(value);
    verdict = worse(verdict, any.check(data, run));
    for (int i = 0; i < GROUPS && (verdict == Verdict.VALID || run.goesOn()); i++) {
      if (byType[i].isEmpty() && i != lateTypeGroup) {
        continue;
      }
      data = run.seen(data);
      if ((groupKinds[i] & Kinds.of(data)) != 0) {
        verdict = worse(verdict, byType[i].check(data, run));
      } else if (i == lateTypeGroup) {
        verdict = worse(verdict, typeFailure.report(data, run));
      }
    }
    return verdict == Verdict.VALID || run.goesOn()
        ? worse(verdict, last.check(run.seen(data), run))
        : verdict;
  }

  private static Verdict worse(Verdict verdict, Verdict next) {
    return next == Verdict.VALID ? verdict : next;
  }

  private Verdict checkType(Types types, @Nullable Object value, Run run) {
    boolean allowed = types.allow(value);
    if (run.looks()) {
      boolean changes = !allowed && !types.leavesAlone(value);
      for (int i = 0; i < GROUPS && !allowed && !changes; i++) {
        changes = any.mutates() || ((groupKinds[i] & Kinds.of(value)) != 0 && groups[i].mutates());
      }
      return changes || types.mayBeCut(value)
          ? Verdict.UNSURE
          : allowed ? Verdict.VALID : Verdict.INVALID;
    }
    if (allowed || !typesFirst) {
      BigDecimal cut = types.cut(value, run);
      if (cut != null && run.isForOther()) {
        run.store(cut);
      }
      return cut == null ? Verdict.VALID : typeFailure.report(value, run);
    }
    return types.converts()
        ? types.convert(value, run, typeFailure)
        : typeFailure.report(value, run);
  }
}
