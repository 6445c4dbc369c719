package dev.fastjava.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTests {
  private final Values values = new Interpreter(Execution.WORKER).values();

  private String resolved(String json) {
    Object value = values.resolve(Json.read(json), new Frame().payload("pay€"));
    return Json.stringify(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"$concat\": [\"a\", 1, null, {\"b\": 2}, 1.5]} | \"a1null{\\\"b\\\":2}1.5\"",
        "{\"$upper\": \"a\"} | \"A\"",
        "{\"$json\": {\"a\": [1, null]}} | \"{\\\"a\\\":[1,null]}\"",
        "{\"$length\": {\"$echo\": \"payload\"}} | 6",
        "{\"$repeat\": [\"ab\", 3]} | \"ababab\"",
        "{\"$length\": {\"$buffer\": \"AAEC\"}} | 3",
        "{\"$date\": \"2020-01-02T03:04:05.600Z\"} | \"2020-01-02T03:04:05.600Z\"",
        "{\"a\": {\"$nothing\": true}, \"b\": [{\"$nothing\": true}], \"c\": null} | {\"b\":[null],\"c\":null}",
        "{\"$unknown\": 1} | {\"$unknown\":1}",
        "[1.0, 1e21, -0.5] | [1,1e+21,-0.5]"
      })
  void valuesAreEvaluatedAtAnyDepth(String json, String expected) {
    assertThat(resolved(json)).isEqualTo(expected);
  }

  @Test
  void errorsCarryTheirProperties() {
    Object error =
        values.resolve(
            Json.read(
                "{\"$error\": {\"message\": \"m\", \"code\": \"C\", \"status\": 404, \"x\": 1}}"),
            new Frame());

    assertThat(error).isInstanceOf(ScenarioError.class);
    ScenarioError described = (ScenarioError) error;
    assertThat(described).hasMessage("m");
    assertThat(described.statusCode()).isEqualTo(404);
    assertThat(described.properties()).containsEntry("x", 1);
    assertThat(Json.stringify(ErrorViews.describe(described)))
        .isEqualTo("{\"code\":\"C\",\"message\":\"m\"}");
  }

  @Test
  void absenceIsNotNull() {
    assertThat(values.resolve(Json.read("{\"$nothing\": true}"), new Frame()))
        .isEqualTo(Absent.VALUE);
    assertThat(Kinds.of(Absent.VALUE)).isEqualTo("absent");
    assertThat(Kinds.of(null)).isEqualTo("null");
  }
}
