package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.json.ReadBody;
import dev.fastjava.internal.regex.StepBudget;
import dev.fastjava.schema.ValidationError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One validation of one value: how far it goes, the errors so far, the way from the root to the
 * present value, and the limits. Used by one thread.
 *
 * <p>The way is kept as a stack of containers with the key or index taken in each, so that a
 * pointer is only put together for an error, and a converted value can be stored where it came
 * from. A look keeps none.
 */
public final class Run {
  private static final int INITIAL_DEPTH = 8;

  private final List<ValidationError> errors = new ArrayList<>(4);
  private final Limits limits;
  private final boolean shared;
  private final @Nullable ReadBody source;
  private boolean looks;
  private boolean silent;
  private boolean exhaustive;
  private boolean forOther;
  private int base;
  private boolean ended;

  private @Nullable Object[] containers = new @Nullable Object[INITIAL_DEPTH];
  private @Nullable String[] keys = new @Nullable String[INITIAL_DEPTH];
  private int[] indexes = new int[INITIAL_DEPTH];

  /** What the next keyword sees of the present value. */
  private @Nullable Object seen;

  private int depth;
  private @Nullable Object root;
  private boolean rootReplaced;

  private int recursion;
  private long references;
  private @Nullable StepBudget steps;

  /** Starts a validation. */
  public Run(@Nullable Object root, Limits limits) {
    this(root, limits, false, null);
  }

  /** Starts the validation of a body that was read from JSON. */
  public static Run of(ReadBody body, Limits limits) {
    return new Run(body.handOut(), limits, false, body);
  }

  private Run(@Nullable Object root, Limits limits, boolean shared, @Nullable ReadBody source) {
    this.source = source;
    this.root = root;
    this.seen = root;
    this.limits = limits;
    this.exhaustive = limits.allErrors();
    this.shared = shared;
  }

  /**
   * Makes a look.
   *
   * @param shared whether it is for many values, and by many threads: it never counts
   */
  public static Run look(Limits limits, boolean shared) {
    Run look = new Run(null, limits, shared, null);
    look.looks = true;
    return look;
  }

  /**
   * Starts the conversions of a body that another engine validates, which sees no more than the
   * values: a fraction that a double has no place for is put among them.
   */
  public static Run forOther(ReadBody body, Limits limits) {
    Run run = of(body, limits);
    run.forOther = true;
    return run;
  }

  boolean isForOther() {
    return forOther;
  }

  /** The same validation of a copy that can be changed; null when there is nothing to copy. */
  public @Nullable Run ofCopy() {
    Object copy = Values.copy(root);
    if (copy == root) {
      return null;
    }
    Run run = new Run(copy, limits, false, source);
    run.forOther = forOther;
    run.rootReplaced = true;
    return run;
  }

  // ---- how far it goes

  /** Whether nothing may be changed or told. */
  boolean looks() {
    return looks;
  }

  /** Whether somebody wants to know of errors. */
  boolean tells() {
    return !looks && !silent;
  }

  /** Whether keywords are evaluated after an error. */
  boolean goesOn() {
    return exhaustive && !looks;
  }

  /** Whether they are so when it is more than a look. */
  boolean isExhaustive() {
    return exhaustive;
  }

  /** Tells whether a schema finds a value valid as it is. */
  boolean finds(Check schema, @Nullable Object value) {
    looks = true;
    Verdict verdict = schema.quick().check(value, this);
    looks = false;
    return verdict == Verdict.VALID;
  }

  /** Evaluates a schema, as far as its first error, of which nobody is told. */
  Verdict tryOut(Check schema, @Nullable Object value) {
    if (looks) {
      return schema.check(value, this);
    }
    boolean outerSilent = silent;
    boolean outerExhaustive = exhaustive;
    silent = true;
    exhaustive = false;
    Verdict verdict = schema.check(value, this);
    silent = outerSilent;
    exhaustive = outerExhaustive;
    return verdict;
  }

  /**
   * Evaluates a schema that is called by reference: errors before the call are none of its own, and
   * keywords beside the reference see what they saw before, though what it converted is stored.
   */
  Verdict call(Check schema, @Nullable Object value) {
    if (looks) {
      return schema.check(value, this);
    }
    int outerBase = base;
    boolean outerExhaustive = exhaustive;
    base = errors.size();
    exhaustive = limits.allErrors();
    Verdict verdict = schema.check(value, this);
    base = outerBase;
    exhaustive = outerExhaustive;
    ended = false;
    seen = value;
    return verdict;
  }

  // ---- errors

  /** The number of errors reported and not taken back. */
  int count() {
    return errors.size();
  }

  /** Takes back the errors reported since there were {@code count}. */
  void reset(int count) {
    while (errors.size() > count) {
      errors.remove(errors.size() - 1);
    }
  }

  /**
   * Adds an error.
   *
   * @param last whether it ends the schema being called
   */
  void add(ValidationError error, boolean last) {
    errors.add(error);
    ended |= last;
  }

  /** Takes back the errors of the schema being called. */
  void dropErrors() {
    reset(base);
  }

