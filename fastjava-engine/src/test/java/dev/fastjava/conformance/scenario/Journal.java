package dev.fastjava.conformance.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What happened in an application since the last request: trace, log lines and warnings, and
 * whether something is still under way. Thread-safe.
 */
final class Journal {

  /** The lists at one moment. */
  record Snapshot(
      List<@Nullable Object> trace,
      List<@Nullable Object> logs,
      List<@Nullable Object> warnings,
      List<String> problems,
      List<String> inexpressible) {}

  private final List<@Nullable Object> trace = new ArrayList<>();
  private final List<@Nullable Object> logs = new ArrayList<>();
  private final List<@Nullable Object> warnings = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> inexpressible = new ArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong begun = new AtomicLong();
  private volatile CompletableFuture<Void> held = CompletableFuture.completedFuture(null);

  synchronized void trace(@Nullable Object entry) {
    trace.add(entry);
  }

  synchronized void log(@Nullable Object line) {
    logs.add(line);
  }

  synchronized void warning(String code, String message) {
    if (code.startsWith("FSTWRN")) {
      Map<String, @Nullable Object> warning = new LinkedHashMap<>();
      warning.put("code", code);
      warning.put("message", message);
      warnings.add(warning);
    }
  }

  /** Something the interpreter itself could not do: the case fails, whatever was replied. */
  synchronized void problem(String what) {
    problems.add(what);
  }

  synchronized void inexpressible(String what) {
    inexpressible.add(what);
  }

  synchronized void clear() {
    trace.clear();
    logs.clear();
    warnings.clear();
    problems.clear();
    inexpressible.clear();
  }

  synchronized Snapshot snapshot() {
    return new Snapshot(
        new ArrayList<>(trace),
        new ArrayList<>(logs),
        new ArrayList<>(warnings),
        new ArrayList<>(problems),
        new ArrayList<>(inexpressible));
  }

  /** Whether no function runs and no timer of one is pending. */
  boolean isIdle() {
    return underWay.get() == 0;
  }

  /** A function of the application begins to run, or a timer is set. */
  void begin() {
    begun.incrementAndGet();
    underWay.incrementAndGet();
  }

  /** How many functions have begun so far, and timers. */
  long begun() {
    return begun.get();
  }

  /** From now on no pause ends before {@link #release}. */
  void hold() {
    held = new CompletableFuture<>();
  }

  /** Pauses that are under way end as long after this as they are to take. */
  void release() {
    held.complete(null);
  }

  void end() {
    underWay.decrementAndGet();
  }

  /** Completes later; until then a request is not over. */
  CompletableFuture<Void> sleep(long millis) {
    begin();
    CompletableFuture<Void> done = new CompletableFuture<>();
    var unused = held.thenRun(() -> Timers.after(millis, () -> wake(done)));
    return done;
  }

  private void wake(CompletableFuture<Void> sleeper) {
    try {
      sleeper.complete(null);
    } finally {
      end();
    }
  }
}
