package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the written walk of a request true: what it names exists, and it is as short as it says.
 */
class RequestWalkTests {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path WALK = Path.of("../docs/internals/Request.md");
  private static final Path STOPS = Path.of("../CONTRIBUTING.md");

  /** A row of the walk: its number, class, method, and its package, called from another or not. */
  private static final Pattern STEP =
      Pattern.compile("(?m)^\\| (\\d+) \\| `(\\w+)\\.(\\w+)` \\| (→ )?(\\w+) \\|");

  /** A row of the places to stop at: class and method. */
  private static final Pattern STOP = Pattern.compile("(?m)^\\| `(\\w+)\\.(\\w+)` \\|");

  private static List<MatchResult> rows(Path page, Pattern row) throws IOException {
    return row.matcher(Files.readString(page)).results().toList();
  }

  private static Class<?> find(String simpleName) throws Exception {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("dev/fastjava/internal"))) {
      List<Path> found = files.filter(file -> file.endsWith(simpleName + ".java")).toList();
      assertThat(found).as(simpleName).hasSize(1);
      String name = SOURCES.relativize(found.get(0)).toString().replace(".java", "");
      return Class.forName(
          name.replace('/', '.').replace('\\', '.'),
          false,
          RequestWalkTests.class.getClassLoader());
    }
  }

  private static void requireMethod(Class<?> type, String method) {
    assertThat(Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
        .as(type.getSimpleName())
        .contains(method);
  }

  @Test
  void everyStepOfTheWalkExistsWhereItSays() throws Exception {
    List<MatchResult> steps = rows(WALK, STEP);
    assertThat(steps).hasSizeGreaterThan(15);
    for (int i = 0; i < steps.size(); i++) {
      MatchResult step = steps.get(i);
      assertThat(step.group(1)).isEqualTo(String.valueOf(i + 1));
      Class<?> type = find(step.group(2));
      assertThat(type.getPackageName()).isEqualTo("dev.fastjava.internal." + step.group(5));
      requireMethod(type, step.group(3));
    }
  }

  @Test
  void walkHasAtMost25StepsAnd8CallsOfAnotherPackage() throws Exception {
    List<MatchResult> steps = rows(WALK, STEP);
    assertThat(steps).hasSizeBetween(15, 25);
    int calls = 0;
    String before = steps.get(0).group(5);
    for (MatchResult step : steps) {
      String name = step.group(5);
      if (step.group(4) != null) {
        assertThat(name).as(step.group()).isNotEqualTo(before);
        calls++;
      } else if (!name.equals(before)) {
        // What the lifecycle has called comes back to it.
        assertThat(name).as(step.group()).isEqualTo("lifecycle");
      }
      before = name;
    }
    assertThat(calls).isBetween(5, 8);
  }

  @Test
  void walkChangesThreadsTwice() throws Exception {
    assertThat(Pattern.compile("change of thread\\*\\*").matcher(Files.readString(WALK)).results())
        .hasSize(2);
  }

  @Test
  void tenPlacesToStopAtExist() throws Exception {
    List<MatchResult> stops = rows(STOPS, STOP);
    assertThat(stops).hasSize(10);
    for (MatchResult stop : stops) {
      requireMethod(find(stop.group(1)), stop.group(2));
    }
  }
}
