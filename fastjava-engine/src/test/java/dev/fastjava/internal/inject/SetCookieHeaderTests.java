package dev.fastjava.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectResponse.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieHeaderTests {

  @Test
  void commaBetweenCookiesSeparatesButNotThatOfADate() {
    assertThat(
            SetCookieHeader.parse("a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT, b=2; Path=/x,c=3"))
        .extracting(Cookie::name)
        .containsExactly("a", "b", "c");
  }

  @Test
  void linesOfAListAreNotSplit() {
    assertThat(SetCookieHeader.parse(List.of("a=1, b=2")))
        .containsExactly(new Cookie("a", "1, b=2", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wed, 21 Oct 2026 07:28:00 GMT",
        "Thu, 21 Oct 2026 07:28:00 GMT",
        "Wednesday, 21-Oct-2026 07:28:00 GMT",
        "Wed Oct 21 07:28:00 2026",
        "Wed, 21-Oct-26 07:28:00 GMT",
        "2026-10-21T07:28:00Z",
        "2026-10-21T09:28:00.000+02:00",
        "2026-10-21T07:28Z"
      })
  void datesOfSeveralFormsAreRead(String date) {
    assertThat(SetCookieHeader.parse("a=1; Expires=" + date).get(0).attributes())
        .containsEntry("expires", Instant.parse("2026-10-21T07:28:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "never",
        "Session",
        "Wed, 32 Oct 2026 07:28:00 GMT",
        "Wed, 21 Oct 2026 25:28:00 GMT",
        "Wed, 21 Xyz 2026 07:28:00 GMT",
        "2026-10-21 07:28"
      })
  void dateThatIsNoneIsLeftOut(String date) {
    assertThat(SetCookieHeader.parse("a=1; Expires=" + date).get(0).attributes()).isEmpty();
  }

  @Test
  void valueIsDecodedUnlessItCannotBe() {
    assertThat(SetCookieHeader.parse(List.of("a=%C3%A9", "b=%zz", "c=%FF", "d=a+b")))
        .extracting(Cookie::value)
        .containsExactly("\u00e9", "%zz", "%FF", "a+b");
  }

  @Test
  void cookieWithoutEqualsSignHasNoName() {
    assertThat(SetCookieHeader.parse("x; Secure"))
        .containsExactly(new Cookie("", "x", Map.of("secure", true)));
    assertThat(SetCookieHeader.parse(";")).isEmpty();
    assertThat(SetCookieHeader.parse(null)).isEmpty();
  }
}
