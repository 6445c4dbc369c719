package dev.fastjava.internal.regex;

import org.jspecify.annotations.Nullable;

/** Reads what stands between brackets. */
final class ClassParser {
  private final RegexReader in;
  private final Flags flags;
  private final EscapeParser escapes;

  /** What the last escape stands for when it is more than a character. */
  private @Nullable CodePoints set;

  ClassParser(RegexReader in, Flags flags, EscapeParser escapes) {
    this.in = in;
    this.flags = flags;
    this.escapes = escapes;
  }

  /** Reads a class behind its opening bracket, the closing one included. */
  CodePoints parse() {
    boolean negative = in.take('^');
    CodePoints all = CodePoints.NONE;
    CodePoints plain = CodePoints.NONE;
    while (!in.take(']')) {
      int first = atom();
      CodePoints firstSet = set;
      if (!in.isNext("-") || in.isNext("-]")) {
        if (firstSet == null) {
          plain = plain.plus(CodePoints.of(first));
        } else {
          all = all.plus(firstSet);
        }
        continue;
      }
      in.next();
      int last = atom();
      CodePoints lastSet = set;
      if (firstSet == null && lastSet == null) {
        if (first > last) {
          throw in.error("Range out of order in character class");
        }
        plain = plain.plus(CodePoints.of(first, last));
        continue;
      }
      if (flags.unicode()) {
        throw in.error("Invalid character class");
      }
      all =
          all.plus(firstSet == null ? CodePoints.of(first) : firstSet)
              .plus(lastSet == null ? CodePoints.of(last) : lastSet);
      plain = plain.plus(CodePoints.of('-'));
    }
    all = all.plus(escapes.folded(plain));
    return negative ? all.complement() : all;
  }

  private int atom() {
    set = null;
    if (!in.hasMore()) {
      throw in.error("Unterminated character class");
    }
    int c = in.next();
    if (c != '\\') {
      return c;
    }
    if (in.take('b')) {
      return '\b';
    }
    if (flags.unicode() && in.take('-')) {
      return '-';
    }
    set = escapes.classEscape();
    return set != null ? -1 : escapes.character(true);
  }
}
