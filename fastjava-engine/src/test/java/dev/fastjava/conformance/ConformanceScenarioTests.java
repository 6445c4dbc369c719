package dev.fastjava.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.conformance.scenario.Check;
import dev.fastjava.conformance.scenario.CheckResult;
import dev.fastjava.conformance.scenario.CheckResult.Verdict;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.conformance.scenario.Scenario;
import dev.fastjava.conformance.scenario.ScenarioFile;
import dev.fastjava.conformance.scenario.ScenarioOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;

/**
 * Replays every recorded scenario in each execution mode and prints how many of its requests (and
 * recorded boots and closes) passed, by area. A request passes when it passes in all modes.
 *
 * <p>Scenarios named in {@code conformance/pending.txt} (lines {@code area/name}) may fail, and
 * must be taken off that list once all of their requests pass. Nothing is pending when the
 * scenarios come from directories, see {@link ScenarioFile}. What cannot be expressed in Java does
 * not apply when the list of {@link NotApplicable} has an entry for the tag {@value
 * #NOT_EXPRESSIBLE}, which the interpreter gives to such a case; otherwise it fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceScenarioTests {

  /** The system property that limits the run to scenarios whose area and name contain a text. */
  private static final String ONLY = "fastjava.conformance.only";

  private static final String NOT_EXPRESSIBLE = "not-expressible";
  private static final String PENDING = "/conformance/pending.txt";

  private final List<Scenario> scenarios = ScenarioFile.load();
  private final List<Execution> modes = Modes.selected();
  private final NotApplicable notApplicable = NotApplicable.load("scenarios");
  private final ScenarioReport report = new ScenarioReport();
  private final Set<String> pending =
      ScenarioFile.fromDirectories() ? Set.of() : new LinkedHashSet<>(NotApplicable.lines(PENDING));

  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          task -> {
            Thread thread = new Thread(task, "scenario");
            thread.setDaemon(true);
            return thread;
          });

  @Test
  void thereAreScenarios() {
    assertThat(scenarios).isNotEmpty();
  }

  @Test
  void pendingScenariosExist() {
    assertThat(scenarios.stream().map(ScenarioReport::name)).containsAll(pending);
  }

  @TestFactory
  Stream<DynamicNode> recordedScenarios() {
    Map<String, List<DynamicNode>> byArea = new LinkedHashMap<>();
    String only = System.getProperty(ONLY, "");
    for (Scenario scenario : scenarios) {
      if (ScenarioReport.name(scenario).contains(only)) {
        report.announce(scenario);
        byArea.computeIfAbsent(scenario.area(), area -> new ArrayList<>()).add(container(scenario));
      }
    }
    return byArea.entrySet().stream()
        .map(each -> DynamicContainer.dynamicContainer(each.getKey(), each.getValue()));
  }

  private DynamicNode container(Scenario scenario) {
    List<Check> checks = scenario.checks();
    String reason = notApplicable.reason(scenario.area(), scenario.name(), scenario.tags());
    Stream<DynamicTest> tests;
    if (reason != null) {
      tests =
          checks.stream()
              .map(
                  check ->
                      DynamicTest.dynamicTest(check.name(), () -> skip(scenario, null, reason)));
    } else {
      ScenarioOutcome outcome = new ScenarioOutcome(scenario, modes, executor);
      tests =
          IntStream.range(0, checks.size())
              .mapToObj(
                  i ->
                      DynamicTest.dynamicTest(
                          checks.get(i).name(),
                          () -> judge(scenario, checks.get(i), outcome.results(), i)));
    }
    return DynamicContainer.dynamicContainer(scenario.name(), tests);
  }

  private void skip(Scenario scenario, String detail, String reason) {
    report.notApplicable(scenario, detail);
    throw new TestAbortedException(reason);
  }

  private void judge(Scenario scenario, Check check, List<CheckResult> results, int index) {
    CheckResult result = results.get(index);
    String name = ScenarioReport.name(scenario);
    if (result.verdict() == Verdict.NOT_EXPRESSIBLE) {
      String reason =
          notApplicable.reason(scenario.area(), scenario.name(), List.of(NOT_EXPRESSIBLE));
      if (reason != null) {
        skip(scenario, result.detail(), reason);
      }
    }
    if (result.verdict() != Verdict.PASSED) {
      report.failed(scenario, check.name(), result.detail());
      String message = name + " · " + check.name() + "\n" + result.detail();
      if (pending.contains(name)) {
        throw new TestAbortedException("pending: " + message);
      }
      throw new AssertionError(message);
    }
    report.passed(scenario);
    if (pending.contains(name)
        && results.stream().noneMatch(each -> each.verdict() == Verdict.FAILED)) {
      throw new AssertionError("passes, so it is pending no more: " + name);
    }
  }

  @AfterAll
  void printSummary() {
    executor.shutdownNow();
    report.print(notApplicable.report());
  }
}
