package dev.fastjava.internal.validation.regex;

/** An expression as instructions for the {@link Backtracker}. Immutable. */
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

  /** Goes on if the place is of a kind. Operands: kind. */
  static final int POSITION = 10;

  /**
   * Matches a part here without reading. Operands: negative or not, first group, group behind the
   * last, end.
   */
  static final int LOOK = 11;

  /** Reads what a group read. Operands: group. */
  static final int BACK_REFERENCE = 12;

  /** The same, going backward. Operands: group. */
  static final int BACK_REFERENCE_BACK = 13;

  private final int[] code;
  private final CodePoints[] sets;
  private final int registers;
  private final Flags flags;

  /**
   * Makes a program.
   *
   * @param code instructions, each with its operands behind it
   * @param sets the sets of characters it refers to by index
   * @param registers the number of registers; first two for each group: where it began and ended
   * @param flags the flags of the expression
   */
  Program(int[] code, CodePoints[] sets, int registers, Flags flags) {
    this.code = code;
    this.sets = sets;
    this.registers = registers;
    this.flags = flags;
  }

  int[] code() {
    return code;
  }

  CodePoints[] sets() {
    return sets;
  }

  int registers() {
    return registers;
  }

  Flags flags() {
    return flags;
  }
}
