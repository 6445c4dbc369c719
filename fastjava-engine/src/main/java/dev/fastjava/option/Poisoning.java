package dev.fastjava.option;

/**
 * What to do with JSON keys that could poison prototypes when the value is passed on to JavaScript.
 *
 * <p>Reference: Server, onProtoPoisoning and onConstructorPoisoning; Guides/Prototype-Poisoning.
 */
public enum Poisoning {
  /** Refuse the body with 400. The default. */
  ERROR,
  /** Drop the key. */
  REMOVE,
  /** Keep the key. */
  IGNORE
}
