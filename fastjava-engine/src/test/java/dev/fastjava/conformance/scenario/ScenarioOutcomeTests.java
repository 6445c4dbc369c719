package dev.fastjava.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.conformance.scenario.CheckResult.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioOutcomeTests {
  private static CheckResult combine(CheckResult loop, CheckResult worker) {
    return ScenarioOutcome.combine(
        Map.of(Execution.EVENT_LOOP, List.of(loop), Execution.WORKER, List.of(worker)), 0);
  }

  @Test
  void aCheckPassesWhenItPassesInAllModes() {
    assertThat(combine(CheckResult.PASSED, CheckResult.PASSED).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void aFailureInOneModeIsAFailure() {
    CheckResult failed = combine(CheckResult.failed("why"), CheckResult.PASSED);

    assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(failed.detail()).isEqualTo("[event-loop] why");
    assertThat(combine(CheckResult.notExpressible("x"), CheckResult.failed("why")).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void whatCannotBeExpressedDoesNotPass() {
    assertThat(combine(CheckResult.notExpressible("x"), CheckResult.PASSED).verdict())
        .isEqualTo(Verdict.NOT_EXPRESSIBLE);
  }
}
