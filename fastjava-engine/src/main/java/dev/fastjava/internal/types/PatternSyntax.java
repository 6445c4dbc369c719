package dev.fastjava.internal.types;

import dev.fastjava.internal.regex.Regex;
import dev.fastjava.internal.regex.RegexSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of Java in the syntax of schemas. What ECMAScript does not know is found when
 * the result is compiled; this is about what both know and understand differently.
 */
public final class PatternSyntax {
  private static final String SPACES = " \\t\\n\\x0B\\f\\r";
  private static final String LINE_ENDS = "\\n\\r\\u0085\\u2028\\u2029";

  private PatternSyntax() {}

  /**
   * Returns the expression that matches, somewhere in a text, where the given one matches the whole
   * text; null when there is none.
   */
  public static @Nullable String whole(String expression) {
    String translated = translate(expression);
    if (translated == null) {
      return null;
    }
    String whole = "^(?:" + translated + ")$";
    try {
      Regex.compile(whole, "u", 1);
      return whole;
    } catch (RegexSyntaxException e) {
      return null;
    }
  }

  private static @Nullable String translate(String expression) {
    StringBuilder out = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      char next = i + 1 < expression.length() ? expression.charAt(i + 1) : '|';
      if (c == '\\') {
        String escape = escape(next, inClass);
        if (escape == null) {
          return null;
        }
        out.append(escape);
        i++;
      } else if (c == '[' && inClass) {
        return null; // a union in Java
      } else if (c == '&' && inClass && next == '&') {
        return null; // an intersection in Java
      } else if (c == '.' && !inClass) {
        out.append("[^").append(LINE_ENDS).append(']');
      } else if (c == '$' && !inClass && next != '|' && next != ')') {
        return null; // in Java also before a line end that comes last
      } else {
        inClass = c == '[' || (inClass && c != ']');
        out.append(c);
      }
    }
    return out.toString();
  }

  private static @Nullable String escape(char escaped, boolean inClass) {
    return switch (escaped) {
      case 's' -> inClass ? SPACES : '[' + SPACES + ']';
      case 'S' -> inClass ? null : "[^" + SPACES + ']';
      // Sets of their own in Java, octal numbers, and properties of other names.
      case 'v', 'b', 'B', 'p', 'P', '0' -> null;
      default -> "\\" + escaped;
    };
  }
}
