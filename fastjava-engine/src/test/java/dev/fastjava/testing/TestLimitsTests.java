package dev.fastjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What hangs fails. */
class TestLimitsTests {
  /** Waits where no interrupt reaches it, until the test of this test is done with it. */
  private static void hang(CountDownLatch release) {
    while (release.getCount() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  static final CountDownLatch RELEASE = new CountDownLatch(1);

  @AfterAll
  static void release() {
    RELEASE.countDown();
  }

  /** Not found by its name: run by {@link #whatDoesNotAnswerToInterruptsFailsAllTheSame}. */
  static class Hanging {
    @Test
    @Timeout(1)
    void hangs() {
      hang(RELEASE);
      throw new AssertionError("not ended by the limit");
    }
  }

  /** As {@link Hanging}: waits for what never comes, but not in the test itself. */
  static class HangingAfterEach {
    @Test
    void passes() {
      assertThat(RELEASE).isNotNull();
    }

    @AfterEach
    @Timeout(1)
    void hangs() {
      hang(RELEASE);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Hanging.class, HangingAfterEach.class})
  void whatDoesNotAnswerToInterruptsFailsAllTheSame(Class<?> hanging) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(hanging))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .configurationParameter(
                    "junit.jupiter.execution.timeout.threaddump.enabled", "false")
                .build(),
            listener);
    assertThat(listener.getSummary().getFailures())
        .singleElement()
        .satisfies(each -> assertThat(each.getException()).hasMessageContaining("timed out"));
  }

  @Test
  void everyTestHasALimitOfItsOwnThread() {
    assertThat(Thread.currentThread().getName())
        .as("what junit-platform.properties asks for")
        .startsWith("junit-timeout-thread-");
  }

  @Test
  void aDynamicTestThatHangsFailsAndTellsWhere() {
    CountDownLatch release = new CountDownLatch(1);
    assertThatThrownBy(
            () -> DynamicTestLimit.run("name", Duration.ofMillis(50), () -> hang(release)))
        .hasMessageContaining("name does not end")
        .hasStackTraceContaining("hang");
    release.countDown();
  }

  @Test
  void aFactoryThatMakesNoTestFails() {
    assertThatThrownBy(() -> DynamicTestLimit.some(Stream.empty())).isInstanceOf(Error.class);
    assertThatThrownBy(() -> DynamicTestLimit.some(List.of())).isInstanceOf(Error.class);
    assertThat(DynamicTestLimit.some(Stream.of(1, 2))).containsExactly(1, 2);
    assertThat(DynamicTestLimit.some(List.of(1))).containsExactly(1);
  }

  @Test
  void aDynamicTestFailsWithItsOwnError() {
    AssertionError own = new AssertionError("own");
    assertThatThrownBy(
            () ->
                DynamicTestLimit.run(
                    "name",
                    Duration.ofMinutes(1),
                    () -> {
                      throw own;
                    }))
        .isSameAs(own);
  }

  @Test
  void eventuallyLooksUntilItSeesWhatIsWanted() {
    AtomicInteger looks = new AtomicInteger();
    assertThat(
            Eventually.eventually(
                "the third look",
                () -> {
                  if (looks.incrementAndGet() == 1) {
                    throw new IllegalStateException("not yet");
                  }
                  return looks.get();
                },
                look -> look >= 3))
        .isEqualTo(3);
  }
}
