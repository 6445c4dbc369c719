package dev.fastjava.internal.regex;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The classes of characters that some sets tell apart: two characters of one class are in the same
 * sets.
 */
final class Alphabet {
  private static final int MAX_CLASSES = 127;

  /** Where a range of one class begins; the first begins at 0. */
  private final int[] starts;

  /** The class of each range. */
  private final byte[] classes;

  private final int classCount;

  private Alphabet(int[] starts, byte[] classes, int classCount) {
    this.starts = starts;
    this.classes = classes;
    this.classCount = classCount;
  }

  int classCount() {
    return classCount;
  }

  /** The classes for some sets; null when they are too many. */
  static @Nullable Alphabet of(CodePoints[] sets) {
    TreeSet<Integer> bounds = new TreeSet<>(List.of(0));
    for (CodePoints set : sets) {
      for (int range = 0; range < set.rangeCount(); range++) {
        bounds.add(set.first(range));
        bounds.add(set.last(range) + 1);
      }
    }
    int[] starts = bounds.stream().mapToInt(Integer::intValue).toArray();
    byte[] classes = new byte[starts.length];
    Map<BitSet, Integer> known = new HashMap<>();
    for (int i = 0; i < starts.length; i++) {
      int c = starts[i];
      BitSet members = new BitSet();
      int index = 0;
      for (CodePoints set : sets) {
        members.set(index++, set.contains(c));
      }
      Integer present = known.putIfAbsent(members, known.size());
      int symbol = present == null ? known.size() - 1 : present;
      if (symbol > MAX_CLASSES) {
        return null;
      }
      classes[i] = (byte) symbol;
    }
    return new Alphabet(starts, classes, known.size());
  }

  int classOf(int c) {
    int index = Arrays.binarySearch(starts, c);
    return classes[index < 0 ? -index - 2 : index];
  }

  /** A character of a class. */
  int memberOf(int symbol) {
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] == symbol) {
        return starts[i];
      }
    }
    throw new IllegalArgumentException("no such class");
  }
}
