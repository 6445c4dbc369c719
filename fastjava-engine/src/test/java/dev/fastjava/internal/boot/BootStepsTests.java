package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.CallbackBootHook;
import dev.fastjava.testing.Eventually;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The steps of ready and of close, without a server: order, errors, time limits, late additions.
 */
class BootStepsTests {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final BootThreads threads = new BootThreads();
  private final PluginLoader loader = new PluginLoader(threads, 0);
  private BootSteps steps = limited(0);

  private BootSteps limited(long millis) {
    return new BootSteps(threads, loader, millis, () -> events.add("started"));
  }

  private CallbackBootHook noting(String event) {
    return (error, done) -> {
      events.add(error == null ? event : event + " took " + error.getMessage());
      done.done();
    };
  }

  private CallbackBootHook failing(String message) {
    return (error, done) -> {
      events.add("fails");
      throw new IllegalStateException(message);
    };
  }

  private void open(Runnable preReady) {
    loader.open(null, preReady);
  }

  private @Nullable Throwable close() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    steps.close(closed);
    return Eventually.join(closed.<@Nullable Throwable>handle((value, error) -> error));
  }

  @Test
  void stepsOfReadyRunInOrderAfterWhatIsLoadedAndThoseOfCloseTheLastOneFirst() {
    open(() -> events.add("loaded"));
    steps.onClose(noting("close 1"));
    steps.onClose(noting("close 2"));
    steps.ready(noting("ready 1"));
    steps.ready(noting("ready 2"));
    assertThat(close()).isNull();
    assertThat(events).startsWith("loaded", "ready 1").endsWith("close 2", "close 1");
    assertThat(events).contains("ready 2", "started").hasSize(6);
  }

  @Test
  void errorOfTheLoadIsTakenByTheFirstStepAloneAndThatOfAStepByTheNext() {
    open(
        () -> {
          throw new IllegalStateException("no database");
        });
    steps.ready(noting("first"));
    steps.ready(failing("broken"));
    steps.ready(noting("third"));
    steps.ready(noting("fourth"));
    assertThat(close()).isNull();
    events.remove("started");
    assertThat(events)
        .containsExactly("first took no database", "fails", "third took broken", "fourth");
  }

  @Test
  void stepThatDoesNotEndIsGivenUpAndTheNextIsTold() {
    open(() -> {});
    steps = limited(500); // far more than the other step needs
    steps.ready((error, done) -> events.add("hangs"), () -> new IllegalStateException("late"));
    steps.ready(noting("next"));
    assertThat(close()).isNull();
    events.remove("started");
    assertThat(events).containsExactly("hangs", "next took late");
  }

  @Test
  void closingGoesOnAfterAStepThatFailsOrHangsAndItsLastErrorCounts() {
    open(() -> {});
    steps = limited(500); // far more than the other steps need
    steps.onClose(noting("last"));
    steps.onClose(failing("broken"));
    steps.onClose((error, done) -> events.add("hangs"), () -> new IllegalStateException("late"));
    Throwable error = close();
    assertThat(error).hasMessage("broken");
    assertThat(error.getSuppressed()).singleElement().asString().contains("late");
    events.remove("started");
    assertThat(events).containsExactly("hangs", "fails", "last took broken");
  }

  @Test
  void stepThatLimitsItselfHasAnyTime() {
    open(() -> {});
    steps = limited(200);
    steps.onClose(
        (error, done) ->
            threads.timer(
                400,
                () -> {
                  events.add("at last");
                  done.done();
                }));
    assertThat(close()).isNull();
    assertThat(events).containsExactly("started", "at last");
  }

  @Test
  void stepAddedWhileItClosesRunsToo() {
    open(() -> {});
    steps.onClose(
        (error, done) -> {
          steps.onClose(noting("added"));
          done.done();
        });
    assertThat(close()).isNull();
    assertThat(events).containsExactly("started", "added");
  }

  @Test
  void codeThatRunsIsAwaitedUntilItEndsOrIsGivenUp() {
    open(() -> {});
    CompletableFuture<Boolean> during = new CompletableFuture<>();
    steps.ready(
        (error, done) -> {
          during.complete(threads.isAwaited());
          done.done();
        });
    assertThat(close()).isNull();
    assertThat(during).isCompletedWithValue(true);
    assertThat(threads.isAwaited()).isFalse();
  }

  @Test
  void wholeBootHasOneThreadOfTheWalk() {
    List<String> walked = new CopyOnWriteArrayList<>();
    open(() -> walked.add(Thread.currentThread().getName()));
    threads.walk(() -> walked.add(Thread.currentThread().getName()));
    assertThat(close()).isNull();
    assertThat(walked).hasSize(2).containsOnly("fastjava-boot");
  }
}
