package dev.fastjava.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectedUrlTests {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '~',
      value = {
        "/a?b=c d -> /a?b=c%20d",
        "/a?b=\"'<>`{}|^\\ -> /a?b=%22%27%3C%3E`{}|^\\",
        "/{}`^|[]\\%zz%2e -> /%7B%7D%60^|[]/%zz%2e",
        "/a#frag?x -> /a",
        "foo -> /foo",
        "?x=1 -> /?x=1",
        "#x -> /",
        "/%2e%2E/a/%2e -> /a/",
        "/a/b/../../c/.. -> /",
        "/a//../b -> /a/b",
        "///x -> ///x",
        "//a/b/../c -> //a/c",
        "/? -> /",
        "http:foo -> /foo",
        "http:/foo -> /foo",
        "/a\u007f -> /a%7F",
        "/\ud800 -> /%EF%BF%BD",
      })
  void targetIsWhatABrowserSends(String url, String target) {
    InjectedUrl parsed = InjectedUrl.parse(url);
    assertThat(parsed.target()).isEqualTo(target);
    assertThat(parsed.host()).isEqualTo("localhost:80");
  }

  @ParameterizedTest
  @CsvSource({
    "http://EXAMPLE.test:080/x, example.test:80, /x",
    "http://user:pw@h/, h:80, /",
    "HTTP:\\\\h\\x, h:80, /x",
    "https:foo, foo:443, /",
    "http://[::1]:8080/x, [::1]:8080, /x",
    "http://ex%41mple/, example:80, /",
    "http://m\u00fcnchen.de/x, xn--mnchen-3ya.de:80, /x",
    "http://h?x, h:80, /?x",
    "https://h:8443#f, h:8443, /",
  })
  void absoluteUrlTellsTheHost(String url, String host, String target) {
    InjectedUrl parsed = InjectedUrl.parse(url);
    assertThat(parsed.host()).isEqualTo(host);
    assertThat(parsed.target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://h:99999/", "http://", "http://a b/", "http://h:x/", "ftp://h/"})
  void urlWithoutMeaningIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InjectedUrl.parse(url))
        .withMessageStartingWith("Invalid URL");
  }

  @Test
  void lineBreaksAndSpacesAroundAreDropped() {
    assertThat(InjectedUrl.parse("  /a\tb\r\nc ").target()).isEqualTo("/abc");
    assertThat(InjectedUrl.parse("").target()).isEqualTo("/");
  }
}
