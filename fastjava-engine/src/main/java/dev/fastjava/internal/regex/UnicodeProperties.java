package dev.fastjava.internal.regex;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The sets that {@code \p{...}} names. */
final class UnicodeProperties {
  /** Properties of emoji, by both names; they need JDK 21. */
  private static final Map<String, String> EMOJI =
      Map.ofEntries(
          Map.entry("Emoji", "Emoji"),
          Map.entry("Emoji_Presentation", "Emoji_Presentation"),
          Map.entry("EPres", "Emoji_Presentation"),
          Map.entry("Emoji_Modifier", "Emoji_Modifier"),
          Map.entry("EMod", "Emoji_Modifier"),
          Map.entry("Emoji_Modifier_Base", "Emoji_Modifier_Base"),
          Map.entry("EBase", "Emoji_Modifier_Base"),
          Map.entry("Emoji_Component", "Emoji_Component"),
          Map.entry("EComp", "Emoji_Component"),
          Map.entry("Extended_Pictographic", "Extended_Pictographic"),
          Map.entry("ExtPict", "Extended_Pictographic"));

  private UnicodeProperties() {}

  /** The set of a property such as {@code Lu} or {@code Script=Greek}; null when unknown. */
  static @Nullable CodePoints find(String property) {
    int equals = property.indexOf('=');
    if (equals < 0) {
      CodePoints category = UnicodeCategories.find(property);
      return category == null ? binary(property) : category;
    }
    String name = property.substring(0, equals);
    String value = property.substring(equals + 1);
    return switch (name) {
      case "General_Category", "gc" -> UnicodeCategories.find(value);
      // A character that several scripts share belongs to none of them here.
      case "Script", "sc", "Script_Extensions", "scx" -> script(value);
      default -> null;
    };
  }

  private static @Nullable CodePoints binary(String name) {
    IntPredicate test =
        switch (name) {
          case "Any" -> c -> true;
          case "ASCII" -> c -> c < 128;
          case "Assigned" -> Character::isDefined;
          case "Alphabetic", "Alpha" -> Character::isAlphabetic;
          case "Ideographic", "Ideo" -> Character::isIdeographic;
          case "Lowercase", "Lower" -> Character::isLowerCase;
          case "Uppercase", "Upper" -> Character::isUpperCase;
          case "Cased" -> UnicodeProperties::isCased;
          case "White_Space", "space" -> c -> c == 0x85 || isSpace(c);
          case "Noncharacter_Code_Point", "NChar" -> UnicodeProperties::isNoncharacter;
          case "ASCII_Hex_Digit", "AHex" -> c -> c < 128 && Character.digit(c, 16) >= 0;
          case "Hex_Digit", "Hex" -> UnicodeProperties::isHexDigit;
          case "ID_Start", "IDS", "XID_Start", "XIDS" -> Character::isUnicodeIdentifierStart;
          case "ID_Continue", "IDC", "XID_Continue", "XIDC" -> UnicodeProperties::isIdContinue;
          default -> null;
        };
    return test == null ? emoji(name) : CodePoints.where(test);
  }

  private static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  private static boolean isSpace(int c) {
    return c != 0xfeff && CodePoints.SPACE.contains(c);
  }

  private static boolean isNoncharacter(int c) {
    return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
  }

  private static boolean isHexDigit(int c) {
    boolean fullWidth = c >= 0xff10 && c <= 0xff46;
    return (c < 128 || fullWidth) && Character.digit(c, 16) >= 0;
  }

  private static boolean isIdContinue(int c) {
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  private static @Nullable CodePoints emoji(String name) {
    String property = EMOJI.get(name);
    if (property == null) {
      return null;
    }
    try {
      // The methods for this came with JDK 21; the expressions know the properties since then.
      Pattern pattern = Pattern.compile("\\p{Is" + property + '}');
      return CodePoints.where(c -> pattern.matcher(Character.toString(c)).matches());
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  private static @Nullable CodePoints script(String name) {
    try {
      UnicodeScript script = UnicodeScript.forName(name);
      return CodePoints.where(c -> UnicodeScript.of(c) == script);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
