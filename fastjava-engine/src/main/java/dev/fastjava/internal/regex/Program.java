package dev.fastjava.internal.regex;

/**
 * An expression as instructions: for the {@link Backtracker}, or, where it needs nothing but {@link
 * #CHAR}, {@link #SPLIT}, {@link #JUMP} and the ends of the text, as the nondeterministic automaton
 * that {@link AutomatonBuilder} starts from. Immutable.
 */
final class Program {
  /** Ends successfully. */
  static final int MATCH = 0;

  /** Reads a character. Operands: set. */
  static final int CHAR = 1;

  /** Reads a character, going backward. Operands: set. */
  static final int CHAR_BACK = 2;

  /** Goes on here, and on failure there. Operands: first, second. */
  static final int SPLIT = 3;

  /** Goes on there. Operands: target. */
  static final int JUMP = 4;

  /** Sets a register to the position. Operands: register. */
  static final int SAVE = 5;

  /** Sets registers to "none". Operands: first, behind the last. */
  static final int CLEAR = 6;

  /** Sets a register to zero. Operands: register. */
  static final int ZERO = 7;

  /** Decides about one more turn. Operands: counter, least, greatest, greedy or not, body, end. */
  static final int LOOP = 8;

  /**
   * Ends a turn: fails if it read nothing and was not needed, else counts it. Operands: counter,
   * register with the position at its start, least, target.
   */
  static final int TURN = 9;

  /** Goes on at the start of the text, or of a line. */
  static final int START = 10;

  /** Goes on at the end of the text, or of a line. */
  static final int END = 11;

  /** Goes on where a word begins or ends. */
  static final int WORD_BOUNDARY = 12;

  /** Goes on where no word begins or ends. */
  static final int NO_WORD_BOUNDARY = 13;

  /**
   * Matches a part here without reading. Operands: negative or not, first group, group behind the
   * last, end.
   */
  static final int LOOK = 14;

  /** Reads what a group read. Operands: group. */
  static final int BACK_REFERENCE = 15;

  /** The same, going backward. Operands: group. */
  static final int BACK_REFERENCE_BACK = 16;

  /** Instructions, each with its operands behind it. */
  final int[] code;

  /** The sets of characters that the instructions refer to by index. */
  final CodePoints[] sets;

  /** The number of registers; first two for each group: where it began and ended. */
  final int registers;

  final Flags flags;

  Program(int[] code, CodePoints[] sets, int registers, Flags flags) {
    this.code = code;
    this.sets = sets;
    this.registers = registers;
    this.flags = flags;
  }
}
