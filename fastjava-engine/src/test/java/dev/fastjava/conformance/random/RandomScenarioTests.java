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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  void modesAgreeWithEachOther() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    List<Callable<List<String>>> runs = new ArrayList<>();
    for (int i = 0; i < APPLICATIONS; i++) {
      int number = i;
      runs.add(() -> differences(number, requests));
    }
    List<String> differences = new ArrayList<>();
    ExecutorService executor =
        Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
    try {
      for (Future<List<String>> each : executor.invokeAll(runs)) {
        differences.addAll(each.get());
      }
    } finally {
      executor.shutdownNow();
    }
    System.out.println(
        "random scenarios: " + APPLICATIONS + " applications, " + requests + " requests");
    assertThat(differences).as("differences between modes").isEmpty();
  }

  private static List<String> differences(int number, AtomicInteger requests)
      throws InterruptedException {
    boolean overSockets = number % SOCKETS == SOCKETS - 1;
    Scenario scenario = new Scenario("random", new Spec(RandomScenario.draw(number, overSockets)));
    requests.addAndGet(scenario.checks().size());
    List<String> differences = new ArrayList<>();
    differ(scenario, differences);
    return differences;
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