  /**
   * Whether an error ended the schema being called. Errors of a schema that it calls do not: the
   * keywords around the call may add one of their own.
   */
  boolean ended() {
    return ended;
  }

  /** The errors reported. */
  public List<ValidationError> errors() {
    return errors;
  }

  /** The text that a number in the value was sent as; null when that is not known. */
  @Nullable String sent(Number number) {
    return source == null ? null : source.sent(number);
  }

  /**
   * The number that was sent, with all its digits, of which a double among the values is what it
   * keeps; null when that is not known, or too long to be compared.
   */
  @Nullable BigDecimal exact(Number number) {
    String text = number instanceof Double ? sent(number) : null;
    return text != null && ExactNumbers.parse(text) != null ? new BigDecimal(text) : null;
  }

  // ---- the way to the present value

  /** Evaluates the schema of a property. */
  Verdict checkProperty(
      Check schema, Map<String, @Nullable Object> object, String name, @Nullable Object value) {
    return looks ? schema.check(value, this) : checkInside(schema, object, name, 0, value);
  }

  /** Evaluates the schema of an item. */
  Verdict checkItem(Check schema, List<@Nullable Object> list, int index) {
    Object value = list.get(index);
    return looks ? schema.check(value, this) : checkInside(schema, list, null, index, value);
  }

  /** Evaluates the schema of a value in no container, such as the name of a property. */
  Verdict checkDetached(Check schema, Object value) {
    return looks ? schema.check(value, this) : checkInside(schema, null, null, 0, value);
  }

  private Verdict checkInside(
      Check schema,
      @Nullable Object container,
      @Nullable String key,
      int index,
      @Nullable Object value) {
    if (depth == containers.length) {
      int length = depth * 2;
      containers = Arrays.copyOf(containers, length);
      keys = Arrays.copyOf(keys, length);
      indexes = Arrays.copyOf(indexes, length);
    }
    containers[depth] = container;
    keys[depth] = key;
    indexes[depth] = index;
    depth++;
    Object outer = seen;
    seen = value;
    Verdict verdict = schema.check(value, this);
    seen = outer;
    containers[--depth] = null;
    return verdict;
  }

  /** What the next keyword sees of the present value, of which the last one saw something. */
  @Nullable Object seen(@Nullable Object before) {
    return looks ? before : seen;
  }

  /** Shows the keywords to come another value than the present one. */
  void see(@Nullable Object value) {
    seen = value;
  }

  /** Puts a value in the place of the present one. */
  @SuppressWarnings("unchecked") // containers are put here by the typed methods above
  void store(@Nullable Object value) {
    see(value);
    if (depth == 0) {
      root = value;
      rootReplaced = true;
      return;
    }
    int at = depth - 1;
    Object container = containers[at];
    if (container instanceof Map<?, ?> map) {
      ((Map<String, @Nullable Object>) map).put(Objects.requireNonNull(keys[at]), value);
    } else if (container instanceof List<?> list) {
      ((List<@Nullable Object>) list).set(indexes[at], value);
    }
  }

  /** The JSON pointer to the present value. */
  String path() {
    if (depth == 0) {
      return "";
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      if (containers[i] != null) {
        String key = keys[i];
        path.append('/')
            .append(key == null ? Integer.toString(indexes[i]) : JsonPointers.escape(key));
      }
    }
    return path.toString();
  }

  /** The container that is {@code levels} above the present value, or null beyond the root. */
  @Nullable Object container(int levels) {
    return levels > depth ? null : levels == 0 ? null : containers[depth - levels];
  }

  /** The key or index by which the value {@code levels} above the present one was reached. */
  @Nullable Object step(int levels) {
    int at = depth - 1 - levels;
    if (at < 0) {
      return null;
    }
    String key = keys[at];
    return key == null ? (Object) indexes[at] : key;
  }

  /** The root as it is now, where the value on top of the way is the given one. */
  @Nullable Object rootSeenFrom(@Nullable Object value) {
    return depth == 0 ? value : containers[0];
  }

  /** The root as it is now. */
  public @Nullable Object root() {
    return root;
  }

  /** Whether the root was replaced by another value. */
  public boolean rootReplaced() {
    return rootReplaced;
  }

  // ---- limits

  /** The steps that expressions have left. */
  StepBudget steps() {
    if (shared) {
      // What one validation spends must not be missing in the next.
      return new StepBudget(limits.regexSteps());
    }
    StepBudget left = steps;
    if (left == null) {
      left = new StepBudget(limits.regexSteps());
      steps = left;
    }
    return left;
  }

  /** Whether the present schema was reached without recursion. */
  boolean isFlat() {
    return recursion == 0;
  }

  /** Goes into a schema that contains the reference to itself. */
  void recur() {
    if (++recursion > limits.depth()) {
      throw LimitExceeded.depth(limits.depth());
    }
    if (++references > limits.references()) {
      throw LimitExceeded.references(limits.references());
    }
  }

  void unrecur() {
    recursion--;
  }
}
