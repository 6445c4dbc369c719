package dev.fastjava.testing;

import io.netty.util.ResourceLeakDetectorFactory;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails a test run in which a Netty buffer was garbage collected before it was released.
 *
 * <p>Registered for every test class by {@code META-INF/services}. The verdict falls when the last
 * class is done; each leak is printed with {@code LEAK:} and its access records as soon as it is
 * found.
 */
public final class LeakGuard implements BeforeAllCallback {

  private static final RecordingLeakDetectors DETECTORS = new RecordingLeakDetectors();

  static {
    ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(DETECTORS);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(LeakGuard.class))
        .computeIfAbsent(Verdict.class, key -> new Verdict(), Verdict.class);
  }

  /** Closed by JUnit with the root context, after all test classes. */
  private record Verdict() implements AutoCloseable {

    @Override
    public void close() {
      List<String> leaks = DETECTORS.leaksAfterGarbageCollection();
      if (!leaks.isEmpty()) {
        // With what is known of each: where only the end of a build's output is kept, this is it.
        throw new AssertionError(leaks.size() + " leaked buffer(s)\n" + String.join("\n", leaks));
      }
    }
  }
}
