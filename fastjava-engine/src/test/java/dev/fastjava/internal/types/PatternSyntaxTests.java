package dev.fastjava.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.regex.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's properties of characters in the syntax of schemas mean what they mean in Java. */
class PatternSyntaxTests {
  private static final List<String> TEXTS = new ArrayList<>();

  static {
    for (int c = 0; c < 0x3000; c++) {
      TEXTS.add(Character.toString(c));
    }
    for (int c = 0x3000; c < 0x110000; c += 37) {
      TEXTS.add(Character.toString(c));
    }
    TEXTS.addAll(List.of("", "ab", "a1", "\\", "]", "\ud83d\ude00", "é1", "Ω "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\p{L}",
        "\\pL",
        "\\P{L}",
        "\\p{IsL}",
        "\\p{Lu}",
        "\\p{gc=Lu}",
        "\\p{LC}",
        "\\p{M}",
        "\\p{N}",
        "\\p{Nd}",
        "\\p{P}",
        "\\p{Sc}",
        "\\p{Z}",
        "\\p{C}",
        "\\p{Cn}",
        "\\p{Cs}",
        "\\p{IsLatin}",
        "\\p{script=Greek}",
        "\\p{IsHan}",
        "\\p{sc=Cyrl}",
        "\\p{IsAlphabetic}",
        "\\p{IsUppercase}",
        "\\p{IsLowercase}",
        "\\p{IsIdeographic}",
        "\\p{IsAssigned}",
        "\\p{Lower}",
        "\\p{Upper}",
        "\\p{ASCII}",
        "\\p{Alpha}",
        "\\p{Digit}",
        "\\p{Alnum}",
        "\\p{Punct}",
        "\\p{Graph}",
        "\\p{Print}",
        "\\p{Blank}",
        "\\p{Cntrl}",
        "\\p{XDigit}",
        "\\p{Space}",
        "\\P{Alpha}",
        "[\\p{L} .'-]+",
        "[^\\p{L}\\p{Digit}]",
        "[\\P{L}a]",
        "\\p{L}[\\p{Punct}\\p{Nd}]*",
        "(\\p{L}+)*"
      })
  void propertiesMeanTheSame(String expression) {
    String whole = PatternSyntax.whole(expression);
    assertThat(whole).isNotNull();
    Regex schema = Regex.compile(whole, "u", 1_000);
    assertThat(schema.isLinear()).isTrue();
    Pattern java = Pattern.compile(expression);
    assertThat(TEXTS)
        .filteredOn(text -> java.matcher(text).matches() != schema.find(text))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\p{InGreek}",
        "\\p{javaLowerCase}",
        "\\p{IsDigit}",
        "\\p{IsPunctuation}",
        "\\p{Nope}",
        "[\\P{Alpha}]",
        "[\\p{L}&&[^a]]",
        "\\p{block=Greek}",
        "\\p",
        "\\p{L",
        "\\bx",
        "a\\z"
      })
  void whatEcmaScriptDoesNotKnowIsNoKeyword(String expression) {
    assertThat(PatternSyntax.whole(expression)).isNull();
  }
}
