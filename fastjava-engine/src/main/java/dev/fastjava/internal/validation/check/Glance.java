package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import org.jspecify.annotations.Nullable;

/**
 * A quick look at a value that is probably as it should be: it changes nothing, keeps no order and
 * no path, and allocates nothing.
 */
public abstract class Glance {
  /**
   * Tells whether the value is valid and would be left as it is.
   *
   * @param value the value
   * @param run counts recursion; never touched where a schema does not recur
   * @return false when the value is invalid, or has to be looked at step by step
   */
  public abstract boolean fits(@Nullable Object value, Run run);

  /** Whether it can look at every value while that is tokens yet. */
  public boolean readsTokens() {
    return false;
  }

  /** Whether all of a few can. */
  static boolean readTokens(Glance... looks) {
    for (Glance look : looks) {
      if (!look.readsTokens()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells the same of a value that is tokens.
   *
   * @param tape the tokens, where no object has two properties of one name
   * @param at where the value starts
   */
  public boolean fits(JsonTape tape, int at, Run run) {
    return !tape.isContainer(at) ? fits(tape.value(at), run) : fitsContainer(tape, at, run);
  }

  /** Tells it of an object or an array; only asked of those that read tokens. */
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    throw new IllegalStateException("does not read tokens");
  }
}
