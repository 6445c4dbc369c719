package dev.fastjava.benchmarks.micro;

import dev.fastjava.logging.Logger;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of log calls on the thread that logs: below the threshold, which should cost a field read,
 * and encoded into a JSON line that goes nowhere. Run it with {@code -prof gc} to see allocations.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class LoggingBenchmark {
  private static final Map<String, Object> REPLY = Map.of("res", Map.of("statusCode", 200));

  private final Logger log =
      Logger.create(o -> o.stream(OutputStream.nullOutputStream()).synchronous(true));
  private final Logger request = log.child(Map.of("reqId", "req-1"));
  private int number = 7;

  /** Makes the benchmark. */
  public LoggingBenchmark() {}

  /** A text below the threshold. */
  @Benchmark
  public void disabledText() {
    request.debug("a text");
  }

  /** A text with a value, below the threshold. */
  @Benchmark
  public void disabledFormat() {
    request.debug("order %d placed", number);
  }

  /** A line with a text. */
  @Benchmark
  public void text() {
    request.info("a text");
  }

  /** A line like that of a completed request. */
  @Benchmark
  public void fields() {
    request.info(REPLY, "request completed");
  }

  /** The logger of a request, made and used once. */
  @Benchmark
  public void child() {
    log.child(Map.of("reqId", "req-2")).info(REPLY, "request completed");
  }
}
