package dev.fastjava.conformance.scenario;

import dev.fastjava.Execution;
import dev.fastjava.conformance.scenario.CheckResult.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario gave in all modes: a check passes when it passes in each. It starts to run when
 * it is made.
 */
public final class ScenarioOutcome {
  private static final long LONGEST_SECONDS = 100;

  private final Scenario scenario;
  private final CompletableFuture<List<CheckResult>> results = new CompletableFuture<>();
  private volatile @Nullable Thread runner;

  /** Runs a scenario on a thread of the executor. */
  public ScenarioOutcome(Scenario scenario, List<Execution> modes, Executor executor) {
    this.scenario = scenario;
    executor.execute(() -> run(modes));
  }

  private void run(List<Execution> modes) {
    runner = Thread.currentThread();
    try {
      Map<Execution, List<CheckResult>> byMode = new LinkedHashMap<>();
      for (Execution mode : modes) {
        byMode.put(mode, ScenarioRun.run(scenario, mode));
      }
      results.complete(combine(byMode));
    } catch (Throwable e) {
      results.completeExceptionally(e);
    } finally {
      runner = null;
    }
  }

  private List<CheckResult> combine(Map<Execution, List<CheckResult>> byMode) {
    List<CheckResult> combined = new ArrayList<>();
    for (int i = 0; i < scenario.checks().size(); i++) {
      combined.add(combine(byMode, i));
    }
    return combined;
  }

  static CheckResult combine(Map<Execution, List<CheckResult>> byMode, int index) {
    CheckResult worst = CheckResult.PASSED;
    Map<String, StringJoiner> modesByDetail = new LinkedHashMap<>();
    for (Map.Entry<Execution, List<CheckResult>> each : byMode.entrySet()) {
      CheckResult result = each.getValue().get(index);
      if (result.verdict() == Verdict.FAILED) {
        String mode = each.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-');
        modesByDetail
            .computeIfAbsent(result.detail(), detail -> new StringJoiner(", ", "[", "] "))
            .add(mode);
        worst = result;
      } else if (worst.verdict() == Verdict.PASSED) {
        worst = result;
      }
    }
    if (worst.verdict() != Verdict.FAILED) {
      return worst;
    }
    StringJoiner details = new StringJoiner("\n");
    modesByDetail.forEach((detail, modes) -> details.add(modes + detail));
    return CheckResult.failed(details.toString());
  }

  /** Waits for the results, one for each check. */
  public List<CheckResult> results() throws InterruptedException {
    try {
      return results.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return all(e.getCause() + "\n" + Arrays.toString(e.getCause().getStackTrace()));
    } catch (TimeoutException e) {
      Thread thread = runner;
      String where = thread == null ? "" : Arrays.toString(thread.getStackTrace());
      return all("the scenario does not end: " + where);
    }
  }

  private List<CheckResult> all(String failure) {
    return scenario.checks().stream().map(check -> CheckResult.failed(failure)).toList();
  }
}
