package dev.fastjava.logging;

import java.util.concurrent.locks.ReentrantLock;

/** Writes each line at once, on the thread that logs. */
final class DirectSink implements LineSink {
  private final LineOutput output;
  // Lines must not mix. This is the form for tests and short programs, so waiting is acceptable.
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  DirectSink(LineOutput output) {
    this.output = output;
  }

  @Override
  public void write(byte[] line, int length) {
    lock.lock();
    try {
      if (!closed) {
        output.write(line, length);
        output.flush();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        output.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
