package dev.fastjava.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the test sources of all modules keep away from, and what they use instead. */
class TestSourcesTests {
  private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();

  static {
    forbid(
        "Thread\\.sleep\\(|\\.parkNanos\\(|SECONDS\\.sleep\\(|onSpinWait",
        "Eventually, or Awaitility with Spring");
    // The limit of a test ends it wherever it waits, but it says less than a bound, and no limit
    // reaches other threads, initializers and what makes the arguments of tests.
    forbid(
        "\\.(join|await|take|acquire|waitFor|sync|awaitUninterruptibly|wait|invokeAll)\\(\\)"
            + "|([fF]uture|[sS]tage|[aA]sync\\([^()]*\\)|submit\\([^;]*\\)|listen\\([^;]*\\)|ready\\(\\))"
            + "\\s*\\.get\\(\\)",
        "Eventually.await, join or end, or a bound");
    forbid("new Random\\(|Math\\.random\\(|ThreadLocalRandom", "Seeds");
    forbid("(?i)seed\\w*\\W[^;]*(currentTimeMillis|nanoTime)", "Seeds");
    forbid("SAME_THREAD", "the thread of its own, where whatever hangs fails");
    forbid("allowZeroInvocations", "arguments: no test is no success");
  }

  /** What shows users how to write applications reads as theirs do; the test's limit bounds it. */
  private static final Pattern EXAMPLES = Pattern.compile(".*(Page|Examples|HelloEngine)\\.java");

  /** The helpers themselves, and a method of a bean that has a bound in it. */
  private static final Pattern ALLOWED =
      Pattern.compile(".*/dev/fastjava/testing/\\w+\\.java|.*/ConsoleFormTests\\.java");

  /** A line whose subject is the wait itself; the limit of the test bounds it. */
  private static final String UNBOUNDED = "// unbounded:";

  private static void forbid(String pattern, String instead) {
    FORBIDDEN.put(Pattern.compile(pattern), instead);
  }

  @Test
  void nothingWaitsByTheClockOrWithoutABoundAndEverySeedIsKnown() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> sources = TestCode.paths();
    for (Path source : sources) {
      String name = source.toString().replace('\\', '/');
      if (!EXAMPLES.matcher(name).matches() && !ALLOWED.matcher(name).matches()) {
        found.addAll(forbidden(source.getFileName().toString(), Files.readString(source)));
      }
    }
    assertThat(sources).as("test sources").hasSizeGreaterThan(200);
    assertThat(found).isEmpty();
  }

  @Test
  void everyModuleHasTheLimitForTestsAndForWhatGoesBeforeAndAfterThem() throws IOException {
    List<Path> modules = TestCode.folders();
    assertThat(modules).hasSizeGreaterThan(3);
    for (Path tests : modules) {
      Properties settings = new Properties();
      try (Reader reader =
          Files.newBufferedReader(tests.resolveSibling("resources/junit-platform.properties"))) {
        settings.load(reader);
      }
      String timeout = "junit.jupiter.execution.timeout.";
      assertThat(settings.getProperty(timeout + "default")).as("%s", tests).isEqualTo("2 m");
      assertThat(settings.getProperty(timeout + "thread.mode.default"))
          .as("%s", tests)
          .isEqualTo("SEPARATE_THREAD");
    }
  }

  @Test
  void theRuleFindsWhatItForbids() {
    assertThat(forbidden("a", "x();\nThread.sleep(5);\nlatch.await();\nnew Random(1);"))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("a:2 ");
    for (String each :
        List.of(
            "app.ready().join();",
            "future.get();",
            "app.closeAsync().get();",
            "pool.submit(() -> x()).get();",
            "long SEED = System.nanoTime();",
            "@Timeout(threadMode = SAME_THREAD)",
            "@ParameterizedTest(allowZeroInvocations = true)")) {
      assertThat(forbidden("a", each)).as(each).hasSize(1);
      assertThat(forbidden("a", each + " // unbounded: as users write it")).as(each).isEmpty();
    }
    assertThat(
            forbidden(
                "a",
                "Eventually.join(future); String.join(\",\", list); latch.await(1, SECONDS);"
                    + " future.get(1, SECONDS); supplier.get();"))
        .isEmpty();
  }

  private static List<String> forbidden(String name, String text) {
    List<String> found = new ArrayList<>();
    FORBIDDEN.forEach(
        (pattern, instead) -> {
          Matcher matcher = pattern.matcher(text);
          while (matcher.find()) {
            int end = text.indexOf('\n', matcher.end());
            if (text.substring(matcher.end(), end < 0 ? text.length() : end).contains(UNBOUNDED)) {
              continue;
            }
            long line =
                1 + text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
            found.add(name + ":" + line + " " + matcher.group() + " instead of " + instead);
          }
        });
    return found;
  }
}
