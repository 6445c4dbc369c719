package dev.fastjava.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the test sources of all modules keep away from, and what they use instead. */
class TestSourcesTests {
  private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();

  static {
    forbid(
        "Thread\\.sleep\\(|\\.parkNanos\\(|SECONDS\\.sleep\\(|onSpinWait",
        "Eventually, or Awaitility with Spring");
    // Not join(): on the thread of a test, the limit of the test ends it (TestLimitsTests), and
    // elsewhere it is up to who writes the test: Eventually.join has a bound of its own.
    forbid("\\.(await|take|acquire|waitFor)\\(\\)", "Eventually.await or end, or a bound");
    forbid("new Random\\(|Math\\.random\\(|ThreadLocalRandom", "Seeds");
  }

  /** What shows users how to write applications reads as theirs do; the test's limit bounds it. */
  private static final Pattern EXAMPLES = Pattern.compile(".*(Page|Examples|HelloEngine)\\.java");

  /** The helpers themselves, and a method of a bean that has a bound in it. */
  private static final Pattern ALLOWED =
      Pattern.compile(".*/dev/fastjava/testing/\\w+\\.java|.*/ConsoleFormTests\\.java");

  private static void forbid(String pattern, String instead) {
    FORBIDDEN.put(Pattern.compile(pattern), instead);
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
      for (Path module : modules.sorted().toList()) {
        Path tests = module.resolve("src/test/java");
        if (Files.isDirectory(tests)) {
          try (Stream<Path> files = Files.walk(tests)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    return sources;
  }

  @Test
  void nothingWaitsByTheClockOrWithoutABoundAndEverySeedIsKnown() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> sources = sources();
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
  void theRuleFindsWhatItForbids() {
    assertThat(forbidden("a", "x();\nThread.sleep(5);\nlatch.await();\nnew Random(1);"))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("a:2 ");
    assertThat(
            forbidden(
                "a", "Eventually.join(future); String.join(\",\", list); latch.await(1, SECONDS);"))
        .isEmpty();
  }

  private static List<String> forbidden(String name, String text) {
    List<String> found = new ArrayList<>();
    FORBIDDEN.forEach(
        (pattern, instead) -> {
          Matcher matcher = pattern.matcher(text);
          while (matcher.find()) {
            long line =
                1 + text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
            found.add(name + ":" + line + " " + matcher.group() + " instead of " + instead);
          }
        });
    return found;
  }
}
