package dev.fastjava.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keeps the written walk of a request true: what it names exists, and it is as short as it says.
 */
class RequestWalkTests {
  private static final Path STOPS = Path.of("../CONTRIBUTING.md");

  /** A row of the places to stop at: class and method. */
  private static final Pattern STOP = Pattern.compile("(?m)^\\| `(\\w+)\\.(\\w+)` \\|");

  private WrittenWalk walk;

  @BeforeEach
  void readPage() throws Exception {
    walk = WrittenWalk.of("Request.md");
  }

  @Test
  void everyStepOfTheWalkExistsWhereItSays() throws Exception {
    walk.requireSteps();
    assertThat(walk.steps()).hasSizeGreaterThan(15);
  }

  @Test
  void walkHasAtMost25StepsAnd8CallsOfAnotherPackage() {
    assertThat(walk.steps()).hasSizeBetween(15, 25);
    assertThat(walk.callsFrom("lifecycle")).isBetween(5, 8);
  }

  @Test
  void walkChangesThreadsTwice() {
    assertThat(walk.threadChanges()).isEqualTo(2);
  }

  @Test
  void tenPlacesToStopAtExist() throws Exception {
    List<MatchResult> stops = STOP.matcher(Files.readString(STOPS)).results().toList();
    assertThat(stops).hasSize(10);
    for (MatchResult stop : stops) {
      WrittenWalk.requireMethod(WrittenWalk.find(stop.group(1)), stop.group(2));
    }
  }
}
