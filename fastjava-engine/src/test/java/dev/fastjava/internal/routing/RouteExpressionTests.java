package dev.fastjava.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.RouterOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which expressions a route may have, and that none of them keeps the router busy. */
class RouteExpressionTests {

  private static Router<String> router(RouterOptions options, String path) {
    RouteTable<String> table = new RouteTable<>(options);
    table.on("GET", path, Map.of(), path);
    return table.build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(([a-z]+)*)",
        "((a*)*)",
        "((a+){10})",
        "((?:a|b*)+)",
        "(^([0-9]+){4}$)",
        "((?=a*)*)",
        "((a{1,5})+)"
      })
  void repetitionInsideOfARepetitionIsRefused(String expression) {
    assertThatThrownBy(() -> router(RouterOptions.defaults(), "/:id" + expression))
        .isInstanceOf(RouteException.class)
        .hasMessage("The regex '" + expression + "' is not safe!");
    assertThat(router(RouterOptions.of(o -> o.allowUnsafeRegex(true)), "/:id" + expression))
        .isNotNull();
  }

  @Test
  void moreThan25RepetitionsAreRefused() {
    assertThat(router(RouterOptions.defaults(), "/:id(" + "a?".repeat(25) + ")")).isNotNull();
    assertThatThrownBy(() -> router(RouterOptions.defaults(), "/:id(" + "a?".repeat(26) + ")"))
        .hasMessageContaining("is not safe!");
  }

  @ParameterizedTest
  @CsvSource({
    "(\\d+), 12, 1x",
    "(^\\d{2}$), 12, 123",
    "([a-f0-9-]{36}), 123e4567-e89b-12d3-a456-426614174000, 123e4567",
    "(foo|bar), bar, baz",
    "((?:ab)*c), ababc, abab",
    "(\\w+\\.\\w+\\.\\w+), a.b.c, a.b",
    "([^x*+]+), abc, a+b"
  })
  void expressionMustMatchTheWholeSegment(String expression, String match, String other) {
    Router<String> router = router(RouterOptions.defaults(), "/:id" + expression);

    assertThat(router.find("GET", "/" + match, HeadersOnly.NONE).params())
        .isEqualTo(Map.of("id", match));
    assertThat(router.find("GET", "/" + other, HeadersOnly.NONE).outcome())
        .isEqualTo(RouteMatch.Outcome.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((?:a|a)*b)",
        "((?:a|aa)+b)",
        "(a*a*a*a*a*a*a*a*b)",
        "(a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?[^b]*[^c]*[^d]*b)"
      })
  void costlyExpressionThatIsAcceptedGivesUp(String expression) {
    Router<String> router = router(RouterOptions.defaults(), "/:id" + expression);

    for (int i = 0; i < 20; i++) {
      assertThat(router.find("GET", "/" + "a".repeat(100), HeadersOnly.NONE).outcome())
          .isEqualTo(RouteMatch.Outcome.NOT_FOUND);
    }
    assertThat(router.find("GET", "/" + "a".repeat(20) + "b", HeadersOnly.NONE).isFound()).isTrue();
  }

  @Test
  void unsafeExpressionThatIsAllowedGivesUpToo() {
    RouterOptions options = RouterOptions.of(o -> o.allowUnsafeRegex(true).maxParamLength(5_000));
    Router<String> router = router(options, "/:id((?:a+)+)");

    assertThat(router.find("GET", "/" + "a".repeat(1_000) + "!", HeadersOnly.NONE).isFound())
        .isFalse();
    assertThat(router.find("GET", "/" + "a".repeat(1_000), HeadersOnly.NONE).isFound()).isTrue();
  }

  @Test
  void longParametersDoNotMakeCheapExpressionsCostly() {
    RouterOptions options = RouterOptions.of(o -> o.maxParamLength(100_000));
    Router<String> router = router(options, "/:id(.*.*x)");

    assertThat(router.find("GET", "/" + "a".repeat(16_000), HeadersOnly.NONE).isFound()).isFalse();
  }
}
