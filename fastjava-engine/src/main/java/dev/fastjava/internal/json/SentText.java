package dev.fastjava.internal.json;

import org.jspecify.annotations.Nullable;

/** Knows the texts that numbers were sent as. */
@FunctionalInterface
public interface SentText {
  /** The text of a number among plain values; null where that is not known. */
  @Nullable String of(Number number);
}
