package dev.fastjava.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expectations were found by running the expressions on Node 20. */
class RegexTests {
  private static final long STEPS = 100_000;

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
    assertThat(Regex.compile(source, "", STEPS).find(input)).isEqualTo(found);
    assertThat(Regex.capturing(source, STEPS).captures(input) != null).isEqualTo(found);
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
    assertThatThrownBy(() -> Regex.compile(source, "", STEPS))
        .isInstanceOf(RegexSyntaxException.class);
  }

  @Test
  void groupsKeepTheirNumbers() {
    Regex regex = Regex.capturing("^(?<y>\\d{4})-(?:x|(\\w))$", STEPS);

    assertThat(regex.captures("2024-a")).containsExactly("2024", "a");
    assertThat(regex.captures("2024-x")).containsExactly("2024", "");
    assertThat(regex.captures("2024-ab")).isNull();
  }

  @Test
  void groupAroundEverythingCapturesTheWholeText() {
    assertThat(Regex.capturing("^(\\d+)$", STEPS).captures("12")).containsExactly("12");
    assertThat(Regex.capturing("^(?:1(\\d+))$", STEPS).captures("12")).containsExactly("2");
  }

  @Test
  void referencesAreKnownByGroupsBehindThem() {
    assertThat(Regex.compile("^\\2(a)(b)$", "", STEPS).find("ab")).isTrue();
    assertThat(Regex.compile("^\\2(a)$", "", STEPS).find("\u0002a")).isTrue();
    assertThat(Regex.compile("^\\k<n>(?<n>a)$", "", STEPS).find("a")).isTrue();
    assertThat(Regex.compile("^\\k<n>(a)$", "", STEPS).find("k<n>a")).isTrue();
    assertThatThrownBy(() -> Regex.compile("\\k<m>(?<n>a)", "", STEPS))
        .isInstanceOf(RegexSyntaxException.class);
  }

  @Test
  void matchThatGoesBackAndForthTooLongIsGivenUp() {
    Regex regex = Regex.capturing("^(?=(a+)+b)a", 10_000);

    assertThat(regex.isLinear()).isFalse();
    assertThatThrownBy(() -> regex.captures("a".repeat(40)))
        .isInstanceOf(RegexLimitException.class);
  }

  @Test
  void flagsChangeCaseDotsAndLines() {
    assertThat(Regex.compile("\u00c4", "i", STEPS).find("\u00e4")).isTrue();
    assertThat(Regex.compile("a.b", "s", STEPS).find("a\nb")).isTrue();
    assertThat(Regex.compile("^b$", "mg", STEPS).find("a\nb\rc")).isTrue();
    assertThatThrownBy(() -> Regex.compile("a", "x", STEPS))
        .isInstanceOf(RegexSyntaxException.class);
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
        "((a+)+?), true"
      })
  void repetitionsInsideOfRepetitionsAreUnsafe(String source, boolean safe) {
    assertThat(Regex.capturing(source, STEPS).isSafe()).isEqualTo(safe);
  }

  @Test
  void manyRepetitionsAreUnsafe() {
    assertThat(Regex.capturing("a?".repeat(25), STEPS).isSafe()).isTrue();
    assertThat(Regex.capturing("a?".repeat(26), STEPS).isSafe()).isFalse();
  }
}
