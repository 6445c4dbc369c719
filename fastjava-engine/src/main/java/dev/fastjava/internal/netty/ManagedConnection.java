package dev.fastjava.internal.netty;

/** A connection as its event loop and the closing server see it; used on the event loop only. */
interface ManagedConnection {
  /**
   * Looks at the limits of time.
   *
   * @param now milliseconds of a clock that only moves forward
   */
  void check(long now);

  /** Closes the connection now when it is idle, otherwise after what is under way. */
  void closeWhenIdle();

  /** How many requests are under way. */
  default int requests() {
    return 0;
  }

  /** Closes the connection at once. */
  void closeNow();
}
