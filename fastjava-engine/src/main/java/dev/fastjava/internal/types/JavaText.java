package dev.fastjava.internal.types;

/**
 * The schema of a Java type that is one value, mostly a text: Java reads and writes more than
 * formats say, such as years of five digits, durations with a fraction and references without a
 * scheme, and some types from other values than texts.
 */
public interface JavaText {
  /** Tells whether a text is read as the type, whatever a format says of it. */
  boolean admits(String text);

  /** Tells whether a value that is no text is read as the type without being made a text. */
  boolean reads(Object value);

  /** Whether it is a number of any size. */
  boolean isUnbounded();
}
