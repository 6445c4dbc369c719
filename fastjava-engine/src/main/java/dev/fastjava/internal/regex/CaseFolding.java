package dev.fastjava.internal.regex;

import java.util.HashSet;
import java.util.Set;

/** Which characters the {@code i} flag takes for the same. */
final class CaseFolding {
  private static final int LONG_S = 0x17f;
  private static final int KELVIN = 0x212a;

  private CaseFolding() {}

  /** The representative of all characters that are the same but for case. */
  static int fold(int c, boolean unicode) {
    if (unicode) {
      return Character.toLowerCase(Character.toUpperCase(c));
    }
    int upper = Character.toUpperCase(c);
    // Without the u flag nothing but ASCII folds to ASCII.
    return c >= 128 && upper < 128 ? c : upper;
  }

  /** All characters that are the same as one of a set but for case. */
  static CodePoints close(CodePoints set, boolean unicode) {
    if (set.isAscii()) {
      return closeAscii(set, unicode);
    }
    Set<Integer> folded = new HashSet<>();
    for (int range = 0; range < set.rangeCount(); range++) {
      for (int c = set.first(range); c <= set.last(range); c++) {
        folded.add(fold(c, unicode));
      }
    }
    return CodePoints.where(c -> folded.contains(fold(c, unicode)));
  }

  private static CodePoints closeAscii(CodePoints set, boolean unicode) {
    CodePoints closed = set;
    for (char lower = 'a'; lower <= 'z'; lower++) {
      char upper = Character.toUpperCase(lower);
      if (set.contains(lower) || set.contains(upper)) {
        closed = closed.plus(CodePoints.of(lower)).plus(CodePoints.of(upper));
      }
    }
    if (unicode && closed.contains('s')) {
      closed = closed.plus(CodePoints.of(LONG_S));
    }
    if (unicode && closed.contains('k')) {
      closed = closed.plus(CodePoints.of(KELVIN));
    }
    return closed;
  }
}
