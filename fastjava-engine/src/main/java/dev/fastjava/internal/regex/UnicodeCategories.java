package dev.fastjava.internal.regex;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The general categories of Unicode by their names in ECMAScript. */
final class UnicodeCategories {
  /**
   * Each line: names of a category, and its number in {@link Character#getType} or the categories
   * it consists of.
   */
  private static final String TABLE =
      """
      Lu Uppercase_Letter = 1
      Ll Lowercase_Letter = 2
      Lt Titlecase_Letter = 3
      Lm Modifier_Letter = 4
      Lo Other_Letter = 5
      Mn Nonspacing_Mark = 6
      Mc Spacing_Mark = 8
      Me Enclosing_Mark = 7
      Nd Decimal_Number digit = 9
      Nl Letter_Number = 10
      No Other_Number = 11
      Pc Connector_Punctuation = 23
      Pd Dash_Punctuation = 20
      Ps Open_Punctuation = 21
      Pe Close_Punctuation = 22
      Pi Initial_Punctuation = 29
      Pf Final_Punctuation = 30
      Po Other_Punctuation = 24
      Sm Math_Symbol = 25
      Sc Currency_Symbol = 26
      Sk Modifier_Symbol = 27
      So Other_Symbol = 28
      Zs Space_Separator = 12
      Zl Line_Separator = 13
      Zp Paragraph_Separator = 14
      Cc Control cntrl = 15
      Cf Format = 16
      Cs Surrogate = 19
      Co Private_Use = 18
      Cn Unassigned = 0
      LC Cased_Letter = Lu Ll Lt
      L Letter = Lu Ll Lt Lm Lo
      M Mark Combining_Mark = Mn Mc Me
      N Number = Nd Nl No
      P Punctuation punct = Pc Pd Ps Pe Pi Pf Po
      S Symbol = Sm Sc Sk So
      Z Separator = Zs Zl Zp
      C Other = Cc Cf Cs Co Cn
      """;

  /** For each name the types of {@link Character#getType} as bits. */
  private static final Map<String, Integer> TYPES = read();

  /** No more than there are categories: to go through all characters takes some milliseconds. */
  private static final Map<Integer, CodePoints> FOUND = new ConcurrentHashMap<>();

  private UnicodeCategories() {}

  private static Map<String, Integer> read() {
    Map<String, Integer> types = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      int equals = line.indexOf('=');
      int bits = 0;
      for (String part : line.substring(equals + 2).split(" ", -1)) {
        Integer known = types.get(part);
        bits |= known == null ? 1 << Integer.parseInt(part) : known;
      }
      for (String name : line.substring(0, equals).strip().split(" ", -1)) {
        types.put(name, bits);
      }
    }
    return types;
  }

  /** The characters of a category; null when there is none of that name. */
  static @Nullable CodePoints find(String name) {
    Integer bits = TYPES.get(name);
    return bits == null
        ? null
        : FOUND.computeIfAbsent(
            bits, all -> CodePoints.where(c -> (all & (1 << Character.getType(c))) != 0));
  }
}
