package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of {@code docs/internals} that tells a walk through the sources, step by step. */
final class WrittenWalk {
  private static final Path SOURCES = Path.of("src/main/java");

  /** A row of the walk: its number, class, method, and its package, called from another or not. */
  private static final Pattern STEP =
      Pattern.compile("(?m)^\\| (\\d+) \\| `(\\w+)\\.(\\w+)` \\| (→ )?(\\w+) \\|");

  private static final Pattern THREAD_CHANGE = Pattern.compile("change of thread\\*\\*");

  private final String text;
  private final List<Step> steps;

  /**
   * A step.
   *
   * @param called whether another package calls it
   */
  record Step(int number, String type, String method, boolean called, String packageName) {}

  private WrittenWalk(String text, List<Step> steps) {
    this.text = text;
    this.steps = steps;
  }

  static WrittenWalk of(String page) throws IOException {
    String text = Files.readString(Path.of("../docs/internals", page));
    List<Step> steps = new ArrayList<>();
    for (MatchResult row : STEP.matcher(text).results().toList()) {
      steps.add(
          new Step(
              Integer.parseInt(row.group(1)),
              row.group(2),
              row.group(3),
              row.group(4) != null,
              row.group(5)));
    }
    return new WrittenWalk(text, steps);
  }

  List<Step> steps() {
    return steps;
  }

  long threadChanges() {
    return THREAD_CHANGE.matcher(text).results().count();
  }

  /** Sees to it that every step is numbered and exists where the page says. */
  void requireSteps() throws Exception {
    assertThat(steps).hasSizeGreaterThan(10);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      assertThat(step.number()).isEqualTo(i + 1);
      Class<?> type = find(step.type());
      assertThat(type.getPackageName()).isEqualTo("dev.fastjava.internal." + step.packageName());
      requireMethod(type, step.method());
    }
  }

  /**
   * Counts the calls of other packages.
   *
   * @param home the package to which what it has called comes back
   */
  int callsFrom(String home) {
    int calls = 0;
    String before = steps.get(0).packageName();
    for (Step step : steps) {
      String name = step.packageName();
      if (step.called()) {
        assertThat(name).as("%s", step).isNotEqualTo(before);
        calls++;
      } else if (!name.equals(before)) {
        assertThat(name).as("%s", step).isEqualTo(home);
      }
      before = name;
    }
    return calls;
  }

  static Class<?> find(String simpleName) throws Exception {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("dev/fastjava/internal"))) {
      List<Path> found = files.filter(file -> file.endsWith(simpleName + ".java")).toList();
      assertThat(found).as(simpleName).hasSize(1);
      String name = SOURCES.relativize(found.get(0)).toString().replace(".java", "");
      return Class.forName(
          name.replace('/', '.').replace('\\', '.'), false, WrittenWalk.class.getClassLoader());
    }
  }

  static void requireMethod(Class<?> type, String method) {
    assertThat(Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
        .as(type.getSimpleName())
        .contains(method);
  }
}
