package dev.fastjava.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTests {
  private static final String RECORDED =
      """
      {"status": 200, "headers": {"x-a": "1", "set-cookie": ["a", "b"]}, "body": "x"}
      """;

  private static Spec spec(String json) {
    return Spec.of(Json.read(json));
  }

  private static Comparison comparison(String... tags) {
    return new Comparison(Set.of(tags), "1.2.3");
  }

  private static List<String> injected(String expected, String observed, String... tags) {
    return comparison(tags).injected(spec(expected), spec(observed).map());
  }

  private static Journal.Snapshot happened(String trace, String logs) {
    return new Journal.Snapshot(list(trace), list(logs), List.of(), List.of(), List.of());
  }

  @SuppressWarnings("unchecked") // JSON lists hold any values
  private static List<Object> list(String json) {
    return (List<Object>) Json.read(json);
  }

  private static List<String> entries(String expected, String trace, String logs, String... tags) {
    return comparison(tags).entries(spec(expected), happened(trace, logs));
  }

  @Test
  void theSameResponseIsEqual() {
    assertThat(injected(RECORDED, RECORDED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\": 201, \"headers\": {\"x-a\": \"1\", \"set-cookie\": [\"a\", \"b\"]}, \"body\":"
            + " \"x\"}",
        "{\"status\": 200, \"headers\": {\"x-a\": \"2\", \"set-cookie\": [\"a\", \"b\"]}, \"body\":"
            + " \"x\"}",
        "{\"status\": 200, \"headers\": {\"x-a\": \"1\", \"set-cookie\": [\"b\", \"a\"]}, \"body\":"
            + " \"x\"}",
        "{\"status\": 200, \"headers\": {\"x-a\": \"1\"}, \"body\": \"x\"}",
        "{\"status\": 200, \"headers\": {\"x-a\": \"1\", \"x-b\": \"1\", \"set-cookie\": [\"a\","
            + " \"b\"]}, \"body\": \"x\"}",
        "{\"status\": 200, \"headers\": {\"x-a\": \"1\", \"set-cookie\": [\"a\", \"b\"]}, \"body\":"
            + " \"y\"}",
        "{\"status\": 200, \"headers\": {\"x-a\": \"1\", \"set-cookie\": [\"a\", \"b\"]},"
            + " \"bodyBase64\": \"eA==\"}",
        "{\"status\": 200, \"headers\": {\"x-a\": \"1\", \"set-cookie\": [\"a\", \"b\"]}, \"body\":"
            + " \"x\", \"trailers\": {\"t\": \"1\"}}",
        "{\"noResponse\": true}",
        "{\"aborted\": true}"
      })
  void anyDifferenceInAResponseIsSeen(String observed) {
    assertThat(injected(RECORDED, observed)).isNotEmpty();
    assertThat(injected(observed, RECORDED)).isNotEmpty();
  }

  @Test
  void headersOfTheTransportAreNotCompared() {
    String observed =
        """
        {"status": 200, "body": "x",
         "headers": {"X-A": ["1"], "set-cookie": ["a", "b"], "Date": "now", "connection": "close"}}
        """;

    assertThat(injected(RECORDED, observed)).isEmpty();
  }

  @Test
  void onlyTheStatusCountsWhenTagged() {
    String observed = "{\"status\": 200, \"headers\": {}, \"body\": \"other\"}";

    assertThat(injected(RECORDED, observed, "status-only")).isEmpty();
    assertThat(injected(RECORDED, "{\"status\": 500, \"headers\": {}}", "status-only")).hasSize(1);
  }

  @Test
  void onlyTheCodeOfAnErrorReplyCountsWhenTagged() {
    String recorded =
        "{\"status\": 400, \"body\": \"{\\\"code\\\":\\\"E\\\",\\\"message\\\":\\\"a\\\"}\"}";
    String sameCode =
        "{\"status\": 400, \"body\": \"{\\\"code\\\":\\\"E\\\",\\\"message\\\":\\\"b\\\"}\"}";
    String otherCode =
        "{\"status\": 400, \"body\": \"{\\\"code\\\":\\\"F\\\",\\\"message\\\":\\\"a\\\"}\"}";

    assertThat(injected(recorded, sameCode)).isNotEmpty();
    assertThat(injected(recorded, sameCode, "code-only")).isEmpty();
    assertThat(injected(recorded, otherCode, "code-only")).isNotEmpty();
  }

  @Test
  void traceIsComparedInOrderAndToItsEnd() {
    String expected = "{\"trace\": [\"a\", {\"op\": \"hasRoute\", \"result\": true}]}";

    assertThat(entries(expected, "[\"a\", {\"op\": \"hasRoute\", \"result\": true}]", "[]"))
        .isEmpty();
    assertThat(entries(expected, "[{\"op\": \"hasRoute\", \"result\": true}, \"a\"]", "[]"))
        .isNotEmpty();
    assertThat(entries(expected, "[\"a\", {\"op\": \"hasRoute\", \"result\": false}]", "[]"))
        .isNotEmpty();
    assertThat(entries(expected, "[\"a\"]", "[]")).isNotEmpty();
    assertThat(entries("{}", "[\"a\"]", "[]")).isNotEmpty();
  }

  @Test
  void errorsAreComparedByCodeMessageAndStatus() {
    String expected =
        "{\"trace\": [{\"op\": \"get\", \"error\": {\"code\": \"C\", \"message\": \"<version> of"
            + " 127.0.0.1:<port>\"}}]}";
    String observed =
        "[{\"op\": \"get\", \"error\": {\"code\": \"C\", \"message\": \"1.2.3 of"
            + " 127.0.0.1:40000\"}}]";
    String otherText = "[{\"op\": \"get\", \"error\": {\"code\": \"C\", \"message\": \"m\"}}]";
    String otherCode = "[{\"op\": \"get\", \"error\": {\"code\": \"D\", \"message\": \"m\"}}]";
    String otherStep = "[{\"op\": \"put\", \"error\": {\"code\": \"C\", \"message\": \"m\"}}]";
    String noError = "[{\"op\": \"get\", \"error\": null}]";

    assertThat(entries(expected, observed, "[]")).isEmpty();
    assertThat(entries(expected, otherText, "[]")).isNotEmpty();
    assertThat(entries(expected, otherText, "[]", "code-only")).isEmpty();
    assertThat(entries(expected, otherCode, "[]", "code-only")).isNotEmpty();
    assertThat(entries(expected, otherCode, "[]", "error-only")).isEmpty();
    assertThat(entries(expected, otherStep, "[]", "error-only")).isNotEmpty();
    assertThat(entries(expected, noError, "[]", "error-only")).isNotEmpty();
    assertThat(entries(expected, "[]", "[]", "error-only")).isNotEmpty();
  }

  @Test
  void anErrorOfTheBootMustBeTheRecordedOne() {
    Spec expected =
        spec(
            "{\"error\": {\"code\": \"FST_ERR_SCH_MISSING_ID\", \"message\": \"Missing schema $id"
                + " property\", \"statusCode\": 500}}");
    Journal.Snapshot nothing = happened("[]", "[]");

    assertThat(comparison().phase(expected, ErrorCode.FST_ERR_SCH_MISSING_ID.error(), nothing))
        .isEmpty();
    assertThat(comparison().phase(expected, new IllegalStateException("no"), nothing)).isNotEmpty();
    assertThat(comparison().phase(expected, null, nothing)).isNotEmpty();
    assertThat(comparison().phase(spec("{}"), new IllegalStateException("no"), nothing))
        .isNotEmpty();
  }

  @Test
  void linesOfTheLogAreComparedWithoutWhatChangesEachTime() {
    String expected =
        """
        {"logs": [{"level": 30, "responseTime": "<number>", "req": {"url": "/"}, "msg": "a"},
                  {"level": 50, "err": {"type": "<string>", "message": "m"}, "msg": "b"}]}
        """;
    String observed =
        """
        [{"msg": "a", "level": 30, "time": 1, "pid": 2, "hostname": "h", "responseTime": 0.5,
          "req": {"url": "/", "remotePort": 9}},
         {"level": 50, "err": {"type": "X", "message": "m", "stack": "at"}, "msg": "b"}]
        """;
    String swapped =
        """
        [{"level": 50, "err": {"type": "X", "message": "m", "stack": "at"}, "msg": "b"},
         {"level": 30, "responseTime": 1, "req": {"url": "/"}, "msg": "a"}]
        """;

    assertThat(entries(expected, "[]", observed)).isEmpty();
    assertThat(entries(expected, "[]", observed.replace("\"msg\": \"b\"", "\"msg\": \"c\"")))
        .isNotEmpty();
    assertThat(entries(expected, "[]", observed.replace("0.5", "\"fast\""))).isNotEmpty();
    assertThat(entries(expected, "[]", swapped)).isNotEmpty();
    assertThat(entries(expected, "[]", swapped, "log-order-any")).isEmpty();
    assertThat(entries(expected, "[]", "[]", "log-order-any")).isNotEmpty();
    assertThat(entries("{}", "[]", observed)).isNotEmpty();
  }

  @Test
  void warningsAreCompared() {
    Journal journal = new Journal();
    journal.warning("FSTWRN001", "text");
    journal.warning("OTHER", "not recorded");
    Spec expected = spec("{\"warnings\": [{\"code\": \"FSTWRN001\", \"message\": \"text\"}]}");

    assertThat(comparison().entries(expected, journal.snapshot())).isEmpty();
    assertThat(comparison().entries(spec("{}"), journal.snapshot())).isNotEmpty();
    assertThat(comparison().entries(expected, new Journal().snapshot())).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "close, close, true",
    "close, keep-alive, false",
    "close, , false",
    "keep-alive, keep-alive, true",
    "keep-alive, , true",
    "keep-alive, close, false"
  })
  void aConnectionMustSayThatItCloses(String recorded, String observed, boolean equal) {
    Map<String, Object> headers = observed == null ? Map.of() : Map.of("connection", observed);
    Spec expected =
        spec(
            "{\"responses\": [{\"status\": 200, \"headers\": {\"connection\": \"%s\"}}], \"closed\": true}"
                .formatted(recorded));
    Map<String, Object> response =
        Map.of("responses", List.of(Map.of("status", 200, "headers", headers)), "closed", true);

    assertThat(comparison().received(expected, response, false).isEmpty()).isEqualTo(equal);
  }

  @Test
  void everyResponseOfAConnectionIsCompared() {
    Spec expected =
        spec("{\"responses\": [{\"status\": 100, \"headers\": {}}], \"closed\": false}");
    Map<String, Object> none = Map.of("responses", List.of(), "closed", false);
    Map<String, Object> closed =
        Map.of("responses", List.of(Map.of("status", 100, "headers", Map.of())), "closed", true);

    assertThat(comparison().received(expected, none, false)).isNotEmpty();
    assertThat(comparison().received(expected, closed, false)).isNotEmpty();
  }

  @Test
  void stepsAfterTheCloseAreCompared() {
    Spec expected = spec("{\"after\": [{\"op\": \"listen\", \"error\": {\"message\": \"m\"}}]}");
    Journal.Snapshot nothing = happened("[]", "[]");

    assertThat(
            comparison()
                .close(
                    expected,
                    null,
                    nothing,
                    list("[{\"op\": \"listen\", \"error\": {\"message\": \"m\"}}]")))
        .isEmpty();
    assertThat(
            comparison()
                .close(expected, null, nothing, list("[{\"op\": \"listen\", \"ok\": true}]")))
        .isNotEmpty();
  }
}
