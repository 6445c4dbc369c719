package dev.fastjava.internal.validation.regex;

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

  private final Network network;
  private final Alphabet alphabet;
  private final int[] members;
  private final Map<BitSet, Integer> states = new HashMap<>();
  private final List<BitSet> sets = new ArrayList<>();
  private final Deque<Integer> pending = new ArrayDeque<>();
  private int work;

  private AutomatonBuilder(Network network, Alphabet alphabet) {
    this.network = network;
    this.alphabet = alphabet;
    this.members = new int[alphabet.classCount()];
    for (int symbol = 0; symbol < members.length; symbol++) {
      members[symbol] = alphabet.memberOf(symbol);
    }
  }

  /** Builds the automaton; null when the expression needs backtracking or is too large. */
  static @Nullable Automaton build(Term term, boolean unicode) {
    Network network = Network.of(term);
    Alphabet alphabet = network == null ? null : Alphabet.of(network.sets());
    return network == null || alphabet == null
        ? null
        : new AutomatonBuilder(network, alphabet).build(unicode);
  }

  private @Nullable Automaton build(boolean unicode) {
    BitSet restart = closure(new BitSet(), network.start(), false, false);
    int start = stateOf(closure(new BitSet(), network.start(), true, false));
    int classCount = alphabet.classCount();
    int[] next = new int[classCount * 16];
    while (!pending.isEmpty()) {
      int state = pending.remove();
      if (sets.size() > MAX_STATES || work > MAX_WORK) {
        return null;
      }
      int offset = state * classCount;
      if (offset + classCount > next.length) {
        next = Arrays.copyOf(next, Math.max(offset + classCount, next.length * 2));
      }
      for (int symbol = 0; symbol < classCount; symbol++) {
        BitSet reached = (BitSet) restart.clone();
        BitSet from = sets.get(state);
        for (int node = from.nextSetBit(0); node >= 0; node = from.nextSetBit(node + 1)) {
          work++;
          CodePoints set = network.set(node);
          if (set != null && set.contains(members[symbol])) {
            closure(reached, network.next(node), false, false);
          }
        }
        next[offset + symbol] = stateOf(reached);
      }
    }
    return new Automaton(
        unicode, alphabet, Arrays.copyOf(next, sets.size() * classCount), foundAtEnd(), start);
  }

  private int stateOf(BitSet set) {
    if (set.get(network.match())) {
      return Automaton.FOUND;
    }
    if (set.isEmpty()) {
      return Automaton.FAILED;
    }
    Integer present = states.get(set);
    if (present != null) {
      return present;
    }
    int state = sets.size();
    states.put(set, state);
    sets.add(set);
    pending.add(state);
    return state;
  }

  private boolean[] foundAtEnd() {
    boolean[] found = new boolean[sets.size()];
    for (int state = 0; state < found.length; state++) {
      BitSet set = sets.get(state);
      BitSet reached = new BitSet();
      for (int node = set.nextSetBit(0); node >= 0; node = set.nextSetBit(node + 1)) {
        if (network.isEnd(node)) {
          closure(reached, network.next(node), false, true);
        }
      }
      found[state] = reached.get(network.match());
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
      if (set.get(node)) {
        continue;
      }
      work++;
      if (network.isStart(node) && !atStart) {
        continue;
      }
      set.set(node);
      if (network.isSplit(node)) {
        open.push(network.other(node));
        open.push(network.next(node));
      } else if (network.isStart(node) || (network.isEnd(node) && atEnd)) {
        open.push(network.next(node));
      }
    }
    return set;
  }
}
