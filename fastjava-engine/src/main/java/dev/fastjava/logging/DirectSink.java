package dev.fastjava.logging;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/** Writes each line at once, on the thread that logs. */
final class DirectSink implements LineSink {
  private final LineOutput output;
  // Lines must not mix. This is the form for tests and short programs, so waiting is acceptable.
  private final ReentrantLock lock = new ReentrantLock();
  private final LongFunction<byte[]> lossNotice;
  private long lost;
  private boolean closed;

  DirectSink(LineOutput output, LongFunction<byte[]> lossNotice) {
    this.output = output;
    this.lossNotice = lossNotice;
  }

  @Override
  public void write(byte[] line, int length) {
    lock.lock();
    try {
      if (!closed) {
        if (output.write(line, length)) {
          tellLosses();
        } else {
          lost++;
        }
        output.flush();
      }
    } finally {
      lock.unlock();
    }
  }

  private void tellLosses() {
    if (lost > 0) {
      byte[] notice = lossNotice.apply(lost);
      if (output.write(notice, notice.length)) {
        lost = 0;
      }
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
