package dev.fastjava.internal.types;

/**
 * The schema of a Java type that may be a text: Java reads and writes more than formats say, such
 * as years of five digits, durations with a fraction and references without a scheme.
 */
public interface JavaText {
  /** Tells whether a text is read as the type, whatever a format says of it. */
  boolean admits(String text);
}
