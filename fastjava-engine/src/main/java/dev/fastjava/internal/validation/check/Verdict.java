package dev.fastjava.internal.validation.check;

/** What a schema says of a value. */
public enum Verdict {
  /** It is valid. */
  VALID,
  /** It is not; of a look, too, this means that nothing would have changed the value before. */
  INVALID,
  /** A look cannot tell: something would have to be changed first, or its place to be known. */
  UNSURE
}
