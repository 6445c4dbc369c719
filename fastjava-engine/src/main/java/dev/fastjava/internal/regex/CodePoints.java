package dev.fastjava.internal.regex;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A set of code points as sorted ranges that do not touch. Immutable. */
final class CodePoints {
  static final int MAX = Character.MAX_CODE_POINT;
  static final CodePoints NONE = new CodePoints(new int[0]);
  static final CodePoints ALL = of(0, MAX);
  static final CodePoints DIGITS = of('0', '9');
  static final CodePoints WORD = DIGITS.plus(of('A', 'Z')).plus(of('a', 'z')).plus(of('_', '_'));
  static final CodePoints LINE_ENDS = of('\n').plus(of('\r')).plus(of(0x2028, 0x2029));
  static final CodePoints SPACE =
      of('\t', '\r')
          .plus(of(' '))
          .plus(of(0xa0))
          .plus(of(0x1680))
          .plus(of(0x2000, 0x200a))
          .plus(of(0x2028, 0x2029))
          .plus(of(0x202f))
          .plus(of(0x205f))
          .plus(of(0x3000))
          .plus(of(0xfeff));

  /** First and last code point of each range in turn. */
  private final int[] ranges;

  /** The first 64 characters as bits, and the next 64. */
  private final long[] ascii = new long[2];

  private CodePoints(int[] ranges) {
    this.ranges = ranges;
    for (int range = 0; range < rangeCount(); range++) {
      for (int c = first(range); c <= last(range) && c < 128; c++) {
        ascii[c >> 6] |= 1L << c;
      }
    }
  }

  static CodePoints of(int codePoint) {
    return of(codePoint, codePoint);
  }

  static CodePoints of(int first, int last) {
    return new CodePoints(new int[] {first, last});
  }

  static CodePoints where(IntPredicate test) {
    int[] found = new int[64];
    int count = 0;
    for (int c = 0; c <= MAX; c++) {
      if (!test.test(c)) {
        continue;
      }
      if (count > 0 && found[count - 1] == c - 1) {
        found[count - 1] = c;
        continue;
      }
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = c;
      found[count++] = c;
    }
    return new CodePoints(Arrays.copyOf(found, count));
  }

  int rangeCount() {
    return ranges.length / 2;
  }

  int first(int range) {
    return ranges[range * 2];
  }

  int last(int range) {
    return ranges[range * 2 + 1];
  }

  boolean contains(int codePoint) {
    if (codePoint < 128) {
      return (ascii[codePoint >> 6] >>> codePoint & 1) != 0;
    }
    int low = 0;
    int high = rangeCount() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (codePoint < first(middle)) {
        high = middle - 1;
      } else if (codePoint > last(middle)) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  CodePoints plus(CodePoints other) {
    int[] merged = new int[ranges.length + other.ranges.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < ranges.length || j < other.ranges.length) {
      boolean mine =
          j >= other.ranges.length || (i < ranges.length && ranges[i] <= other.ranges[j]);
      int first = mine ? ranges[i] : other.ranges[j];
      int last = mine ? ranges[i + 1] : other.ranges[j + 1];
      if (mine) {
        i += 2;
      } else {
        j += 2;
      }
      if (count > 0 && first <= merged[count - 1] + 1) {
        merged[count - 1] = Math.max(merged[count - 1], last);
      } else {
        merged[count++] = first;
        merged[count++] = last;
      }
    }
    return new CodePoints(Arrays.copyOf(merged, count));
  }

  CodePoints complement() {
    int[] others = new int[ranges.length + 2];
    int count = 0;
    int next = 0;
    for (int i = 0; i < ranges.length; i += 2) {
      if (next < ranges[i]) {
        others[count++] = next;
        others[count++] = ranges[i] - 1;
      }
      next = ranges[i + 1] + 1;
    }
    if (next <= MAX) {
      others[count++] = next;
      others[count++] = MAX;
    }
    return new CodePoints(Arrays.copyOf(others, count));
  }

  boolean isAscii() {
    return ranges.length == 0 || ranges[ranges.length - 1] < 128;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodePoints set && Arrays.equals(ranges, set.ranges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ranges);
  }
}
