package dev.fastjava.internal.validation.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns an expression into instructions for the backtracking matcher. */
final class ProgramBuilder {
  private final List<CodePoints> sets = new ArrayList<>();
  private int[] code = new int[128];
  private int length;
  private int registers;

  private ProgramBuilder(int groups) {
    registers = (groups + 1) * 2;
  }

  static Program build(Term term, int groups, Flags flags) {
    ProgramBuilder builder = new ProgramBuilder(groups);
    builder.emit(term, false);
    builder.add(Program.MATCH);
    return new Program(
        Arrays.copyOf(builder.code, builder.length),
        builder.sets.toArray(new CodePoints[0]),
        builder.registers,
        flags);
  }

  /** Adds values; returns where the first is. */
  private int add(int... values) {
    if (length + values.length > code.length) {
      code = Arrays.copyOf(code, code.length * 2);
    }
    int at = length;
    for (int value : values) {
      code[length++] = value;
    }
    return at;
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
    } else if (term instanceof Term.Group group) {
      add(Program.SAVE, group.index() * 2 + (backward ? 1 : 0));
      emit(group.body(), backward);
      add(Program.SAVE, group.index() * 2 + (backward ? 0 : 1));
    } else if (term instanceof Term.Repeat repeat) {
      emitRepeat(repeat, backward);
    } else if (term instanceof Term.Position position) {
      add(Program.POSITION, position.kind().code());
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
}
