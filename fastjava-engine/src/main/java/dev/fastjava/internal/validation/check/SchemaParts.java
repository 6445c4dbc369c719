package dev.fastjava.internal.validation.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the keywords of one schema, in the order they are evaluated. Used at boot. */
public final class SchemaParts {
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
  public SchemaParts(
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

  @Nullable OwnErrorMessages messages() {
    return messages;
  }

  @Nullable Types types() {
    return types;
  }

  TypeFailure typeFailure() {
    return typeFailure;
  }

  boolean typesFirst() {
    return typesFirst;
  }

  List<Check> any() {
    return any;
  }

  List<Check> last() {
    return last;
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

  /** What a look at an object comes to; null when there is more to it. */
  @Nullable ObjectShape shapeOfAll() {
    boolean all =
        any.isEmpty()
            && last.isEmpty()
            && look(OBJECT).size() == 1
            && (types == null || (types.kinds() & Kinds.OBJECT) != 0);
    return all ? shape : null;
  }

  /** The look at values of the one scalar type that the schema allows; null if there is none. */
  @Nullable ScalarLook scalar(SchemaCheck whole) {
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
