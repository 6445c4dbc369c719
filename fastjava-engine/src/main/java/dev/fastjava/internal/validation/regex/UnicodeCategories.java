package dev.fastjava.internal.validation.regex;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The general categories of Unicode by their names in ECMAScript. */
final class UnicodeCategories {
  /** Each line: names of a category, and the categories it consists of if there are several. */
  private static final String TABLE =
      """
      Lu Uppercase_Letter
      Ll Lowercase_Letter
      Lt Titlecase_Letter
      Lm Modifier_Letter
      Lo Other_Letter
      Mn Nonspacing_Mark
      Mc Spacing_Mark
      Me Enclosing_Mark
      Nd Decimal_Number digit
      Nl Letter_Number
      No Other_Number
      Pc Connector_Punctuation
      Pd Dash_Punctuation
      Ps Open_Punctuation
      Pe Close_Punctuation
      Pi Initial_Punctuation
      Pf Final_Punctuation
      Po Other_Punctuation
      Sm Math_Symbol
      Sc Currency_Symbol
      Sk Modifier_Symbol
      So Other_Symbol
      Zs Space_Separator
      Zl Line_Separator
      Zp Paragraph_Separator
      Cc Control cntrl
      Cf Format
      Cs Surrogate
      Co Private_Use
      Cn Unassigned
      LC Cased_Letter = Lu Ll Lt
      L Letter = Lu Ll Lt Lm Lo
      M Mark Combining_Mark = Mn Mc Me
      N Number = Nd Nl No
      P Punctuation punct = Pc Pd Ps Pe Pi Pf Po
      S Symbol = Sm Sc Sk So
      Z Separator = Zs Zl Zp
      C Other = Cc Cf Cs Co Cn
      """;

  private static final byte[] JAVA_TYPES = {
    Character.UPPERCASE_LETTER,
    Character.LOWERCASE_LETTER,
    Character.TITLECASE_LETTER,
    Character.MODIFIER_LETTER,
    Character.OTHER_LETTER,
    Character.NON_SPACING_MARK,
    Character.COMBINING_SPACING_MARK,
    Character.ENCLOSING_MARK,
    Character.DECIMAL_DIGIT_NUMBER,
    Character.LETTER_NUMBER,
    Character.OTHER_NUMBER,
    Character.CONNECTOR_PUNCTUATION,
    Character.DASH_PUNCTUATION,
    Character.START_PUNCTUATION,
    Character.END_PUNCTUATION,
    Character.INITIAL_QUOTE_PUNCTUATION,
    Character.FINAL_QUOTE_PUNCTUATION,
    Character.OTHER_PUNCTUATION,
    Character.MATH_SYMBOL,
    Character.CURRENCY_SYMBOL,
    Character.MODIFIER_SYMBOL,
    Character.OTHER_SYMBOL,
    Character.SPACE_SEPARATOR,
    Character.LINE_SEPARATOR,
    Character.PARAGRAPH_SEPARATOR,
    Character.CONTROL,
    Character.FORMAT,
    Character.SURROGATE,
    Character.PRIVATE_USE,
    Character.UNASSIGNED
  };

  /** For each name the types of {@link Character#getType} as bits. */
  private static final Map<String, Integer> TYPES = read();

  private UnicodeCategories() {}

  private static Map<String, Integer> read() {
    Map<String, Integer> types = new HashMap<>();
    int line = 0;
    for (String text : TABLE.lines().toList()) {
      int equals = text.indexOf('=');
      String names = equals < 0 ? text : text.substring(0, equals);
      int bits = 0;
      if (equals < 0) {
        bits = 1 << JAVA_TYPES[line];
      } else {
        for (String part : text.substring(equals + 1).strip().split(" ", -1)) {
          bits |= types.getOrDefault(part, 0);
        }
      }
      for (String name : names.strip().split(" ", -1)) {
        types.put(name, bits);
      }
      line++;
    }
    return types;
  }

  /** The characters of a category; null when there is none of that name. */
  static @Nullable CodePoints find(String name) {
    Integer bits = TYPES.get(name);
    return bits == null ? null : CodePoints.where(c -> (bits & (1 << Character.getType(c))) != 0);
  }
}
