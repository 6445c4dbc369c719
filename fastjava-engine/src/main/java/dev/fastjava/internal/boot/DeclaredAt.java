package dev.fastjava.internal.boot;

import dev.fastjava.RouteOptions;
import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/**
 * The place in the application where something was declared that fails later, when its line is on
 * no stack any more. Travels with the error as a suppressed one: the message stays that of the
 * reference, and a printed stack trace shows plugin path, class and line.
 */
final class DeclaredAt extends Exception {
  private static final long serialVersionUID = 1L;

  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private DeclaredAt(String message, StackTraceElement[] place) {
    super(message, null, false, true);
    setStackTrace(place);
  }

  /**
   * Makes a note of the code that calls the framework; at boot only.
   *
   * @param what for the reader: {@code plugin "users" (root -> users)}
   */
  static DeclaredAt here(String what) {
    StackTraceElement[] place =
        STACK.walk(
            frames ->
                frames
                    .filter(DeclaredAt::isApplication)
                    .limit(1)
                    .map(StackFrame::toStackTraceElement)
                    .toArray(StackTraceElement[]::new));
    return new DeclaredAt(what + " was declared here", place);
  }

  /** The same place, for an error in one part of what was declared. */
  DeclaredAt with(String part) {
    return new DeclaredAt(getMessage() + ": " + part, getStackTrace());
  }

  /** Neither a part of boot nor an interface that users call it through. */
  private static boolean isApplication(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return !type.getPackageName().equals(DeclaredAt.class.getPackageName())
        && !type.isAssignableFrom(Context.class)
        && !RouteOptions.class.isAssignableFrom(type)
        && !type.getName().equals("dev.fastjava.DeclaredByMethod")
        && !frame.getClassName().startsWith("java.");
  }

  /** The line; null when no code of an application is on the stack. */
  @Nullable StackTraceElement place() {
    StackTraceElement[] trace = getStackTrace();
    return trace.length == 0 ? null : trace[0];
  }

  /** Whether an error knows a place already. */
  static boolean isNoted(Throwable error) {
    for (Throwable known : error.getSuppressed()) {
      if (known instanceof DeclaredAt) {
        return true;
      }
    }
    return false;
  }

  /** Adds this place to an error, once. */
  void addTo(Throwable error) {
    for (Throwable known : error.getSuppressed()) {
      if (known == this) {
        return;
      }
    }
    error.addSuppressed(this);
  }

  /** Without the name of the class, which tells a reader nothing. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // it is the class name that has to go
  public String toString() {
    return String.valueOf(getMessage());
  }
}
