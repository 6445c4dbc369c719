package dev.fastjava.conformance.scenario;

import dev.fastjava.testing.DirectoryProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The recorded scenarios. They come from the test resources, or, when the system property {@value
 * #DIRECTORIES} names directories (separated by commas), from all files in and below these instead.
 */
public final class ScenarioFile {

  /** The system property that replaces the recorded scenarios by others. */
  public static final String DIRECTORIES = "fastjava.conformance.dir";

  private static final String RESOURCES = "/conformance/scenarios";

  private ScenarioFile() {}

  /** Whether the scenarios come from directories given by {@value #DIRECTORIES}. */
  public static boolean fromDirectories() {
    return DirectoryProperty.isSet(DIRECTORIES);
  }

  /** Reads all scenarios, by area. */
  public static List<Scenario> load() {
    List<Scenario> scenarios = new ArrayList<>();
    for (Path root : roots()) {
      for (Path file : files(root)) {
        read(file, scenarios);
      }
    }
    return scenarios;
  }

  private static List<Path> roots() {
    if (fromDirectories()) {
      return DirectoryProperty.directories(DIRECTORIES);
    }
    URL resources = ScenarioFile.class.getResource(RESOURCES);
    if (resources == null) {
      throw new IllegalStateException("no recorded scenarios among the test resources");
    }
    try {
      URI uri = resources.toURI();
      return List.of(Path.of(uri));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  /** Reads the scenarios of one file. */
  public static List<Scenario> read(Path file) {
    List<Scenario> scenarios = new ArrayList<>();
    read(file, scenarios);
    return scenarios;
  }

  private static void read(Path file, List<Scenario> scenarios) {
    Object content;
    try {
      content = Json.read(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!(content instanceof List<?> list)) {
      throw new IllegalStateException(file + " is not a list of scenarios");
    }
    for (Spec spec : Spec.specs(list)) {
      String area =
          spec.has("area") ? spec.text("area") : file.getParent().getFileName().toString();
      scenarios.add(new Scenario(area, spec));
    }
  }
}
