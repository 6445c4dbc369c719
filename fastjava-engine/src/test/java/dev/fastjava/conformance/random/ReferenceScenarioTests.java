package dev.fastjava.conformance.random;

import static dev.fastjava.conformance.random.Draw.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.conformance.scenario.CheckResult;
import dev.fastjava.conformance.scenario.CheckResult.Verdict;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.conformance.scenario.Scenario;
import dev.fastjava.conformance.scenario.ScenarioFile;
import dev.fastjava.conformance.scenario.ScenarioRun;
import dev.fastjava.testing.DirectoryProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random applications behave as on the reference, wherever its recorder is at hand: the system
 * property {@value #RECORDER} names the directory with {@code record.mjs}, and the environment
 * variable {@code FASTIFY_DIR} the one with the package itself.
 */
class ReferenceScenarioTests {
  /** The system property with the directory of the recorder. */
  static final String RECORDER = "fastjava.random.recorder";

  private static final int APPLICATIONS = Integer.getInteger(RandomScenarioTests.COUNT, 300);

  /** They come after those that are compared between the modes. */
  private static final int FIRST = Integer.getInteger("fastjava.random.first", 10_000);

  private static final Path FILE = Path.of("target", "random", "random.json");

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void randomApplicationsBehaveAsOnTheReference() throws Exception {
    Assumptions.assumeTrue(
        DirectoryProperty.isSet(RECORDER),
        "not compared with the reference: -D" + RECORDER + " names no directory of its recorder");
    write();
    record(DirectoryProperty.directories(RECORDER).get(0));
    List<String> differences = new ArrayList<>();
    int requests = 0;
    for (Scenario scenario : ScenarioFile.read(FILE)) {
      requests += scenario.checks().size();
      for (Execution mode : Modes.selected()) {
        differ(scenario, mode, differences);
      }
    }
    System.out.println(
        "compared with the reference: %d applications, %d checks, %d differences"
            .formatted(APPLICATIONS, requests, differences.size()));
    assertThat(differences).as("differences from the reference, recorded in %s", FILE).isEmpty();
  }

  private static void write() throws Exception {
    List<@Nullable Object> scenarios = list();
    for (int i = FIRST; i < FIRST + APPLICATIONS; i++) {
      scenarios.add(RandomScenario.draw(i, false));
    }
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, Scenario.json(scenarios));
  }

  private static void record(Path recorder) throws Exception {
    Process process =
        new ProcessBuilder("node", recorder.resolve("record.mjs").toString(), FILE.toString())
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "random", "recorder.log").toFile())
            .start();
    assertThat(process.waitFor(20, TimeUnit.MINUTES)).as("the recorder ends").isTrue();
    // Its exit code tells of errors that the applications left to nobody, too.
    assertThat(FILE).content().as("target/random/recorder.log tells more").contains("\"expect");
  }

  private static void differ(Scenario scenario, Execution mode, List<String> differences)
      throws InterruptedException {
    List<CheckResult> results = ScenarioRun.run(scenario, mode);
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
