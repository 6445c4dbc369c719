package dev.fastjava.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.conformance.scenario.CheckResult;
import dev.fastjava.conformance.scenario.CheckResult.Verdict;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.conformance.scenario.Scenario;
import dev.fastjava.conformance.scenario.ScenarioRun;
import dev.fastjava.conformance.scenario.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random applications behave the same in every execution mode: responses, traces, log lines. What
 * happens in the first mode is recorded, and the others are held against it.
 */
class RandomScenarioTests {
  /** The system property with the number of applications. */
  static final String COUNT = "fastjava.random.count";

  private static final int APPLICATIONS = Integer.getInteger(COUNT, 150);

  /** Every so many: its requests go over connections. */
  private static final int SOCKETS = 10;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void modesAgreeWithEachOther() throws InterruptedException {
    List<String> differences = new ArrayList<>();
    int requests = 0;
    for (int i = 0; i < APPLICATIONS; i++) {
      Scenario scenario =
          new Scenario("random", new Spec(RandomScenario.draw(i, i % SOCKETS == SOCKETS - 1)));
      requests += scenario.checks().size();
      differ(scenario, differences);
    }
    System.out.println(
        "random scenarios: " + APPLICATIONS + " applications, " + requests + " requests");
    assertThat(differences).as("differences between modes").isEmpty();
  }

  private static void differ(Scenario scenario, List<String> differences)
      throws InterruptedException {
    List<Execution> modes = Modes.selected();
    note(scenario, modes.get(0), ScenarioRun.record(scenario, modes.get(0)), differences);
    for (Execution mode : modes.subList(1, modes.size())) {
      note(scenario, mode, ScenarioRun.run(scenario, mode), differences);
    }
  }

  private static void note(
      Scenario scenario, Execution mode, List<CheckResult> results, List<String> differences) {
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).verdict() != Verdict.PASSED) {
        differences.add(
            "%s, %s, %s: %s %s"
                .formatted(
                    scenario.name(),
                    mode,
                    scenario.checks().get(i).name(),
                    results.get(i).verdict(),
                    results.get(i).detail()));
      }
    }
  }
}
