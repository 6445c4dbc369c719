package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {
  record Account(String name, String password) {}

  private static String logged(Redaction redaction, Map<String, ?> fields) {
    RecordedLines lines = new RecordedLines(o -> o.redact(redaction).timestamp(LogTimestamp.NONE));
    lines.log.info(fields, "m");
    return lines.lastText();
  }

  private static String logged(String path, Map<String, ?> fields) {
    return logged(Redaction.of(path), fields);
  }

  private static final Map<String, Object> USER = Map.of("user", Map.of("password", "p"));

  @Test
  void aPathHidesOneValue() {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("name", "a");
    user.put("password", "p");

    assertThat(logged("user.password", Map.of("user", user)))
        .contains("\"user\":{\"name\":\"a\",\"password\":\"[Redacted]\"}");
  }

  @Test
  void aPathOfOneKeyHidesTheFieldAsAWhole() {
    assertThat(logged("user", USER)).contains("\"user\":\"[Redacted]\"");
    assertThat(logged("msg", USER)).contains("\"msg\":\"[Redacted]\"");
  }

  @Test
  void aPathThatLeadsNowhereHidesNothing() {
    assertThat(logged("user.password.deep", USER)).contains("{\"password\":\"p\"}");
    assertThat(logged("other.password", USER)).contains("{\"password\":\"p\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list[*].secret",
        "list.*.secret",
        "list[0].secret",
        "*[*].secret",
        "*.*.secret",
        "list[*][\"secret\"]",
        "[\"list\"][0]['secret']",
        "list[*].*"
      })
  void wildcardsIndexesAndQuotesAreUnderstood(String path) {
    assertThat(logged(path, Map.of("list", List.of(Map.of("secret", 1)))))
        .contains("\"list\":[{\"secret\":\"[Redacted]\"}]");
  }

  @Test
  void keysWithDotsAreQuoted() {
    assertThat(logged("headers[\"x.key\"]", Map.of("headers", Map.of("x.key", 1))))
        .contains("{\"x.key\":\"[Redacted]\"}");
  }

  @Test
  void aWildcardAndAKeyHideWhatEitherCovers() {
    Map<String, Object> a = new LinkedHashMap<>();
    a.put("x", 1);
    a.put("y", 2);
    a.put("z", 3);

    for (Redaction redaction : List.of(Redaction.of("a.x", "*.y"), Redaction.of("*.y", "a.x"))) {
      assertThat(logged(redaction, Map.of("a", a)))
          .contains("{\"x\":\"[Redacted]\",\"y\":\"[Redacted]\",\"z\":3}");
    }
  }

  @Test
  void aWildcardAtTheTopHidesInEveryField() {
    assertThat(logged("*.password", USER)).contains("{\"password\":\"[Redacted]\"}");
  }

  @Test
  void serializersRunFirst() {
    RecordedLines lines =
        new RecordedLines(
            o ->
                o.redact("req.headers.authorization")
                    .serializer("req", v -> Map.of("headers", Map.of("authorization", v))));
    lines.log.info(Map.of("req", "Bearer x"));

    assertThat(lines.last()).hasToString("{level=30, req={headers={authorization=[Redacted]}}}");
  }

  @Test
  void bindingsAndRecordsAndPlaceholdersAreCovered() {
    RecordedLines lines = new RecordedLines(o -> o.redact("account.password", "password"));
    lines.log.child(Map.of("account", new Account("a", "p"))).info("see %o", new Account("b", "q"));

    assertThat(lines.lastText())
        .contains("\"account\":{\"name\":\"a\",\"password\":\"[Redacted]\"}")
        .contains("see {\\\"name\\\":\\\"b\\\",\\\"password\\\":\\\"[Redacted]\\\"}");
  }

  @Test
  void theCensorMayBeAValueOrAFunction() {
    assertThat(logged(Redaction.of("user.password").withCensor(0), USER))
        .contains("{\"password\":0}");
    assertThat(
            logged(
                Redaction.of("user.password")
                    .withCensor((value, path) -> String.join("/", path) + "=" + value),
                USER))
        .contains("{\"password\":\"user/password=p\"}");
    assertThat(
            logged(
                Redaction.of("list[*]").withCensor((value, path) -> path),
                Map.of("list", List.of(7, 8))))
        .contains("\"list\":[[\"list\",\"0\"],[\"list\",\"1\"]]");
  }

  @Test
  void aFailingCensorStillHides() {
    Redaction failing =
        Redaction.of("user.password")
            .withCensor(
                (value, path) -> {
                  throw new IllegalStateException();
                });

    assertThat(logged(failing, USER)).doesNotContain("\"p\"").contains("\"msg\":\"m\"");
  }

  @Test
  void removingLeavesTheKeyOut() {
    assertThat(logged(Redaction.of("user.password").removing(), USER)).contains("\"user\":{}");
    assertThat(logged(Redaction.of("user").removing(), USER)).doesNotContain("user");
    assertThat(logged(Redaction.of("list[0]").removing(), Map.of("list", List.of(1, 2))))
        .contains("\"list\":[null,2]");
  }

  @Test
  void loggedObjectsAreNotChanged() {
    Map<String, Object> user = new LinkedHashMap<>(Map.of("password", "p"));
    logged("user.password", Map.of("user", user));

    assertThat(user).containsEntry("password", "p");
  }

  @Test
  void aChildMayReplaceTheRedaction() {
    RecordedLines lines = new RecordedLines(o -> o.redact("a"));
    Logger child = lines.log.child(Map.of(), c -> c.redact(Redaction.of("b")));
    child.info(Map.of("a", 1));
    assertThat(lines.last()).containsEntry("a", 1);

    child.info(Map.of("b", 1));
    assertThat(lines.last()).containsEntry("b", "[Redacted]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a[", "a[\"b", "a[\"b\""})
  void malformedPathsAreRefused(String path) {
    assertThatThrownBy(() -> Redaction.of(path)).isInstanceOf(IllegalArgumentException.class);
  }
}
