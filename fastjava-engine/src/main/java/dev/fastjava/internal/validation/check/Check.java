package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled schema, or one keyword of it. Each says what it does once; the {@link Run} decides how
 * far that goes:
 *
 * <ul>
 *   <li>a <em>look</em> changes nothing, tells nothing and allocates nothing, for most values are
 *       as they should be. What would have to change a value first is {@link Verdict#UNSURE}.
 *   <li>any other run works step by step as the reference does: it converts, fills in, removes, and
 *       tells errors.
 * </ul>
 */
public interface Check {
  /**
   * Validates a value, and does with it what the run allows.
   *
   * @return in a look, whether the value is valid as it is; else whether it is by now, every error
   *     having been told
   */
  Verdict check(@Nullable Object value, Run run);

  /** What does the same in a look, in less time. */
  default Check quick() {
    return this;
  }

  /** Whether it may change the value, something inside it, or what later keywords see. */
  default boolean mutates() {
    return false;
  }

  /** Whether one of some checks may do so. */
  static boolean anyMutates(Collection<? extends @Nullable Check> checks) {
    for (Check check : checks) {
      if (check != null && check.mutates()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The property that tells objects of this schema from those of others: every object with another
   * text in it is refused before anything is changed. Null when there is none.
   */
  default TagTable.@Nullable Tag tag() {
    return null;
  }

  /** The only texts that pass, all others being refused; null when it is not so simple. */
  default @Nullable List<String> onlyTexts() {
    return null;
  }

  /** Whether it can look at every value while that is tokens yet. */
  default boolean readsTokens() {
    return false;
  }

  /** Whether all of some checks can. */
  static boolean readTokens(Collection<? extends @Nullable Check> checks) {
    for (Check check : checks) {
      if (check != null && !check.readsTokens()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether a value that is tokens is valid as it is.
   *
   * @param tape the tokens, where no object has two properties of one name
   * @param at where the value starts
   * @param look a run that is a look
   */
  default boolean fits(JsonTape tape, int at, Run look) {
    return tape.isContainer(at)
        ? fitsContainer(tape, at, look)
        : check(tape.value(at), look) == Verdict.VALID;
  }

  /** Tells it of an object or an array; only asked of those that read tokens. */
  default boolean fitsContainer(JsonTape tape, int at, Run look) {
    throw new IllegalStateException("does not read tokens");
  }
}
