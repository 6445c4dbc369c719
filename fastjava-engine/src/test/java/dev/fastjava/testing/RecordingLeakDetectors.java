package dev.fastjava.testing;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes leak detectors which print and count what they find, whatever the logging set-up. */
final class RecordingLeakDetectors extends ResourceLeakDetectorFactory {

  private static final int COLLECTIONS = 3;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private static final Pattern HARNESS_FRAME =
      Pattern.compile("java\\.base/|org\\.junit\\.|org\\.apache\\.maven\\.");

  private final Queue<RecordingLeakDetector<?>> detectors = new ConcurrentLinkedQueue<>();
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

  // Deprecated for callers, yet the one method a factory has to implement.
  @SuppressWarnings("deprecation")
  @Override
  public <T> ResourceLeakDetector<T> newResourceLeakDetector(
      Class<T> resource, int samplingInterval, long maxActive) {
    RecordingLeakDetector<T> detector =
        new RecordingLeakDetector<>(resource, samplingInterval, leaks);
    detectors.add(detector);
    return detector;
  }

  /** What is known by now, each leak with the places that touched its buffer. */
  List<String> leaksAfterGarbageCollection() {
    // Buffers become reportable only once their references are cleared and queued, which the
    // collector does some time after it returns.
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      LockSupport.parkNanos(PAUSE_NANOS);
      // A detector reports what is queued whenever it starts to track something.
      detectors.forEach(RecordingLeakDetector::poll);
    }
    return List.copyOf(leaks);
  }

  private static final class RecordingLeakDetector<T> extends ResourceLeakDetector<T> {

    private final Queue<String> leaks;

    RecordingLeakDetector(Class<T> resource, int samplingInterval, Queue<String> leaks) {
      super(resource, samplingInterval);
      this.leaks = leaks;
    }

    @Override
    protected boolean needReport() {
      return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
      report(resourceType, records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
      report(resourceType, "");
    }

    private void report(String resourceType, String records) {
      String leak =
          records
              .lines()
              .map(String::strip)
              .filter(line -> !HARNESS_FRAME.matcher(line).lookingAt())
              .map(line -> "  " + line)
              .collect(
                  Collectors.joining("\n", "LEAK: " + resourceType + " was not released\n", ""));
      leaks.add(leak);
      System.out.println(leak);
    }

    // The detector never looks into the resource, and this one does not leave the method.
    @SuppressWarnings("unchecked")
    void poll() {
      T probe = (T) new Object();
      trackForcibly(probe).close(probe);
    }
  }
}
