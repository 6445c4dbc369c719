package dev.fastjava.conformance;

import dev.fastjava.conformance.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what became of the recorded cases, by area, and tells it at the end. */
final class ScenarioReport {

  /**
   * The system property that names a file for the failures: first the list of the scenarios that
   * failed, as the pending list has it, then what differed.
   */
  static final String FILE = "fastjava.conformance.report";

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Set<String> failedScenarios = new LinkedHashSet<>();
  private final List<String> failures = new ArrayList<>();
  private final Set<String> notApplicable = new LinkedHashSet<>();

  private static final class Tally {
    int passed;
    int failed;
    int notApplicable;

    void add(Tally other) {
      passed += other.passed;
      failed += other.failed;
      notApplicable += other.notApplicable;
    }

    String line(String name) {
      return "conformance %s: %d passed, %d failed, %d not applicable"
          .formatted(name, passed, failed, notApplicable);
    }
  }

  /** The name of a scenario in lists: its area and its own name. */
  static String name(Scenario scenario) {
    return scenario.area() + '/' + scenario.name();
  }

  /** Has an area appear in the report, even when no case of it is run. */
  void announce(Scenario scenario) {
    var unused = tally(scenario);
  }

  private Tally tally(Scenario scenario) {
    return tallies.computeIfAbsent(scenario.area(), area -> new Tally());
  }

  void passed(Scenario scenario) {
    tally(scenario).passed++;
  }

  void failed(Scenario scenario, String check, String detail) {
    tally(scenario).failed++;
    failedScenarios.add(name(scenario));
    failures.add(name(scenario) + " · " + check + "\n" + detail.indent(2));
  }

  /** A case that does not apply, for a reason in the list or with what cannot be expressed. */
  void notApplicable(Scenario scenario, @Nullable String detail) {
    tally(scenario).notApplicable++;
    if (detail != null) {
      notApplicable.add(name(scenario) + ": " + detail);
    }
  }

  /** Prints the entries of the list that were used, then the counts. */
  void print(List<String> usedEntries) {
    usedEntries.forEach(line -> System.out.println("not applicable: " + line));
    notApplicable.forEach(line -> System.out.println("not applicable: " + line));
    Tally total = new Tally();
    tallies.forEach(
        (name, tally) -> {
          System.out.println(tally.line(name));
          total.add(tally);
        });
    System.out.println(total.line("total"));
    String file = System.getProperty(FILE);
    if (file != null) {
      write(Path.of(file));
    }
  }

  private void write(Path file) {
    List<String> lines = new ArrayList<>(failedScenarios);
    lines.add("");
    lines.addAll(failures);
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
