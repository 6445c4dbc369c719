package dev.fastjava.internal.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns an expression into instructions. */
final class ProgramBuilder {
  private static final int MAX_UNROLLED = 10_000;
  private static final int MAX_PLAIN_TURNS = 8;

  private final List<CodePoints> sets = new ArrayList<>();

  /** Whether repetitions are written out, so that no instruction needs a register. */
  private final boolean unrolled;

  private int[] code = new int[128];
  private int length;
  private int registers;

  private ProgramBuilder(int groups, boolean unrolled) {
    this.registers = (groups + 1) * 2;
    this.unrolled = unrolled;
  }

  /** Thrown when an expression needs backtracking or is too large to be written out. */
  private static final class Unsuitable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsuitable() {
      super(null, null, false, false);
    }
  }

  /** The instructions for the backtracking matcher. */
  static Program build(Term term, int groups, Flags flags) {
    return new ProgramBuilder(groups, false).build(term, flags);
  }

  /** The instructions of a nondeterministic automaton; null when that cannot say it. */
  static @Nullable Program unrolled(Term term, Flags flags) {
    try {
      return new ProgramBuilder(0, true).build(term, flags);
    } catch (Unsuitable e) {
      return null;
    }
  }

  private Program build(Term term, Flags flags) {
    emit(term, false);
    add(Program.MATCH);
    return new Program(
        Arrays.copyOf(code, length), sets.toArray(new CodePoints[0]), registers, flags);
  }

  /** Adds values; returns where the first is. */
  private int add(int... values) {
    if (unrolled && (length > MAX_UNROLLED || !isRegular(values[0]))) {
      throw new Unsuitable();
    }
    if (length + values.length > code.length) {
      code = Arrays.copyOf(code, code.length * 2);
    }
    int at = length;
    for (int value : values) {
      code[length++] = value;
    }
    return at;
  }

  private static boolean isRegular(int instruction) {
    return switch (instruction) {
      case Program.MATCH, Program.CHAR, Program.SPLIT, Program.JUMP, Program.START, Program.END ->
          true;
      default -> false;
    };
  }

  private void emit(Term term, boolean backward) {
    if (term instanceof Term.Chars chars) {
      add(backward ? Program.CHAR_BACK : Program.CHAR, setIndex(chars.set()));
    } else if (term instanceof Term.Sequence sequence) {
      int count = sequence.parts().size();
      for (int i = 0; i < count; i++) {
        emit(sequence.parts().get(backward ? count - 1 - i : i), backward);
      }
    } else if (term instanceof Term.Choice choice) {
      emitChoice(choice, backward);
    } else if (term instanceof Term.Group group && unrolled) {
      emit(group.body(), backward);
    } else if (term instanceof Term.Group group) {
      add(Program.SAVE, group.index() * 2 + (backward ? 1 : 0));
      emit(group.body(), backward);
      add(Program.SAVE, group.index() * 2 + (backward ? 0 : 1));
    } else if (term instanceof Term.Repeat repeat && (unrolled || isPlain(repeat))) {
      unroll(repeat, backward);
    } else if (term instanceof Term.Repeat repeat) {
      emitRepeat(repeat, backward);
    } else if (term instanceof Term.Assertion assertion) {
      add(assertion.instruction());
    } else if (term instanceof Term.Look look) {
      int at = add(Program.LOOK, look.negative() ? 1 : 0, look.firstGroup(), look.lastGroup(), 0);
      emit(look.body(), !look.ahead());
      add(Program.MATCH);
      code[at + 4] = length;
    } else if (term instanceof Term.BackReference reference) {
      add(backward ? Program.BACK_REFERENCE_BACK : Program.BACK_REFERENCE, reference.group());
    }
  }

  private int setIndex(CodePoints set) {
    int index = sets.indexOf(set);
    if (index < 0) {
      index = sets.size();
      sets.add(set);
    }
    return index;
  }

  private void emitChoice(Term.Choice choice, boolean backward) {
    List<Integer> jumps = new ArrayList<>();
    int last = choice.branches().size() - 1;
    for (int i = 0; i <= last; i++) {
      int split = i < last ? add(Program.SPLIT, 0, 0) : -1;
      if (split >= 0) {
        code[split + 1] = length;
      }
      emit(choice.branches().get(i), backward);
      if (split >= 0) {
        jumps.add(add(Program.JUMP, 0));
        code[split + 2] = length;
      }
    }
    jumps.forEach(jump -> code[jump + 1] = length);
  }

  private void emitRepeat(Term.Repeat repeat, boolean backward) {
    int counter = registers++;
    int position = registers++;
    add(Program.ZERO, counter);
    int loop =
        add(Program.LOOP, counter, repeat.min(), repeat.max(), repeat.greedy() ? 1 : 0, 0, 0);
    code[loop + 5] = length;
    add(Program.SAVE, position);
    if (repeat.lastGroup() > repeat.firstGroup()) {
      add(Program.CLEAR, repeat.firstGroup() * 2, repeat.lastGroup() * 2);
    }
    emit(repeat.body(), backward);
    add(Program.TURN, counter, position, repeat.min(), loop);
    code[loop + 6] = length;
  }

  /** Whether a repetition needs neither a counter nor a look at where its turn began. */
  private static boolean isPlain(Term.Repeat repeat) {
    int turns = repeat.max() == Term.Repeat.UNBOUNDED ? repeat.min() : repeat.max();
    return turns <= MAX_PLAIN_TURNS
        && repeat.firstGroup() == repeat.lastGroup()
        && reads(repeat.body());
  }

  /** Whether a term certainly reads a character. */
  private static boolean reads(Term term) {
    return term instanceof Term.Chars
        || (term instanceof Term.Sequence sequence
            && sequence.parts().stream().anyMatch(ProgramBuilder::reads));
  }

  private void unroll(Term.Repeat repeat, boolean backward) {
    for (int i = 0; i < repeat.min(); i++) {
      int before = length;
      emit(repeat.body(), backward);
      if (length == before) {
        // The body is empty: once is as good as a thousand times.
        break;
      }
    }
    boolean unbounded = repeat.max() == Term.Repeat.UNBOUNDED;
    List<Integer> splits = new ArrayList<>();
    for (int i = unbounded ? 1 : repeat.min(); i < (unbounded ? 2 : repeat.max()); i++) {
      int split = add(Program.SPLIT, length + 3, length + 3);
      splits.add(split + (repeat.greedy() ? 2 : 1));
      emit(repeat.body(), backward);
      if (unbounded) {
        add(Program.JUMP, split);
      }
    }
    splits.forEach(operand -> code[operand] = length);
  }
}
