package dev.fastjava.logging;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Entries of SLF4J's diagnostic context (MDC) that hold for a stretch of work on one thread.
 *
 * <pre>{@code
 * Runnable restore = DiagnosticContext.put("reqId", request.id());
 * try {
 *   service.work();   // its log lines carry reqId
 * } finally {
 *   restore.run();
 * }
 * }</pre>
 */
public final class DiagnosticContext {
  private DiagnosticContext() {}

  /**
   * Puts an entry. Line ends and control characters of the value are written as escapes, for it may
   * come from a client, and layouts print it as it is.
   *
   * @param key the key
   * @param value the value
   * @return puts back what was there before; to be run on the same thread
   */
  public static Runnable put(String key, String value) {
    String before = MDC.get(key);
    MDC.put(key, LogText.oneLine(value));
    return () -> restore(key, before);
  }

  private static void restore(String key, @Nullable String before) {
    if (before == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, before);
    }
  }
}
