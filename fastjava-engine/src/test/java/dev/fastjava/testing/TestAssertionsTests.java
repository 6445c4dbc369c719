package dev.fastjava.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test of all modules can fail. */
class TestAssertionsTests {
  @Test
  void everyTestHasAnAssertionThatRunsAndSaysSomething() throws IOException {
    TestCode code = TestCode.ofAllModules();
    assertThat(code.files()).hasSizeGreaterThan(200);
    assertThat(AssertionRules.whatCannotFail(code)).isEmpty();
  }

  private static List<String> found(String body) throws IOException {
    return AssertionRules.whatCannotFail(
        TestCode.of("class T { @Test void test() { " + body + " } void helper() { fail(); } }"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call();",
        "assertThat(a);",
        "assertThat(a).as(\"a\");",
        "assertThat(a).extracting(b);",
        "assertThatCode(() -> a());",
        "assertThat(true).isTrue();",
        "assertThat(a).isEqualTo(a);",
        "assertThat(a).isInstanceOf(Object.class);",
        "assertThat(a).hasSizeGreaterThanOrEqualTo(0);",
        "assertThat(all).allSatisfy(a -> assertThat(a).isNull());",
        "assertThat(all).noneMatch(a -> a == b);",
        "for (String each : all()) { assertThat(each).isEmpty(); }",
        "if (a) { assertThat(b).isNull(); }",
        "while (a()) { assertThat(b).isNull(); }",
        "try { a(); } catch (Exception e) { assertThat(e).hasMessage(b); }",
        "app.get(b, (request, reply) -> assertThat(request).isNull());",
        "all.forEach(each -> assertThat(each).isNull());",
      })
  void whatCannotFailIsFound(String body) throws IOException {
    assertThat(found(body)).isNotEmpty().allMatch(each -> each.startsWith("T.java:1 "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertThat(a).isEqualTo(b);",
        "assertThat(a()).isEqualTo(a());",
        "assertThatThrownBy(() -> a());",
        "assertThatCode(() -> a()).doesNotThrowAnyException();",
        "assertThat(all).isNotEmpty().allSatisfy(a -> assertThat(a).isNull());",
        "assertThat(all).hasSize(3); assertThat(all).noneMatch(a -> a == b);",
        "for (String each : List.of(a, b)) { assertThat(each).isEmpty(); }",
        "for (Mode each : Mode.values()) { assertThat(each).isNull(); }",
        "int[] all = {1}; for (int each : all) { assertThat(each).isOne(); }",
        "if (a) { assertThat(b).isNull(); } else { assertThat(b).isNotNull(); }",
        "runner.run(context -> assertThat(context).isNotNull());",
        "throw new AssertionError(a);",
        "helper();",
      })
  void whatCanFailIsNotFound(String body) throws IOException {
    assertThat(found(body)).isEmpty();
  }
}
