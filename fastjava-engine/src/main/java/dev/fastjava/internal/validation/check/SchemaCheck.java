package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  /**
   * Links a schema.
   *
   * @param parts its keywords
   * @param schemaPath where it stands
   */
  public SchemaCheck(Parts parts, String schemaPath) {
    this.schemaPath = schemaPath;
    messages = parts.messages;
    types = parts.types;
    typeFailure = parts.typeFailure;
    typesFirst = parts.typesFirst;
    lateTypeGroup = types == null || typesFirst ? -1 : parts.groupOf(types.names().get(0));
    any = new AllOf(parts.any);
    last = new AllOf(parts.last);
    boolean changes = types != null && (types.converts() || types.looksAtTexts());
    for (int i = 0; i < GROUPS; i++) {
      groupKinds[i] = parts.kinds(i);
      groups[i] = new AllOf(parts.group(i));
      looks[i] = new AllOf(parts.look(i));
      changes |= groups[i].mutates();
    }
    mutates = changes || any.mutates() || last.mutates();
    quick = parts.quick(this);
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
            && Check.readTokens(looks[Parts.ARRAY].checks())
            && Check.readTokens(looks[Parts.OBJECT].checks())
            && Check.readTokens(last.checks()));
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    boolean object = tape.isObject(at);
    int kind = object ? Kinds.OBJECT : Kinds.ARRAY;
    return (types == null || (types.kinds() & kind) != 0)
        && any.fits(tape, at, look)
        && looks[object ? Parts.OBJECT : Parts.ARRAY].fits(tape, at, look)
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
    for (Check check : groups[Parts.OBJECT].checks()) {
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
      return quick == this ? look(value, run) : quick.check(value, run);
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

  /** A look at a value that is not what the quick one is for. */
  Verdict look(@Nullable Object value, Run look) {
    return found(keywords(value, look, looks), look);
  }

  /** The verdict of a look in which one keyword found another. */
  Verdict found(Verdict found, Run look) {
    // What comes after the error may be evaluated too, and may change something.
    return found == Verdict.INVALID && mutates && look.isExhaustive() ? Verdict.UNSURE : found;
  }

  private Verdict keywords(@Nullable Object value, Run run, AllOf[] byType) {
    int kind = Kinds.of(value);
    Verdict verdict = types == null ? Verdict.VALID : checkType(types, value, kind, run);
    if (verdict != Verdict.VALID && (run.looks() || typeFailure.endsSchema() || isAllowed(kind))) {
      return verdict;
    }
    // Where errors are collected, these are evaluated after a wrong type, too.
    if (!any.isEmpty()) {
      verdict = worse(verdict, any.check(run.seen(value), run));
    }
    Object data = value;
    for (int i = 0; i < GROUPS && (verdict == Verdict.VALID || run.goesOn()); i++) {
      if (byType[i].isEmpty() && i != lateTypeGroup) {
        continue;
      }
      Object next = run.seen(data);
      if (next != data) {
        data = next;
        kind = Kinds.of(next);
      }
      if ((groupKinds[i] & kind) != 0) {
        verdict = worse(verdict, byType[i].check(data, run));
      } else if (i == lateTypeGroup) {
        verdict = worse(verdict, typeFailure.report(data, run));
      }
    }
    return last.isEmpty() || (verdict != Verdict.VALID && !run.goesOn())
        ? verdict
        : worse(verdict, last.check(run.seen(data), run));
  }

  private boolean isAllowed(int kind) {
    return types == null || (types.kinds() & kind) != 0;
  }

  private static Verdict worse(Verdict verdict, Verdict next) {
    return next == Verdict.VALID ? verdict : next;
  }

  private Verdict checkType(Types types, @Nullable Object value, int kind, Run run) {
    boolean allowed = isAllowed(kind);
    if (run.looks()) {
      boolean changes = !allowed && !types.leavesAlone(value);
      for (int i = 0; i < GROUPS && !allowed && !changes; i++) {
        changes = any.mutates() || ((groupKinds[i] & kind) != 0 && groups[i].mutates());
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

  /** Collects the keywords of one schema, in the order they are evaluated. Used at boot. */
  public static final class Parts {
    /** Keywords for numbers. */
    public static final int NUMBER = 0;

    /** Keywords for strings. */
    public static final int STRING = 1;

    /** Keywords for arrays. */
    public static final int ARRAY = 2;

    /** Keywords for objects. */
    public static final int OBJECT = 3;

    private static final List<String> GROUP_TYPES = List.of("number", "string", "array", "object");

    private final @Nullable Types types;
    private final TypeFailure typeFailure;
    private final boolean typesFirst;
    private final boolean finiteOnly;
    private final List<Check> any = new ArrayList<>();
    private final List<List<Check>> groups =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final List<Check> last = new ArrayList<>();
    private @Nullable ObjectShape shape;
    private @Nullable OwnErrorMessages messages;

    /**
     * Starts a schema.
     *
     * @param types its types; null for any
     * @param typeFailure the error of a wrong type
     * @param typesFirst whether the type is looked at before everything else
     * @param finiteOnly whether NaN and the infinities are no numbers
     */
    public Parts(
        @Nullable Types types, TypeFailure typeFailure, boolean typesFirst, boolean finiteOnly) {
      this.types = types;
      this.typeFailure = typeFailure;
      this.typesFirst = typesFirst;
      this.finiteOnly = finiteOnly;
    }

    /** Adds a keyword for values of every type. */
    public void addAny(Check check) {
      any.add(check);
    }

    /** Adds a keyword for values of one type. */
    public void add(int group, Check check) {
      groups.get(group).add(check);
    }

    /** Adds a keyword for values of one of the types that have no keywords of their own. */
    public void addLast(String type, Check check) {
      last.add(new TypeGuard(Kinds.ofType(type, finiteOnly), check));
    }

    /** Whether there are keywords for values of every type, that many, and no others. */
    public boolean hasOnly(int count) {
      return any.size() == count && last.isEmpty() && groups.stream().allMatch(List::isEmpty);
    }

    /** Sets the look at objects, which stands for the keywords it knows. */
    public void shape(ObjectShape shape) {
      this.shape = shape;
    }

    /**
     * Sets what is told of errors.
     *
     * @param own in place of what keywords say; null for that
     */
    public void messages(@Nullable OwnErrorMessages own) {
      this.messages = own;
    }

    /** The keywords for values of one type. */
    public List<Check> group(int group) {
      return groups.get(group);
    }

    int kinds(int group) {
      return Kinds.ofType(GROUP_TYPES.get(group), finiteOnly);
    }

    int groupOf(String type) {
      return GROUP_TYPES.indexOf(type);
    }

    /** The keywords of a group as a look evaluates them. */
    List<Check> look(int group) {
      if (group != OBJECT || shape == null) {
        return group(group);
      }
      List<Check> look = new ArrayList<>();
      look.add(shape);
      group(group).stream().filter(check -> !shape.covers(check)).forEach(look::add);
      return look;
    }

    private boolean allowOnly(int kind) {
      return types != null && last.isEmpty() && (types.kinds() & ~Kinds.NULL) == kind;
    }

    /** What does the work of a whole schema in a look, in less time. */
    private Check quick(SchemaCheck whole) {
      if (shape != null && allowOnly(Kinds.OBJECT) && any.isEmpty() && look(OBJECT).size() == 1) {
        shape.link(whole);
        return shape;
      }
      if (allowOnly(Kinds.ARRAY)) {
        return new ListLook(whole, Stream.concat(any.stream(), group(ARRAY).stream()).toList());
      }
      Check scalar = scalar(whole);
      return scalar == null ? whole : scalar;
    }

    /** The look at values of the one scalar type that the schema allows; null if there is none. */
    private @Nullable ScalarLook scalar(SchemaCheck whole) {
      if (types == null || !last.isEmpty()) {
        return null;
      }
      List<Check> checks = new ArrayList<>(any);
      if ((types.kinds() & Kinds.STRING) != 0) {
        checks.addAll(group(STRING));
      } else if ((types.kinds() & Kinds.WHOLE) != 0) {
        checks.addAll(group(NUMBER));
      }
      return ScalarLook.of(types, whole, checks);
    }
  }
}
