package dev.fastjava.internal.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** One pass over a JavaScript regular expression that writes the Java one. */
final class Translation {

  private static final String WORD = "A-Za-z0-9_";
  private static final String SPACE =
      "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
  private static final String LINE_BREAK = "\\n\\r\\u2028\\u2029";
  private static final String WORD_EDGE =
      "(?:(?<=[" + WORD + "])(?![" + WORD + "])|(?<![" + WORD + "])(?=[" + WORD + "]))";
  private static final String NO_WORD_EDGE =
      "(?:(?<=[" + WORD + "])(?=[" + WORD + "])|(?<![" + WORD + "])(?![" + WORD + "]))";

  private final String source;
  private final boolean dotAll;
  private final boolean multiline;
  private final StringBuilder out = new StringBuilder();
  private final List<String> groupNames = new ArrayList<>();
  private int groups;
  private int pos;

  Translation(String source, boolean dotAll, boolean multiline) {
    this.source = source;
    this.dotAll = dotAll;
    this.multiline = multiline;
    countGroups();
  }

  /** The groups must be known before a reference to them can be told from an octal escape. */
  private void countGroups() {
    boolean inClass = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '(') {
        if (!source.startsWith("(?", i)) {
          groups++;
          groupNames.add("");
        } else if (source.startsWith("(?<", i)
            && !source.startsWith("(?<=", i)
            && !source.startsWith("(?<!", i)) {
          groups++;
          int end = source.indexOf('>', i);
          String name = end < 0 ? "" : source.substring(i + 3, end);
          if (!name.isEmpty() && groupNames.contains(name)) {
            throw new PatternSyntaxException("Duplicate capture group name", source, i);
          }
          groupNames.add(name);
        }
      }
    }
  }

  String translate() {
    Deque<Boolean> open = new ArrayDeque<>();
    boolean repeatable = false;
    while (pos < source.length()) {
      char c = source.charAt(pos);
      switch (c) {
        case '(' -> {
          // A look-behind cannot be repeated, every other group can.
          open.push(openGroup());
          repeatable = false;
        }
        case ')' -> {
          if (open.isEmpty()) {
            throw error("Unmatched ')'");
          }
          out.append(')');
          pos++;
          repeatable = open.pop();
        }
        case '|' -> {
          out.append('|');
          pos++;
          repeatable = false;
        }
        case '^' -> {
          out.append(multiline ? "(?:^|(?<=[" + LINE_BREAK + "]))" : "^");
          pos++;
          repeatable = false;
        }
        case '$' -> {
          out.append(multiline ? "(?=[" + LINE_BREAK + "]|\\z)" : "\\z");
          pos++;
          repeatable = false;
        }
        case '*', '+', '?' -> {
          repeat(repeatable, String.valueOf(c), pos + 1);
          repeatable = false;
        }
        case '{' -> {
          int end = braceQuantifierEnd();
          if (end < 0) {
            out.append("\\{");
            pos++;
            repeatable = true;
          } else {
            repeat(repeatable, bounds(end), end);
            repeatable = false;
          }
        }
        case '.' -> {
          out.append(dotAll ? "(?s:.)" : "[^" + LINE_BREAK + "]");
          pos++;
          repeatable = true;
        }
        case '[' -> {
          characterClass();
          repeatable = true;
        }
        case '\\' -> repeatable = escape();
        default -> {
          literal(c);
          pos++;
          repeatable = true;
        }
      }
    }
    if (!open.isEmpty()) {
      throw error("Unterminated group");
    }
    return out.toString();
  }

  /** Writes the beginning of a group; tells whether the group may be repeated. */
  private boolean openGroup() {
    if (!source.startsWith("(?", pos)) {
      out.append('(');
      pos++;
      return true;
    }
    for (String kind : List.of("(?:", "(?=", "(?!", "(?<=", "(?<!")) {
      if (source.startsWith(kind, pos)) {
        out.append(kind);
        pos += kind.length();
        return kind.length() == 3;
      }
    }
    int end = source.indexOf('>', pos);
    if (!source.startsWith("(?<", pos) || end < 0 || !isName(source.substring(pos + 3, end))) {
      throw error("Invalid group");
    }
    // Names may have characters that Java does not allow; the number says the same.
    out.append('(');
    pos = end + 1;
    return true;
  }

  private static boolean isName(String name) {
    boolean valid = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      valid &= Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
    return valid;
  }

  private void repeat(boolean repeatable, String quantifier, int end) {
    if (!repeatable) {
      throw error("Nothing to repeat");
    }
    out.append(quantifier);
    pos = end;
    if (pos < source.length() && source.charAt(pos) == '?') {
      out.append('?');
      pos++;
    }
  }

  /** The position after a quantifier in braces that begins here, or -1 for a mere brace. */
  private int braceQuantifierEnd() {
    int i = pos + 1;
    int digits = i;
    while (i < source.length() && isDigit(source.charAt(i))) {
      i++;
    }
    if (i == digits) {
      return -1;
    }
    if (i < source.length() && source.charAt(i) == ',') {
      i++;
      while (i < source.length() && isDigit(source.charAt(i))) {
        i++;
      }
    }
    return i < source.length() && source.charAt(i) == '}' ? i + 1 : -1;
  }

  private String bounds(int end) {
    String text = source.substring(pos + 1, end - 1);
    int comma = text.indexOf(',');
    int min = bound(comma < 0 ? text : text.substring(0, comma));
    if (comma < 0) {
      return "{" + min + "}";
    }
    if (comma == text.length() - 1) {
      return "{" + min + ",}";
    }
    int max = bound(text.substring(comma + 1));
    if (min > max) {
      throw error("numbers out of order in {} quantifier");
    }
    return "{" + min + "," + max + "}";
  }

  private static int bound(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  /** Writes what an escape outside of a class means; tells whether it may be repeated. */
  private boolean escape() {
    char c = next();
    switch (c) {
      case 'b', 'B' -> {
        out.append(c == 'b' ? WORD_EDGE : NO_WORD_EDGE);
        pos += 2;
        return false;
      }
      case 'd', 'D', 'w', 'W', 's', 'S' -> {
        out.append(Character.isLowerCase(c) ? "[" : "[^").append(set(c)).append(']');
        pos += 2;
        return true;
      }
      case 'k' -> {
        if (reference()) {
          return true;
        }
      }
      default -> {
        if (c >= '1' && c <= '9' && numberedReference()) {
          return true;
        }
      }
    }
    literal(escapedCharacter());
    return true;
  }

  private static String set(char escape) {
    return switch (Character.toLowerCase(escape)) {
      case 'd' -> "0-9";
      case 'w' -> WORD;
      default -> SPACE;
    };
  }

  private boolean reference() {
    if (groupNames.stream().allMatch(String::isEmpty)) {
      return false;
    }
    int end = source.indexOf('>', pos);
    String name = end > 0 && source.startsWith("\\k<", pos) ? source.substring(pos + 3, end) : "";
    int group = groupNames.indexOf(name);
    if (name.isEmpty() || group < 0) {
      throw error("Invalid named reference");
    }
    out.append("(?:\\").append(group + 1).append(')');
    pos = end + 1;
    return true;
  }

  private boolean numberedReference() {
    int end = pos + 1;
    while (end < source.length() && isDigit(source.charAt(end))) {
      end++;
    }
    int number = bound(source.substring(pos + 1, end));
    if (number > groups) {
      return false;
    }
    out.append("(?:\\").append(number).append(')');
    pos = end;
    return true;
  }

  /** Reads an escape that stands for one character and moves behind it. */
  private char escapedCharacter() {
    char c = next();
    pos += 2;
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case 'v' -> 0x0B;
      case 'c' -> control();
      case 'x' -> hexadecimal(2, c);
      case 'u' -> hexadecimal(4, c);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
      default -> c;
    };
  }

  private char control() {
    if (pos < source.length() && isLetter(source.charAt(pos))) {
      return (char) (source.charAt(pos++) % 32);
    }
    // Not a control escape: a backslash, and the letter that follows it is read again.
    pos--;
    return '\\';
  }

  private char hexadecimal(int digits, char otherwise) {
    int value = 0;
    for (int i = pos; i < pos + digits; i++) {
      int digit = i < source.length() ? Character.digit(source.charAt(i), 16) : -1;
      if (digit < 0) {
        return otherwise;
      }
      value = value * 16 + digit;
    }
    pos += digits;
    return (char) value;
  }

  private char octal(char first) {
    int value = first - '0';
    int most = first <= '3' ? 2 : 1;
    for (int i = 0; i < most && pos < source.length(); i++) {
      char c = source.charAt(pos);
      if (c < '0' || c > '7') {
        break;
      }
      value = value * 8 + (c - '0');
      pos++;
    }
    return (char) value;
  }

  private void characterClass() {
    pos++;
    boolean negated = pos < source.length() && source.charAt(pos) == '^';
    if (negated) {
      pos++;
    }
    int start = out.length();
    out.append(negated ? "[^" : "[");
    boolean empty = true;
    while (true) {
      if (pos >= source.length()) {
        throw error("Unterminated character class");
      }
      if (source.charAt(pos) == ']') {
        pos++;
        break;
      }
      empty = false;
      classMember();
    }
    if (empty) {
      out.setLength(start);
      out.append(negated ? "(?s:.)" : "(?!)");
    } else {
      out.append(']');
    }
  }

  private void classMember() {
    if (classSet()) {
      return;
    }
    char from = classCharacter();
    boolean range =
        pos + 1 < source.length()
            && source.charAt(pos) == '-'
            && source.charAt(pos + 1) != ']'
            && !isClassSet(pos + 1);
    literal(from);
    if (range) {
      pos++;
      char to = classCharacter();
      if (from > to) {
        throw error("Range out of order in character class");
      }
      out.append('-');
      literal(to);
    }
  }

  private boolean isClassSet(int index) {
    return source.charAt(index) == '\\'
        && index + 1 < source.length()
        && "dDwWsS".indexOf(source.charAt(index + 1)) >= 0;
  }

  private boolean classSet() {
    if (!isClassSet(pos)) {
      return false;
    }
    char c = source.charAt(pos + 1);
    if (Character.isLowerCase(c)) {
      out.append(set(c));
    } else {
      out.append("[^").append(set(c)).append(']');
    }
    pos += 2;
    return true;
  }

  private char classCharacter() {
    char c = source.charAt(pos);
    if (c != '\\') {
      pos++;
      return c;
    }
    if (next() == 'b') {
      pos += 2;
      return '\b';
    }
    return escapedCharacter();
  }

  private char next() {
    if (pos + 1 >= source.length()) {
      throw error("\\ at end of pattern");
    }
    return source.charAt(pos + 1);
  }

  /** Writes a character that stands for itself, in a class or outside. */
  private void literal(char c) {
    if (c < ' ' || c == 0x7f) {
      out.append(String.format("\\x%02x", (int) c));
    } else if (c < 0x80 && !isLetter(c) && !isDigit(c)) {
      out.append('\\').append(c);
    } else {
      out.append(c);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private PatternSyntaxException error(String reason) {
    return new PatternSyntaxException(reason, source, pos);
  }
}
