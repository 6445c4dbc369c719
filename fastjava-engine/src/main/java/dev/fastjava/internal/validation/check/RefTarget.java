package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/** A schema that references call; linked once it is compiled, so that it can call itself. */
public final class RefTarget {
  private @Nullable Check check;

  /** Sets the compiled schema. */
  public void link(Check compiled) {
    check = compiled;
  }

  /** The compiled schema; null while it is being compiled. */
  @Nullable Check linked() {
    return check;
  }

  Check check() {
    Check compiled = check;
    if (compiled == null) {
      throw new IllegalStateException("a reference is followed before boot is over");
    }
    return compiled;
  }
}
