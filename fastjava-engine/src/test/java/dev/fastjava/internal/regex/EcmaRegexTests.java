package dev.fastjava.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expectations were found by running the expressions on Node 20. */
class EcmaRegexTests {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "^a$, `a\n`, false",
        "^.$, `\u0085`, true",
        "^.$, `\u2028`, false",
        "^\\s$, `\u00a0`, true",
        "^\\s$, `\ufeff`, true",
        "^\\S$, `\u00a0`, false",
        "^[\\S]$, `\u00a0`, false",
        "^[^\\s]$, `\u00a0`, false",
        "^\\d$, `\u0663`, false",
        "^\\w$, \u00e9, false",
        "\\b\u00e9, \u00e9, false",
        "a\\b, a\u00e9, true",
        "a\\B, ab, true",
        "^a{$, a{, true",
        "^a{x}$, a{x}, true",
        "`^a{,3}$`, `a{,3}`, true",
        "^}$, }, true",
        "^]$, ], true",
        "^\\a\\e\\h\\z$, aehz, true",
        "^\\x41\\u0042$, AB, true",
        "^\\x4$, x4, true",
        "^\\u00$, u00, true",
        "^\\cA$, `\u0001`, true",
        "^\\0$, `\0`, true",
        "^\\101$, A, true",
        "^(a)\\2$, `a\u0002`, true",
        "^(a)\\1$, aa, true",
        "^\\8$, 8, true",
        "^\\k$, k, true",
        "^(?<n_$>a)\\k<n_$>$, aa, true",
        "^[a&&b]$, &, true",
        "^[[a]]$, a], true",
        "^[a-]$, -, true",
        "^[\\d-x]$, -, true",
        "^[\\b]$, `\b`, true",
        "^[^]$, `\n`, true",
        "a[], a, false",
        "^\\/\\-\\_$, /-_, true",
        "^#x y$, #x y, true",
        "^a+?$, aaa, true",
        "^(?=a)a$, a, true",
        "^(?:a|b)+$, abba, true",
        "(?<!x)a, xa, false",
        "(?<=x)a, xa, true",
      })
  void matchesAsInJavaScript(String source, String input, boolean found) {
    assertThat(EcmaRegex.compile(source).matcher(input).find()).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a**",
        "a++",
        "a{2}{3}",
        "*a",
        "(",
        ")",
        "(?",
        "(?>a)",
        "(?i)a",
        "(?<1>a)",
        "(?<n>a)(?<n>b)",
        "[",
        "[b-a]",
        "a{2,1}",
        "\\",
        "(?<n>a)\\k<m>",
        "^*",
        "(?<=a)*",
        "\\b+"
      })
  void refusesWhatJavaScriptRefuses(String source) {
    assertThatThrownBy(() -> EcmaRegex.compile(source)).isInstanceOf(PatternSyntaxException.class);
  }

  @Test
  void groupsKeepTheirNumbers() {
    Matcher matcher = EcmaRegex.compile("(?<y>\\d{4})-(?:x|(\\w))").matcher("2024-a");

    assertThat(matcher.matches()).isTrue();
    assertThat(matcher.group(1)).isEqualTo("2024");
    assertThat(matcher.group(2)).isEqualTo("a");
  }

  @Test
  void flagsChangeCaseDotsAndLines() {
    assertThat(EcmaRegex.compile("\u00c4", "i").matcher("\u00e4").find()).isTrue();
    assertThat(EcmaRegex.compile("a.b", "s").matcher("a\nb").find()).isTrue();
    assertThat(EcmaRegex.compile("^b$", "mg").matcher("a\nb\rc").find()).isTrue();
    assertThatThrownBy(() -> EcmaRegex.compile("a", "x"))
        .isInstanceOf(PatternSyntaxException.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "(\\d+), true",
        "(^\\d+$), true",
        "((a+)+), false",
        "(([a-z]+)*), false",
        "((?:a|b)*), true",
        "((a|b*)*), false",
        "(a+?), true",
        "((a?)?), false",
        "([(+*]+), true",
        "(\\(+\\)+), true",
        "(^([0-9]+){4}$), false",
        "(a{2}b{3}), true",
        "((a{2}){3}), false",
        "((?=a+)b*), true",
        "((?<=a)b), false",
        "((?<n>a)+), true",
        "((?<n>a+)+), false",
        "(a{b}+), true",
        "([), false",
        "((a+)+?), true"
      })
  void repetitionsInsideOfRepetitionsAreUnsafe(String source, boolean safe) {
    assertThat(EcmaRegex.isSafe(source)).isEqualTo(safe);
  }

  @Test
  void manyRepetitionsAreUnsafe() {
    assertThat(EcmaRegex.isSafe("a?".repeat(25))).isTrue();
    assertThat(EcmaRegex.isSafe("a?".repeat(26))).isFalse();
  }
}
