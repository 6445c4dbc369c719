package dev.fastjava.testing;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The time limit of every {@link DynamicTest}: JUnit's own, set in {@code
 * junit-platform.properties}, covers the method that makes them but not the tests themselves. As
 * there, the test runs on a thread of its own, so that one that hangs fails wherever it hangs. And
 * a factory that makes no tests fails.
 *
 * <p>Registered for every test class by {@code META-INF/services}.
 */
public final class DynamicTestLimit implements InvocationInterceptor {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
      throws Throwable {
    run(context.getDisplayName(), LIMIT, invocation::proceed);
  }

  @Override
  public <T extends @Nullable Object> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> factory,
      ExtensionContext context)
      throws Throwable {
    return some(invocation.proceed());
  }

  /** What a factory has made: for JUnit, a factory that makes no tests is a test that passes. */
  @SuppressWarnings("unchecked") // a stream for a stream
  static <T extends @Nullable Object> T some(T made) {
    boolean none =
        (made instanceof Collection<?> all && all.isEmpty())
            || (made instanceof Object[] array && array.length == 0);
    T result = made;
    if (made instanceof Stream<?> stream) {
      List<?> all = stream.toList();
      none = all.isEmpty();
      result = (T) all.stream();
    }
    if (none) {
      throw new AssertionError("the factory made no test");
    }
    return result;
  }

  /** A test. */
  @FunctionalInterface
  interface Body {
    void run() throws Throwable;
  }

  static void run(String name, Duration limit, Body test) throws Throwable {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                test.run();
              } catch (Throwable e) {
                failure.set(e);
              }
            },
            "test-" + name);
    thread.setDaemon(true);
    thread.start();
    thread.join(limit.toMillis());
    if (thread.isAlive()) {
      AssertionError hangs =
          new AssertionError(name + " does not end within " + limit + ", it is here:");
      hangs.setStackTrace(thread.getStackTrace());
      thread.interrupt();
      throw hangs;
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }
}
