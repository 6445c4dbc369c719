package dev.fastjava.logging;

/** Where the bytes of lines go. May be used by any thread. */
interface LineSink {
  /**
   * Takes a line. The array belongs to the sink from now on.
   *
   * @param line the bytes
   * @param length how many of them count
   */
  void write(byte[] line, int length);

  /** Waits until all lines taken so far are written, a few seconds at most. */
  void flush();

  /** Flushes, and closes what the logger opened itself. Lines taken later are dropped. */
  void close();
}
