package dev.fastjava.internal.types;

import dev.fastjava.internal.regex.Regex;
import dev.fastjava.internal.regex.RegexSyntaxException;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of Java in the syntax of schemas. What ECMAScript does not know is found when
 * the result is compiled; this is about what both know and understand differently.
 */
public final class PatternSyntax {
  private static final String SPACES = " \\t\\n\\x0B\\f\\r";
  private static final String LINE_ENDS = "\\n\\r\\u0085\\u2028\\u2029";

  /** Classes of Java that are of ASCII, without the brackets. */
  private static final Map<String, String> ASCII =
      Map.ofEntries(
          Map.entry("Lower", "a-z"),
          Map.entry("Upper", "A-Z"),
          Map.entry("ASCII", "\\x00-\\x7F"),
          Map.entry("Alpha", "a-zA-Z"),
          Map.entry("Digit", "0-9"),
          Map.entry("Alnum", "a-zA-Z0-9"),
          Map.entry("Punct", "!-\\/:-@\\[-`\\{-~"),
          Map.entry("Graph", "!-~"),
          Map.entry("Print", " -~"),
          Map.entry("Blank", " \\t"),
          Map.entry("Cntrl", "\\x00-\\x1F\\x7F"),
          Map.entry("XDigit", "0-9a-fA-F"),
          Map.entry("Space", SPACES));

  /** General categories that have one name in Java and in ECMAScript. */
  private static final Set<String> CATEGORIES =
      Set.of(
          ("L Lu Ll Lt Lm Lo LC M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So"
                  + " Z Zs Zl Zp C Cc Cf Cs Co Cn")
              .split(" "));

  /** Properties by their names in Java, and in ECMAScript. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "IsAlphabetic", "Alphabetic",
          "IsIdeographic", "Ideographic",
          "IsLowercase", "Lowercase",
          "IsUppercase", "Uppercase",
          "IsAssigned", "Assigned");

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
      if (c == '\\' && (next == 'p' || next == 'P')) {
        int end = i + 2;
        if (end < expression.length() && expression.charAt(end) == '{') {
          end = expression.indexOf('}', end);
        }
        if (end < 0 || end >= expression.length()) {
          return null;
        }
        boolean braces = expression.charAt(i + 2) == '{';
        String name = expression.substring(braces ? i + 3 : i + 2, braces ? end : end + 1);
        String property = property(name, next == 'P', inClass);
        if (property == null) {
          return null;
        }
        out.append(property);
        i = end;
      } else if (c == '\\') {
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

  /** A property of characters; null for one that ECMAScript does not have. */
  private static @Nullable String property(String name, boolean not, boolean inClass) {
    String ascii = ASCII.get(name);
    if (ascii != null && inClass) {
      return not ? null : ascii;
    }
    if (ascii != null) {
      return (not ? "[^" : "[") + ascii + ']';
    }
    int equals = name.indexOf('=');
    String kind = equals < 0 ? "" : name.substring(0, equals).toLowerCase(Locale.ROOT);
    String value = name.substring(equals + 1);
    boolean is = equals < 0 && name.startsWith("Is");
    String own = is ? name.substring(2) : value;
    String found = "";
    if (Set.of("", "gc", "general_category").contains(kind) && CATEGORIES.contains(own)) {
      found = own;
    } else if (is) {
      found = PROPERTIES.getOrDefault(name, script(own));
    } else if (Set.of("sc", "script").contains(kind)) {
      found = script(own);
    }
    return found.isEmpty() ? null : (not ? "\\P{" : "\\p{") + found + '}';
  }

  private static String script(String name) {
    try {
      return "Script=" + UnicodeScript.forName(name);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static @Nullable String escape(char escaped, boolean inClass) {
    return switch (escaped) {
      case 's' -> inClass ? SPACES : '[' + SPACES + ']';
      case 'S' -> inClass ? null : "[^" + SPACES + ']';
      // Sets of their own in Java, and octal numbers.
      case 'v', 'b', 'B', '0' -> null;
      default -> "\\" + escaped;
    };
  }
}
