package dev.fastjava.internal.regex;

import org.jspecify.annotations.Nullable;

/** How often a part may match. */
record Quantifier(int min, int max, boolean greedy) {
  /** Reads a quantifier; null when there is none. */
  static @Nullable Quantifier read(RegexReader in) {
    int[] bounds = bounds(in);
    if (bounds == null) {
      return null;
    }
    return new Quantifier(bounds[0], bounds[1], !in.take('?'));
  }

  /** Whether the next text is a quantifier in braces. */
  static boolean isNext(RegexReader in) {
    int start = in.position();
    int[] bounds = braces(in);
    in.reset(start);
    return bounds != null;
  }

  private static int @Nullable [] bounds(RegexReader in) {
    if (in.take('*')) {
      return new int[] {0, Term.Repeat.UNBOUNDED};
    }
    if (in.take('+')) {
      return new int[] {1, Term.Repeat.UNBOUNDED};
    }
    if (in.take('?')) {
      return new int[] {0, 1};
    }
    int start = in.position();
    int[] bounds = braces(in);
    if (bounds == null) {
      boolean brace = in.isNext("{");
      if (brace && in.strict()) {
        throw in.error("Incomplete quantifier");
      }
      in.reset(start);
      return null;
    }
    if (bounds[0] > bounds[1]) {
      throw in.error("numbers out of order in {} quantifier");
    }
    return bounds;
  }

  private static int @Nullable [] braces(RegexReader in) {
    int start = in.position();
    if (in.take('{')) {
      int min = in.number();
      if (min >= 0) {
        int max = min;
        if (in.take(',')) {
          max = in.isNext("}") ? Term.Repeat.UNBOUNDED : in.number();
        }
        if (max >= 0 && in.take('}')) {
          return new int[] {min, max};
        }
      }
    }
    in.reset(start);
    return null;
  }
}
