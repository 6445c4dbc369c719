package dev.fastjava.internal.validation.regex;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nondeterministic automaton of an expression, by Thompson's construction. */
final class Network {
  private static final int MAX_NODES = 4_000;
  private static final int SPLIT = 0;
  private static final int CHARS = 1;
  private static final int START = 2;
  private static final int END = 3;
  private static final int MATCH = 4;

  private byte[] kinds = new byte[64];
  private int[] next = new int[64];
  private int[] other = new int[64];
  private @Nullable CodePoints[] sets = new @Nullable CodePoints[64];
  private int count;
  private int start;

  private Network() {}

  /** Thrown when an expression needs backtracking or is too large. */
  private static final class Unsuitable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsuitable() {
      super(null, null, false, false);
    }
  }

  /** Builds the network; null when the expression is not suitable. */
  static @Nullable Network of(Term term) {
    Network network = new Network();
    try {
      int match = network.add(MATCH, null, 0, 0);
      network.start = network.build(term, match);
      return network;
    } catch (Unsuitable e) {
      return null;
    }
  }

  int start() {
    return start;
  }

  int match() {
    return 0;
  }

  boolean isSplit(int node) {
    return kinds[node] == SPLIT;
  }

  boolean isStart(int node) {
    return kinds[node] == START;
  }

  boolean isEnd(int node) {
    return kinds[node] == END;
  }

  @Nullable CodePoints set(int node) {
    return sets[node];
  }

  int next(int node) {
    return next[node];
  }

  int other(int node) {
    return other[node];
  }

  Set<CodePoints> sets() {
    Set<CodePoints> all = new HashSet<>();
    for (int i = 0; i < count; i++) {
      CodePoints set = sets[i];
      if (set != null) {
        all.add(set);
      }
    }
    return all;
  }

  private int add(int kind, @Nullable CodePoints set, int to, int orTo) {
    if (count == MAX_NODES) {
      throw new Unsuitable();
    }
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      next = Arrays.copyOf(next, count * 2);
      other = Arrays.copyOf(other, count * 2);
      sets = Arrays.copyOf(sets, count * 2);
    }
    kinds[count] = (byte) kind;
    sets[count] = set;
    next[count] = to;
    other[count] = orTo;
    return count++;
  }

  /** Builds a term that goes on at a node; returns where it begins. */
  private int build(Term term, int then) {
    if (term instanceof Term.Empty) {
      return then;
    }
    if (term instanceof Term.Chars chars) {
      return add(CHARS, chars.set(), then, 0);
    }
    if (term instanceof Term.Sequence sequence) {
      int at = then;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        at = build(sequence.parts().get(i), at);
      }
      return at;
    }
    if (term instanceof Term.Choice choice) {
      int last = choice.branches().size() - 1;
      int at = build(choice.branches().get(last), then);
      for (int i = last - 1; i >= 0; i--) {
        at = add(SPLIT, null, build(choice.branches().get(i), then), at);
      }
      return at;
    }
    if (term instanceof Term.Group group) {
      return build(group.body(), then);
    }
    if (term instanceof Term.Repeat repeat) {
      return repeat(repeat, then);
    }
    if (term instanceof Term.Position position) {
      return switch (position.kind()) {
        case START -> add(START, null, then, 0);
        case END -> add(END, null, then, 0);
        default -> throw new Unsuitable();
      };
    }
    throw new Unsuitable();
  }

  private int repeat(Term.Repeat repeat, int then) {
    int at = then;
    if (repeat.max() == Term.Repeat.UNBOUNDED) {
      int loop = add(SPLIT, null, 0, then);
      int body = build(repeat.body(), loop);
      next[loop] = body;
      at = loop;
    } else {
      for (int i = repeat.min(); i < repeat.max(); i++) {
        at = add(SPLIT, null, build(repeat.body(), at), then);
      }
    }
    for (int i = 0; i < repeat.min(); i++) {
      int before = count;
      at = build(repeat.body(), at);
      if (count == before) {
        // The body is empty: once is as good as a thousand times.
        break;
      }
    }
    return at;
  }
}
