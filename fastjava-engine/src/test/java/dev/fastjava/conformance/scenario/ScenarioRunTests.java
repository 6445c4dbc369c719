package dev.fastjava.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.conformance.scenario.CheckResult.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The runner must notice when a recording does not fit: otherwise a green run means nothing. */
class ScenarioRunTests {
  private static final long GENEROUS = 10_000;

  /** For what misses entries that never come. */
  private static final long SHORT = 300;

  private static final String RIGHT =
      """
      {
        "name": "n",
        "options": {"logger": true},
        "app": [
          {"op": "hasRoute", "query": {"method": "GET", "url": "/"}},
          {"op": "addHook", "name": "onClose", "fn": {"do": [{"trace": "closed"}]}},
          {"op": "addHook", "name": "onResponse",
           "fn": {"style": "async", "do": [{"sleep": 5}, {"trace": "responded"}]}},
          {"op": "get", "url": "/", "options": {"logLevel": "silent"},
           "handler": {"do": [{"header": ["x-a", "1"]}, {"send": "body"}]}}
        ],
        "expectBoot": {"trace": [{"op": "hasRoute", "result": false}]},
        "requests": [
          {"method": "GET", "url": "/",
           "expect": {
             "status": 200,
             "headers": {"content-length": "4", "content-type": "text/plain; charset=utf-8",
                         "x-a": "1"},
             "body": "body",
             "trace": ["responded"]}}
        ],
        "expectClose": {"trace": ["closed"]}
      }
      """;

  private static List<Verdict> verdicts(String scenario, Execution mode)
      throws InterruptedException {
    return verdicts(scenario, mode, GENEROUS);
  }

  private static List<Verdict> verdicts(String scenario, Execution mode, long patience)
      throws InterruptedException {
    return ScenarioRun.run(new Scenario("area", Spec.of(Json.read(scenario))), mode, patience)
        .stream()
        .map(CheckResult::verdict)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "VIRTUAL")
  void whatWasRecordedPasses(Execution mode) throws InterruptedException {
    assertThat(verdicts(RIGHT, mode))
        .containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.PASSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | \"result\": false | \"result\": true",
        "0 | \"expectBoot\": {\"trace\" | \"expectBoot\": {\"error\": {\"message\": \"m\"},"
            + " \"trace\"",
        "1 | \"status\": 200 | \"status\": 201",
        "1 | \"x-a\": \"1\"}, | \"x-a\": \"2\"},",
        "1 | \"body\": \"body\" | \"body\": \"other\"",
        "1 | [\"responded\"] | []",
        "1 | [\"responded\"] | [\"responded\", \"twice\"]",
        "1 | \"logLevel\": \"silent\" | \"logLevel\": \"info\"",
        "2 | [\"closed\"] | [\"open\"]"
      })
  void anythingElseFails(int check, String recorded, String other) throws InterruptedException {
    assertThat(RIGHT).contains(recorded);
    List<Verdict> verdicts = verdicts(RIGHT.replace(recorded, other), Execution.WORKER, SHORT);

    assertThat(verdicts.get(check)).isEqualTo(Verdict.FAILED);
  }

  @Test
  void entriesThatWereNotRecordedFailTheNextRequest() throws InterruptedException {
    String scenario =
        RIGHT.replace("\"expectBoot\"", "\"ignored\"").replace("\"expectClose\"", "\"ignoredToo\"");

    assertThat(verdicts(scenario, Execution.WORKER)).containsExactly(Verdict.FAILED);
  }

  @Test
  void nothingPassesWhenTheBootFails() throws InterruptedException {
    String scenario =
        RIGHT.replace(
            "\"app\": [", "\"app\": [{\"op\": \"throw\", \"error\": {\"message\": \"no\"}},");

    assertThat(verdicts(scenario, Execution.WORKER)).containsOnly(Verdict.FAILED);
  }

  @Test
  void unknownActionsAndStepsFail() throws InterruptedException {
    String action = RIGHT.replace("{\"send\": \"body\"}", "{\"sent\": \"body\"}");
    String step = RIGHT.replace("\"op\": \"hasRoute\"", "\"op\": \"hasRoot\"");

    assertThat(verdicts(action, Execution.WORKER).get(1)).isEqualTo(Verdict.FAILED);
    assertThat(verdicts(step, Execution.WORKER)).containsOnly(Verdict.FAILED);
  }

  @Test
  void whatCannotBeWrittenInJavaDoesNotPass() throws InterruptedException {
    String scenario = RIGHT.replace("{\"send\": \"body\"}", "{\"code\": \"abc\"}");

    assertThat(verdicts(scenario, Execution.WORKER).get(1)).isEqualTo(Verdict.NOT_EXPRESSIBLE);
  }
}
