package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A level that is off costs reading a field: nothing is built, asked or allocated. */
class DisabledLevelTests {
  private static final int CALLS = 10_000;
  private static final Map<String, Object> FIELDS = Map.of("a", 1);

  private static long allocated(Logger log, Throwable error) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < CALLS; i++) {
      log.debug("text");
      log.debug(FIELDS);
      log.debug(error);
    }
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }

  @Test
  void callsBelowTheThresholdAllocateNothing() {
    RecordedLines recorded = new RecordedLines(o -> o.level(LogLevel.INFO));
    Throwable error = new IllegalStateException("x");
    for (Logger log : List.of(recorded.log, recorded.log.child(FIELDS), Logger.silent())) {
      allocated(log, error);
      // What the JVM itself allocates now and then is far less than a byte a call.
      assertThat(allocated(log, error)).isLessThan(CALLS);
    }
    assertThat(recorded.text()).isEmpty();
  }

  @Test
  void noArgumentIsAskedForItsText() {
    RecordedLines recorded = new RecordedLines(o -> o.level(LogLevel.INFO));
    Object failing =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("asked");
          }
        };
    recorded.log.debug("%s", failing);
    recorded.log.child(Map.of(), c -> c.level(LogLevel.WARN)).info("%s", failing);

    assertThat(recorded.text()).isEmpty();
  }
}
