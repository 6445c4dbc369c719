package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundSinkTests {
  @TempDir Path directory;

  @Test
  void aFileHasAllLinesInOrderOnceTheLoggerIsClosed() throws IOException {
    Path file = directory.resolve("app.log");
    Logger log = Logger.create(o -> o.file(file).base(Map.of()).timestamp(LogTimestamp.NONE));
    for (int i = 0; i < 10_000; i++) {
      log.info(Map.of("i", i));
    }
    log.close();

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(10_000);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).isEqualTo("{\"level\":30,\"i\":" + i + "}");
    }
  }

  @Test
  void aFileIsAppendedTo() throws IOException {
    Path file = Files.writeString(directory.resolve("app.log"), "before\n");
    Logger log = Logger.create(o -> o.file(file));
    log.info("after");
    log.close();

    assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("before");
  }

  @Test
  void aFileThatCannotBeOpenedFailsAtOnce() {
    assertThatThrownBy(() -> Logger.create(o -> o.file(directory.resolve("missing/app.log"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("app.log");
  }

  @Test
  void flushWaitsUntilTheLinesAreWritten() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Logger log = Logger.create(o -> o.stream(bytes));
    for (int round = 1; round <= 20; round++) {
      log.info("m");
      log.flush();
      assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(round);
    }
    log.close();
  }

  @Test
  void aFatalLineIsWrittenWhenTheCallReturns() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Logger log = Logger.create(o -> o.stream(bytes));
    log.fatal("last words");

    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("last words");
    log.close();
  }

  @Test
  void linesOfManyThreadsDoNotMix() throws InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Logger log = Logger.create(o -> o.stream(bytes).base(Map.of()).timestamp(LogTimestamp.NONE));
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      String name = "t" + t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 5_000; i++) {
                  log.info("%s %d", name, i);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      Eventually.join(thread);
    }
    log.close();

    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(40_000);
    assertThat(lines).allMatch(line -> line.matches("\\{\"level\":30,\"msg\":\"t\\d \\d+\"}"));
    for (int t = 0; t < 8; t++) {
      String start = "{\"level\":30,\"msg\":\"t" + t + " ";
      assertThat(lines.stream().filter(line -> line.startsWith(start)))
          .as("the order within a thread")
          .hasSize(5_000)
          .isSortedAccordingTo((one, other) -> Integer.compare(number(one), number(other)));
    }
  }

  private static int number(String line) {
    return Integer.parseInt(line.replaceAll(".* (\\d+)\"}", "$1"));
  }

  @Test
  void aStuckDestinationNeitherBlocksCallersNorTakesAllMemory() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(byte[] source, int offset, int length) {
            Eventually.await(release);
            bytes.write(source, offset, length);
          }
        };
    Logger log = Logger.create(o -> o.stream(stuck).queueCapacity(10_000).base(Map.of()));
    long start = System.nanoTime();
    for (int i = 0; i < 100_000; i++) {
      log.info("a line of some length, number %d", i);
    }
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
    release.countDown();
    log.close();

    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSizeLessThan(10_000);
    assertThat(lines).anyMatch(line -> line.matches(".*\"msg\":\"\\d+ log lines were lost.*"));
    assertThat(lines.stream().filter(line -> line.contains("number")))
        .as("what is written is whole")
        .isNotEmpty()
        .allMatch(line -> line.endsWith("\"}"));
  }

  @Test
  void aFailingDestinationIsSurvived() {
    AtomicInteger tries = new AtomicInteger();
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            tries.incrementAndGet();
            throw new IOException("no space left");
          }
        };
    Logger log = Logger.create(o -> o.stream(failing));
    log.info("one");
    log.flush();
    log.info("two");
    log.close();
    int before = tries.get();
    assertThat(before).as("tries for two lines").isGreaterThanOrEqualTo(2);
    log.info("after the end");
    log.flush();
    assertThat(tries).hasValue(before);
  }

  /** Fails as often as it is told to, and remembers what it could write. */
  private static final class Unreliable extends OutputStream {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private volatile @Nullable Error failure;

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      Error due = failure;
      if (due != null) {
        throw due;
      }
      written.write(bytes, offset, length);
    }

    List<String> lines() {
      return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void linesLostByAFailingDestinationAreCountedWhenItWorksAgain(boolean synchronous) {
    Unreliable stream = new Unreliable();
    Logger log = Logger.create(o -> o.stream(stream).synchronous(synchronous));
    log.info("before");
    log.flush();
    // Not even an Error ends the thread that writes.
    stream.failure = new AssertionError("no space left");
    log.info("lost");
    log.info("lost as well");
    log.flush();
    stream.failure = null;
    log.info("after");
    log.close();

    assertThat(stream.lines()).hasSize(3);
    assertThat(stream.lines().get(0)).contains("before");
    assertThat(stream.lines().subList(1, 3))
        .as("told as soon as possible")
        .anyMatch(line -> line.contains("after"))
        .anyMatch(line -> line.contains("\"msg\":\"2 log lines were lost"));
  }

  @Test
  void aFileThatWasMovedAwayIsOpenedAnew() throws Exception {
    Path file = directory.resolve("app.log");
    Path rotated = directory.resolve("app.log.1");
    Logger log = Logger.create(o -> o.file(file).base(Map.of()).timestamp(LogTimestamp.NONE));
    log.info("first");
    log.flush();
    Files.move(file, rotated);
    AtomicInteger count = new AtomicInteger();
    Eventually.eventually(
        "the file is there again",
        () -> {
          log.info("%d", count.getAndIncrement());
          log.flush();
          return Files.exists(file);
        });
    log.close();

    List<String> all = new ArrayList<>(Files.readAllLines(rotated));
    all.addAll(Files.readAllLines(file));
    assertThat(all).as("no line is lost").hasSize(count.get() + 1);
    assertThat(Files.readAllLines(file)).isNotEmpty();
  }

  @Test
  void anInterruptedCallerDoesNotCloseTheFile() throws IOException {
    Path file = directory.resolve("app.log");
    Logger log = Logger.create(o -> o.file(file).synchronous(true));
    Thread.currentThread().interrupt();
    log.info("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    log.info("after");
    log.close();

    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void aStreamIsFlushedButNotClosed() {
    List<String> calls = new ArrayList<>();
    OutputStream stream =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            calls.add("flush");
          }

          @Override
          public void close() {
            calls.add("close");
          }
        };
    Logger log = Logger.create(o -> o.stream(stream));
    log.info("m");
    log.child(Map.of()).close();
    log.info("still open");
    log.close();

    assertThat(calls).contains("flush").doesNotContain("close");
    assertThat(stream.toString()).contains("still open");
  }

  @Test
  void theThreadEndsWithTheLogger() throws InterruptedException {
    Logger log = Logger.create(o -> o.stream(new ByteArrayOutputStream()));
    log.close();
    log.close();

    assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
        .doesNotContain("fastjava-log");
  }
}
