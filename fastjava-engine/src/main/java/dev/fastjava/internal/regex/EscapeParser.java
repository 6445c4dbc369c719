package dev.fastjava.internal.regex;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what comes behind a backslash. */
final class EscapeParser {
  private static final String SYNTAX = "^$\\.*+?()[]{}|/";

  private final RegexReader in;
  private final boolean unicode;
  private final boolean ignoreCase;

  /** How many groups there are: an escaped number is a reference only up to that. */
  private final int groups;

  /**
   * The named groups: {@code \k} is a reference only if there are any. Null in the first pass,
   * which finds them.
   */
  private final @Nullable Map<String, Integer> names;

  private boolean metReference;

  EscapeParser(RegexReader in, Flags flags, int groups, @Nullable Map<String, Integer> names) {
    this.in = in;
    this.unicode = flags.unicode();
    this.ignoreCase = flags.ignoreCase();
    this.groups = groups;
    this.names = names;
  }

  /** Whether something was read whose meaning depends on the groups of the whole expression. */
  boolean metReference() {
    return metReference;
  }

  /** Reads a reference or a class of characters; null when it is a single character. */
  @Nullable Term special() {
    CodePoints set = classEscape();
    if (set != null) {
      return new Term.Chars(set);
    }
    int c = in.peek();
    if (c >= '1' && c <= '9') {
      return numbered();
    }
    if (c != 'k') {
      return null;
    }
    metReference = true;
    if (!unicode && !hasNames()) {
      return null;
    }
    in.next();
    if (!in.take('<')) {
      throw in.error("Invalid named reference");
    }
    String name = groupName();
    Integer group = names == null ? Integer.valueOf(0) : names.get(name);
    if (group == null) {
      throw in.error("Invalid named capture referenced");
    }
    return new Term.BackReference(group);
  }

  private @Nullable Term numbered() {
    metReference = true;
    int start = in.position();
    int group = in.number();
    if (group <= groups) {
      return new Term.BackReference(group);
    }
    if (unicode) {
      throw in.error("Invalid escape");
    }
    in.reset(start);
    return null;
  }

  private boolean hasNames() {
    return names != null && !names.isEmpty();
  }

  /** A set with what the {@code i} flag adds. */
  CodePoints folded(CodePoints set) {
    return ignoreCase ? CaseFolding.close(set, unicode) : set;
  }

  /** Reads {@code \d} and its like; null when it is something else. */
  @Nullable CodePoints classEscape() {
    CodePoints set =
        switch (in.peek()) {
          case 'd' -> CodePoints.DIGITS;
          case 'D' -> CodePoints.DIGITS.complement();
          case 's' -> CodePoints.SPACE;
          case 'S' -> CodePoints.SPACE.complement();
          case 'w' -> folded(CodePoints.WORD);
          case 'W' -> folded(CodePoints.WORD).complement();
          default -> null;
        };
    if (set != null) {
      in.next();
      return set;
    }
    if (unicode && (in.peek() == 'p' || in.peek() == 'P')) {
      boolean negative = in.next() == 'P';
      String name = in.take('{') ? in.until('}') : null;
      CodePoints property = name == null ? null : UnicodeProperties.find(name);
      if (property == null) {
        throw in.error("Invalid property name");
      }
      return negative ? folded(property).complement() : folded(property);
    }
    return null;
  }

  /**
   * Reads a single character.
   *
   * @param inClass whether it stands between brackets
   */
  int character(boolean inClass) {
    if (!in.hasMore()) {
      throw in.error("\\ at end of pattern");
    }
    int start = in.position();
    int c = in.next();
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0b;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'c' -> control(start, inClass);
      case 'x' -> orLiteral(in.hex(2), c, inClass);
      case 'u' -> orLiteral(unicodeEscape(), c, inClass);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c, inClass);
      default -> literal(c, inClass);
    };
  }

  private int orLiteral(int code, int c, boolean inClass) {
    return code >= 0 ? code : literal(c, inClass);
  }

  private int literal(int c, boolean inClass) {
    boolean known = SYNTAX.indexOf(c) >= 0 || (inClass && c == '-');
    if ((unicode && !known) || (c == 'k' && hasNames())) {
      throw in.error("Invalid escape");
    }
    return c;
  }

  private int control(int start, boolean inClass) {
    int letter = in.peek();
    boolean ascii = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    boolean alsoInClass =
        !unicode && inClass && ((letter >= '0' && letter <= '9') || letter == '_');
    if (ascii || alsoInClass) {
      in.next();
      return letter % 32;
    }
    if (unicode) {
      throw in.error("Invalid unicode escape");
    }
    // The backslash stands for itself, and the c is read once more.
    in.reset(start);
    return '\\';
  }

  private int octal(int first, boolean inClass) {
    int next = in.peek();
    boolean digit = next >= '0' && next <= '9';
    if (first == '0' && !digit) {
      return 0;
    }
    if (unicode) {
      throw in.error(inClass ? "Invalid class escape" : "Invalid decimal escape");
    }
    int value = first - '0';
    for (int i = 0; i < 2 && value < 32; i++) {
      next = in.peek();
      if (next < '0' || next > '7') {
        break;
      }
      value = value * 8 + (in.next() - '0');
    }
    return value;
  }

  private int unicodeEscape() {
    if (unicode && in.take('{')) {
      String digits = in.until('}');
      int value = digits == null || digits.isEmpty() ? -1 : parseHex(digits);
      if (value < 0) {
        throw in.error("Invalid Unicode escape");
      }
      return value;
    }
    int unit = in.hex(4);
    if (unit < 0 && unicode) {
      throw in.error("Invalid Unicode escape");
    }
    if (unicode && Character.isHighSurrogate((char) Math.max(unit, 0))) {
      int start = in.position();
      int low = in.take("\\u") ? in.hex(4) : -1;
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        return Character.toCodePoint((char) unit, (char) low);
      }
      in.reset(start);
    }
    return unit;
  }

  private static int parseHex(String digits) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = RegexReader.hexDigit(digits.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
      if (value > CodePoints.MAX) {
        return -1;
      }
    }
    return (int) value;
  }

  /** Reads the name of a group up to the closing bracket. */
  String groupName() {
    StringBuilder name = new StringBuilder();
    while (in.hasMore() && in.peek() != '>') {
      int c = in.next();
      if (c == '\\') {
        if (!in.take('u')) {
          throw in.error("Invalid capture group name");
        }
        c = unicodeEscape();
      } else if (Character.isHighSurrogate((char) c)
          && c < 0x10000
          && in.hasMore()
          && Character.isLowSurrogate((char) in.peek())) {
        c = Character.toCodePoint((char) c, (char) in.next());
      }
      boolean valid =
          name.length() == 0
              ? c == '$' || c == '_' || Character.isUnicodeIdentifierStart(c)
              : c == '$' || c == 0x200c || c == 0x200d || isIdentifierPart(c);
      if (!valid) {
        throw in.error("Invalid capture group name");
      }
      name.appendCodePoint(c);
    }
    if (name.length() == 0 || !in.take('>')) {
      throw in.error("Invalid capture group name");
    }
    return name.toString();
  }

  private static boolean isIdentifierPart(int c) {
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }
}
