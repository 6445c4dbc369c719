package dev.fastjava;

/**
 * Where the hooks and the handler of a route run. One lifecycle serves all modes; the mode only
 * picks the executor.
 */
public enum Execution {
  /**
   * Where blocking is safe: a virtual thread on Java 21 and later, else the bounded worker pool.
   * The default.
   */
  BLOCKING,
  /** A virtual thread for each request; needs Java 21. */
  VIRTUAL,
  /** The bounded pool of platform threads. */
  WORKER,
  /**
   * The event loop of the connection, at full speed. Hooks and handler must never block: one that
   * does stops every connection of that loop.
   */
  EVENT_LOOP
}
