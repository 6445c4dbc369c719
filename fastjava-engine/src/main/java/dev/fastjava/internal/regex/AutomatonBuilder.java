package dev.fastjava.internal.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an automaton of an expression by the subset construction, if it does not get too large. */
final class AutomatonBuilder {
  private static final int MAX_STATES = 1_000;
  private static final int MAX_WORK = 4_000_000;

  private final int[] code;
  private final CodePoints[] sets;
  private final Alphabet alphabet;
  private final int[] members;
  private final Map<BitSet, Integer> numbers = new HashMap<>();

  /** For each state the instructions it may be at. */
  private final List<BitSet> states = new ArrayList<>();

  private final Deque<Integer> pending = new ArrayDeque<>();
  private int work;

  private AutomatonBuilder(Program program, Alphabet alphabet) {
    this.code = program.code;
    this.sets = program.sets;
    this.alphabet = alphabet;
    this.members = new int[alphabet.classCount()];
    for (int symbol = 0; symbol < members.length; symbol++) {
      members[symbol] = alphabet.memberOf(symbol);
    }
  }

  /** Builds the automaton; null when the expression needs backtracking or is too large. */
  static @Nullable Automaton build(Term term, Flags flags) {
    // Line ends are no positions that the automaton knows.
    Program program = flags.multiline() ? null : ProgramBuilder.unrolled(term, flags);
    Alphabet alphabet = program == null ? null : Alphabet.of(program.sets);
    return program == null || alphabet == null
        ? null
        : new AutomatonBuilder(program, alphabet).build(flags.unicode());
  }

  private @Nullable Automaton build(boolean unicode) {
    BitSet restart = closure(new BitSet(), 0, false, false);
    int start = stateOf(closure(new BitSet(), 0, true, false));
    int classCount = alphabet.classCount();
    int[] next = new int[classCount * 16];
    while (!pending.isEmpty()) {
      int state = pending.remove();
      if (states.size() > MAX_STATES || work > MAX_WORK) {
        return null;
      }
      int offset = state * classCount;
      if (offset + classCount > next.length) {
        next = Arrays.copyOf(next, Math.max(offset + classCount, next.length * 2));
      }
      for (int symbol = 0; symbol < classCount; symbol++) {
        BitSet reached = (BitSet) restart.clone();
        BitSet from = states.get(state);
        for (int node = from.nextSetBit(0); node >= 0; node = from.nextSetBit(node + 1)) {
          work++;
          if (code[node] == Program.CHAR && sets[code[node + 1]].contains(members[symbol])) {
            closure(reached, node + 2, false, false);
          }
        }
        next[offset + symbol] = stateOf(reached);
      }
    }
    return new Automaton(
        unicode, alphabet, Arrays.copyOf(next, states.size() * classCount), foundAtEnd(), start);
  }

  private int stateOf(BitSet set) {
    if (matches(set)) {
      return Automaton.FOUND;
    }
    if (set.isEmpty()) {
      return Automaton.FAILED;
    }
    Integer present = numbers.get(set);
    if (present != null) {
      return present;
    }
    int state = states.size();
    numbers.put(set, state);
    states.add(set);
    pending.add(state);
    return state;
  }

  private boolean[] foundAtEnd() {
    boolean[] found = new boolean[states.size()];
    for (int state = 0; state < found.length; state++) {
      BitSet set = states.get(state);
      BitSet reached = new BitSet();
      for (int node = set.nextSetBit(0); node >= 0; node = set.nextSetBit(node + 1)) {
        if (code[node] == Program.END) {
          closure(reached, node + 1, false, true);
        }
      }
      found[state] = matches(reached);
    }
    return found;
  }

  /**
   * Adds what is reached without reading a character. Positions at the start and the end of the
   * string are passed only there.
   */
  private BitSet closure(BitSet set, int from, boolean atStart, boolean atEnd) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(from);
    while (!open.isEmpty()) {
      int node = open.pop();
      // A jump is no place to be at: sets that differ by it alone are one state.
      while (code[node] == Program.JUMP) {
        node = code[node + 1];
      }
      boolean isStart = code[node] == Program.START;
      if (set.get(node) || (isStart && !atStart)) {
        continue;
      }
      work++;
      set.set(node);
      if (code[node] == Program.SPLIT) {
        open.push(code[node + 2]);
        open.push(code[node + 1]);
      } else if (isStart || (code[node] == Program.END && atEnd)) {
        open.push(node + 1);
      }
    }
    return set;
  }

  /** Whether a set has the last instruction, which is the match. */
  private boolean matches(BitSet set) {
    return set.get(code.length - 1);
  }
}
