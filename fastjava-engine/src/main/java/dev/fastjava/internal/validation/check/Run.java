package dev.fastjava.internal.validation.check;

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
 * One validation of one value: the errors so far, the way from the root to the present value, and
 * the limits. Used by one thread.
 *
 * <p>The way is kept as a stack of containers with the key or index taken in each, so that a
 * pointer is only put together for an error, and a converted value can be stored where it came
 * from.
 */
public final class Run {
  private static final int INITIAL_DEPTH = 16;

  private final List<ValidationError> errors = new ArrayList<>(4);
  private final Limits limits;
  private final boolean shared;
  private final @Nullable ReadBody source;
  private int base;
  private boolean ended;

  private @Nullable Object[] containers = new @Nullable Object[INITIAL_DEPTH];
  private @Nullable String[] keys = new @Nullable String[INITIAL_DEPTH];
  private int[] indexes = new int[INITIAL_DEPTH];
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
    this.limits = limits;
    this.shared = shared;
  }

  /** What validations share that have nothing to remember: it never counts. */
  public static Run shared(Limits limits) {
    return new Run(null, limits, true, null);
  }

  /** The same validation of a copy that can be changed; null when there is nothing to copy. */
  public @Nullable Run ofCopy() {
    Object copy = Values.copy(root);
    if (copy == root) {
      return null;
    }
    Run run = new Run(copy, limits, false, source);
    run.rootReplaced = true;
    return run;
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

  void add(ValidationError error) {
    errors.add(error);
  }

  /** Makes an error the only one of the schema being called, and ends that schema. */
  void addAlone(ValidationError error) {
    reset(base);
    addLast(error);
  }

  /** Adds an error and ends the schema being called. */
  void addLast(ValidationError error) {
    errors.add(error);
    ended = true;
  }

  /**
   * Whether an error ended the schema being called. Errors of a schema that it calls do not: the
   * keywords around the call may add one of their own.
   */
  boolean ended() {
    return ended;
  }

  /** Starts the errors of a schema that is called by reference; returns what to give back. */
  int openErrors() {
    int outer = base;
    base = errors.size();
    return outer;
  }

  void closeErrors(int outer) {
    base = outer;
    ended = false;
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

  void enter(Map<String, @Nullable Object> container, String key) {
    int at = push(container);
    keys[at] = key;
  }

  void enter(List<@Nullable Object> container, int index) {
    int at = push(container);
    keys[at] = null;
    indexes[at] = index;
  }

  /** Enters a value that belongs to no container, such as the name of a property. */
  void enterDetached() {
    push(null);
  }

  private int push(@Nullable Object container) {
    if (depth == containers.length) {
      int length = depth * 2;
      containers = Arrays.copyOf(containers, length);
      keys = Arrays.copyOf(keys, length);
      indexes = Arrays.copyOf(indexes, length);
    }
    containers[depth] = container;
    return depth++;
  }

  void leave() {
    depth--;
    containers[depth] = null;
  }

  /** Puts a value in the place of the present one. */
  @SuppressWarnings("unchecked") // containers are put here by the typed methods above
  void store(@Nullable Object value) {
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
        path.append('/').append(key == null ? Integer.toString(indexes[i]) : escape(key));
      }
    }
    return path.toString();
  }

  static String escape(String key) {
    return key.indexOf('~') < 0 && key.indexOf('/') < 0
        ? key
        : key.replace("~", "~0").replace("/", "~1");
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

  Limits limits() {
    return limits;
  }

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
