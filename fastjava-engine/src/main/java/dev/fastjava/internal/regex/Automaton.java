package dev.fastjava.internal.regex;

/**
 * A deterministic automaton that finds a match anywhere in a string. Immutable.
 *
 * <p>It takes one step for each character and allocates nothing.
 */
final class Automaton {
  /** The state behind a match. */
  static final int FOUND = -1;

  /** The state from which no match follows. */
  static final int FAILED = -2;

  private static final int ASCII = 128;

  private final boolean unicode;
  private final byte[] asciiClasses;
  private final Alphabet alphabet;
  private final int classCount;
  private final int[] next;
  private final boolean[] foundAtEnd;
  private final int start;

  /**
   * Makes an automaton.
   *
   * @param unicode whether it reads code points, else UTF-16 units
   * @param alphabet the classes of characters that it tells apart
   * @param next for each state and class of characters the next state
   * @param foundAtEnd for each state whether there is a match if the string ends
   * @param start the state at the start, or {@link #FOUND} or {@link #FAILED}
   */
  Automaton(boolean unicode, Alphabet alphabet, int[] next, boolean[] foundAtEnd, int start) {
    this.unicode = unicode;
    this.alphabet = alphabet;
    this.classCount = alphabet.classCount();
    this.asciiClasses = new byte[ASCII];
    for (int c = 0; c < ASCII; c++) {
      asciiClasses[c] = (byte) alphabet.classOf(c);
    }
    this.next = next;
    this.foundAtEnd = foundAtEnd;
    this.start = start;
  }

  boolean find(String text) {
    int state = start;
    int length = text.length();
    int i = 0;
    while (state >= 0) {
      if (i == length) {
        return foundAtEnd[state];
      }
      char c = text.charAt(i++);
      int symbol;
      if (c < ASCII) {
        symbol = asciiClasses[c];
      } else if (unicode
          && Character.isHighSurrogate(c)
          && i < length
          && Character.isLowSurrogate(text.charAt(i))) {
        symbol = alphabet.classOf(Character.toCodePoint(c, text.charAt(i++)));
      } else {
        symbol = alphabet.classOf(c);
      }
      state = next[state * classCount + symbol];
    }
    return state == FOUND;
  }
}
