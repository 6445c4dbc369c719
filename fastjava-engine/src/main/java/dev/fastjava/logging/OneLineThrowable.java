package dev.fastjava.logging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an error whose message has line ends or control characters, or cannot be read at
 * all, where a backend prints it: with those written as escapes, so that the message cannot pass
 * for lines of the log. Has the stack, the causes and the suppressed errors of the original; its
 * message begins with the class.
 */
@SuppressWarnings("serial") // never serialised: it lives as long as one log event
final class OneLineThrowable extends Throwable {
  /** Deeper causes are dropped, they are harmless then. */
  private static final int MAX_ERRORS = 100;

  private final Throwable original;
  private final String text;

  private OneLineThrowable(Throwable original, String text) {
    super(text);
    this.original = original;
    this.text = text;
    setStackTrace(original.getStackTrace());
  }

  /** Returns the error itself when nothing in it or behind it is unsafe. */
  static Throwable of(Throwable error) {
    return isSafe(error, newSet()) ? error : copy(error, newSet());
  }

  /** Returns what an error stands for. */
  static Throwable original(Throwable error) {
    return error instanceof OneLineThrowable copy ? copy.original : error;
  }

  private static Set<Throwable> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static boolean isSafe(@Nullable Throwable error, Set<Throwable> seen) {
    if (error == null || seen.size() > MAX_ERRORS || !seen.add(error)) {
      return seen.size() <= MAX_ERRORS;
    }
    if (!answers(error)
        || !LogText.isOneLine(textOf(error))
        || !LogText.isOneLine(LogValues.textOf(error))
        || !isSafe(ErrorSerializer.causeOf(error), seen)) {
      return false;
    }
    for (Throwable suppressed : error.getSuppressed()) {
      if (!isSafe(suppressed, seen)) {
        return false;
      }
    }
    return true;
  }

  /** Whether backends can ask the error for its parts. */
  private static boolean answers(Throwable error) {
    try {
      Object unused = error.getMessage();
      unused = error.getCause();
      return true;
    } catch (Throwable failure) {
      return false;
    }
  }

  private static Throwable copy(Throwable error, Set<Throwable> seen) {
    seen.add(error);
    OneLineThrowable copy = new OneLineThrowable(error, LogText.oneLine(textOf(error)));
    Throwable cause = ErrorSerializer.causeOf(error);
    if (cause != null && !seen.contains(cause) && seen.size() < MAX_ERRORS) {
      copy.initCause(copy(cause, seen));
    }
    for (Throwable suppressed : error.getSuppressed()) {
      if (!seen.contains(suppressed) && seen.size() < MAX_ERRORS) {
        copy.addSuppressed(copy(suppressed, seen));
      }
    }
    return copy;
  }

  /** Class and message: what backends print, some by {@code toString}, some by its parts. */
  private static String textOf(Throwable error) {
    String message = ErrorSerializer.messageOf(error);
    String type = error.getClass().getName();
    return message == null ? type : type + ": " + message;
  }

  /** The stack is that of the original. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // what printStackTrace prints
  public String toString() {
    return text;
  }
}
