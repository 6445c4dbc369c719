package dev.fastjava.internal.regex;

import java.util.Arrays;

/**
 * Matches a program against one string, trying one way after the other. It keeps what to try, and
 * what to undo before, on a stack of its own, and counts its steps.
 */
final class Backtracker {
  private static final int NONE = -1;
  private static final int INITIAL_STACK = 64;

  private final int[] code;
  private final CodePoints[] sets;
  private final Flags flags;
  private final String text;
  private final String source;
  private final StepBudget budget;
  private final long maxSteps;
  private final int[] registers;

  /**
   * Pairs: a register and what to set it back to; or, as the complement of a place in the code and
   * a position, where to go on.
   */
  private int[] stack = new int[INITIAL_STACK];

  private int depth;
  private long steps;

  Backtracker(Program program, String text, String source, StepBudget budget) {
    this.code = program.code;
    this.sets = program.sets;
    this.flags = program.flags;
    this.text = text;
    this.source = source;
    this.budget = budget;
    this.maxSteps = budget.allowed(text.length());
    this.registers = new int[program.registers];
  }

  /** Searches the text; after success the groups can be asked for. */
  boolean find() {
    boolean found = search();
    budget.spend(steps, text.length());
    return found;
  }

  /** What a capturing group of the match read; empty when it took no part. */
  String group(int group) {
    int start = registers[group * 2];
    int end = registers[group * 2 + 1];
    return start == NONE || end == NONE ? "" : text.substring(start, end);
  }

  private boolean search() {
    int start = 0;
    while (true) {
      Arrays.fill(registers, NONE);
      depth = 0;
      if (run(0, start)) {
        return true;
      }
      if (start == text.length()) {
        return false;
      }
      start += width(start);
    }
  }

  private int width(int position) {
    return flags.unicode() ? Character.charCount(text.codePointAt(position)) : 1;
  }

  /** Runs from a place in the code to a match, or until nothing is left to try. */
  private boolean run(int from, int position) {
    int floor = depth;
    int pc = from;
    int at = position;
    while (true) {
      if (++steps > maxSteps) {
        throw new RegexLimitException(source, budget.limit());
      }
      boolean ok = true;
      switch (code[pc]) {
        case Program.MATCH -> {
          return true;
        }
        case Program.CHAR -> {
          int c = at == text.length() ? NONE : unitAt(at);
          ok = c != NONE && sets[code[pc + 1]].contains(c);
          at += ok ? Character.charCount(c) : 0;
          pc += 2;
        }
        case Program.CHAR_BACK -> {
          int c = at == 0 ? NONE : unitBefore(at);
          ok = c != NONE && sets[code[pc + 1]].contains(c);
          at -= ok ? Character.charCount(c) : 0;
          pc += 2;
        }
        case Program.SPLIT -> {
          push(~code[pc + 2], at);
          pc = code[pc + 1];
        }
        case Program.JUMP -> pc = code[pc + 1];
        case Program.SAVE -> {
          set(code[pc + 1], at);
          pc += 2;
        }
        case Program.CLEAR -> {
          for (int register = code[pc + 1]; register < code[pc + 2]; register++) {
            set(register, NONE);
          }
          pc += 3;
        }
        case Program.ZERO -> {
          set(code[pc + 1], 0);
          pc += 2;
        }
        case Program.LOOP -> pc = loop(pc, at);
        case Program.TURN -> {
          int count = registers[code[pc + 1]];
          ok = registers[code[pc + 2]] != at || count < code[pc + 3];
          set(code[pc + 1], count + 1);
          pc = code[pc + 4];
        }
        case Program.START, Program.END, Program.WORD_BOUNDARY, Program.NO_WORD_BOUNDARY -> {
          ok = isAt(code[pc], at);
          pc++;
        }
        case Program.LOOK -> {
          ok = look(pc, at);
          pc = code[pc + 4];
        }
        default -> {
          at = backReference(code[pc + 1], at, code[pc] == Program.BACK_REFERENCE_BACK);
          ok = at != NONE;
          pc += 2;
        }
      }
      if (!ok) {
        if (!backtrack(floor)) {
          return false;
        }
        pc = ~stack[depth];
        at = stack[depth + 1];
      }
    }
  }

  private int unitAt(int at) {
    return flags.unicode() ? text.codePointAt(at) : text.charAt(at);
  }

  private int unitBefore(int at) {
    return flags.unicode() ? text.codePointBefore(at) : text.charAt(at - 1);
  }

  private int loop(int pc, int at) {
    int count = registers[code[pc + 1]];
    int body = code[pc + 5];
    int end = code[pc + 6];
    if (count < code[pc + 2]) {
      return body;
    }
    if (count >= code[pc + 3]) {
      return end;
    }
    boolean greedy = code[pc + 4] == 1;
    push(~(greedy ? end : body), at);
    return greedy ? body : end;
  }

  private void push(int first, int second) {
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, depth * 2);
    }
    stack[depth] = first;
    stack[depth + 1] = second;
    depth += 2;
  }

  private void set(int register, int value) {
    push(register, registers[register]);
    registers[register] = value;
  }

  /**
   * Undoes down to the last thing left to try, which is then at the top; false if there is none.
   */
  private boolean backtrack(int floor) {
    while (depth > floor) {
      depth -= 2;
      int first = stack[depth];
      if (first < 0) {
        return true;
      }
      registers[first] = stack[depth + 1];
    }
    return false;
  }

  /** Matches the part behind an instruction; on success keeps only what there is to undo. */
  private boolean look(int pc, int at) {
    boolean negative = code[pc + 1] == 1;
    int floor = depth;
    boolean found = run(pc + 5, at);
    if (!found) {
      return negative;
    }
    if (negative) {
      undo(floor);
      return false;
    }
    keepUndo(floor);
    return true;
  }

  private void undo(int floor) {
    boolean more = true;
    while (more) {
      more = backtrack(floor);
    }
  }

  private void keepUndo(int floor) {
    int kept = floor;
    for (int i = floor; i < depth; i += 2) {
      if (stack[i] >= 0) {
        stack[kept] = stack[i];
        stack[kept + 1] = stack[i + 1];
        kept += 2;
      }
    }
    depth = kept;
  }

  private int backReference(int group, int at, boolean backward) {
    int start = registers[group * 2];
    int end = registers[group * 2 + 1];
    if (start == NONE || end == NONE) {
      return at;
    }
    int length = end - start;
    int from = backward ? at - length : at;
    if (from < 0 || from + length > text.length()) {
      return NONE;
    }
    steps += length;
    boolean same =
        flags.ignoreCase()
            ? sameButForCase(start, from, length)
            : text.regionMatches(start, text, from, length);
    return same ? (backward ? from : at + length) : NONE;
  }

  private boolean sameButForCase(int left, int right, int length) {
    for (int i = 0; i < length; i++) {
      int one = CaseFolding.fold(text.charAt(left + i), flags.unicode());
      int other = CaseFolding.fold(text.charAt(right + i), flags.unicode());
      if (one != other) {
        return false;
      }
    }
    return true;
  }

  private boolean isAt(int instruction, int at) {
    return switch (instruction) {
      case Program.START -> at == 0 || (flags.multiline() && isLineEnd(at - 1));
      case Program.END -> at == text.length() || (flags.multiline() && isLineEnd(at));
      case Program.WORD_BOUNDARY -> isWord(at - 1) != isWord(at);
      default -> isWord(at - 1) == isWord(at);
    };
  }

  private boolean isLineEnd(int at) {
    return CodePoints.LINE_ENDS.contains(text.charAt(at));
  }

  private boolean isWord(int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    boolean foldsToWord = flags.unicode() && flags.ignoreCase() && (c == 0x17f || c == 0x212a);
    return foldsToWord || CodePoints.WORD.contains(c);
  }
}
