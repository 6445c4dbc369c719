package dev.fastjava.logging;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Hands lines to one daemon thread, which writes them in batches.
 *
 * <p>A caller links its line into a queue without a lock, and wakes the thread only when that has
 * nothing to do: while lines keep coming, the thread looks for them by itself every few
 * milliseconds. What waits is bounded; lines beyond the bound are dropped and counted, as are those
 * that a failing destination loses. A line tells how many once it can be written.
 */
final class BackgroundSink implements LineSink {
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int ROUNDS_BEFORE_IDLE = 20;
  private static final int BATCH_BYTES = 64 << 10;
  private static final long MAX_WAIT_SECONDS = 5;
  private static final long FLUSH_CHECK_MILLIS = 100;

  private final LineOutput output;
  private final long capacity;
  private final LongFunction<byte[]> lossNotice;
  private final Thread writer;
  private final Thread shutdownHook;

  private final AtomicReference<Line> tail;
  private final AtomicLong waitingBytes = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicBoolean idle = new AtomicBoolean();
  private volatile boolean closed;

  // Used by the writer alone.
  private Line head;
  private final byte[] batch = new byte[BATCH_BYTES];
  private int batched;
  private int batchedLines;

  private BackgroundSink(LineOutput output, long capacity, LongFunction<byte[]> lossNotice) {
    this.output = output;
    this.capacity = capacity;
    this.lossNotice = lossNotice;
    this.head = new Line(new byte[0], 0, null);
    this.tail = new AtomicReference<>(head);
    this.writer = new Thread(this::run, "fastjava-log");
    this.writer.setDaemon(true);
    this.shutdownHook = new Thread(this::end, "fastjava-log-shutdown");
  }

  /**
   * Starts the thread.
   *
   * @param capacity how many bytes may wait
   * @param lossNotice makes the line that tells how many were dropped
   */
  static BackgroundSink start(LineOutput output, long capacity, LongFunction<byte[]> lossNotice) {
    BackgroundSink sink = new BackgroundSink(output, capacity, lossNotice);
    sink.writer.start();
    try {
      Runtime.getRuntime().addShutdownHook(sink.shutdownHook);
    } catch (IllegalStateException alreadyShuttingDown) {
      // What is logged this late is written as far as there is time.
      return sink;
    }
    return sink;
  }

  @Override
  public void write(byte[] line, int length) {
    if (closed) {
      return;
    }
    if (waitingBytes.get() >= capacity) {
      dropped.incrementAndGet();
      return;
    }
    waitingBytes.addAndGet(length);
    append(new Line(line, length, null));
    if (idle.get() && idle.compareAndSet(true, false)) {
      LockSupport.unpark(writer);
    }
  }

  @Override
  public void flush() {
    if (Thread.currentThread() == writer || !writer.isAlive()) {
      return;
    }
    CountDownLatch written = new CountDownLatch(1);
    append(new Line(new byte[0], 0, written));
    LockSupport.unpark(writer);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_WAIT_SECONDS);
    try {
      // When the time is up the lines are still on their way; there is nothing more to do here.
      // A thread that ended before it saw the marker has written what was there before it.
      while (!written.await(FLUSH_CHECK_MILLIS, TimeUnit.MILLISECONDS)
          && writer.isAlive()
          && System.nanoTime() < until) {
        LockSupport.unpark(writer);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook runs or has run; it does the same.
    }
  }

  private void end() {
    closed = true;
    LockSupport.unpark(writer);
    if (Thread.currentThread() == writer) {
      return;
    }
    try {
      writer.join(TimeUnit.SECONDS.toMillis(MAX_WAIT_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void append(Line line) {
    tail.getAndSet(line).next = line;
  }

  private void run() {
    int emptyRounds = 0;
    while (true) {
      boolean ending = closed;
      if (drain()) {
        emptyRounds = 0;
      } else if (ending) {
        break;
      } else {
        emptyRounds++;
      }
      if (ending) {
        continue;
      }
      if (emptyRounds < ROUNDS_BEFORE_IDLE) {
        LockSupport.parkNanos(this, GATHER_NANOS);
      } else {
        waitForLines();
        emptyRounds = 0;
      }
    }
    output.close();
  }

  private void waitForLines() {
    idle.set(true);
    // A line linked before the flag was seen would find nobody to wake it up.
    while (idle.get() && head.next == null && !closed) {
      LockSupport.park(this);
    }
    idle.set(false);
  }

  /** Writes everything that waits; false when there was nothing. */
  private boolean drain() {
    Line line = head.next;
    if (line == null) {
      return false;
    }
    for (; line != null; line = line.next) {
      head = line;
      write(line);
    }
    writeBatch();
    tellLosses();
    output.flush();
    return true;
  }

  private void tellLosses() {
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      byte[] notice = lossNotice.apply(lost);
      if (!output.write(notice, notice.length)) {
        dropped.addAndGet(lost);
      }
    }
  }

  private void write(Line line) {
    CountDownLatch marker = line.marker;
    if (marker != null) {
      writeBatch();
      output.flush();
      marker.countDown();
      return;
    }
    batch(line.takeBytes(), line.length);
    waitingBytes.addAndGet(-line.length);
  }

  private void batch(byte[] bytes, int length) {
    if (length > BATCH_BYTES - batched) {
      writeBatch();
    }
    if (length > BATCH_BYTES) {
      if (!output.write(bytes, length)) {
        dropped.incrementAndGet();
      }
    } else {
      System.arraycopy(bytes, 0, batch, batched, length);
      batched += length;
      batchedLines++;
    }
  }

  private void writeBatch() {
    if (batched > 0) {
      if (!output.write(batch, batched)) {
        dropped.addAndGet(batchedLines);
      }
      batched = 0;
      batchedLines = 0;
    }
  }

  /** A link of the queue. The last one written stays as its head. */
  private static final class Line {
    private static final byte[] TAKEN = new byte[0];

    private byte[] bytes;
    private final int length;
    private final @Nullable CountDownLatch marker;
    private volatile @Nullable Line next;

    Line(byte[] bytes, int length, @Nullable CountDownLatch marker) {
      this.bytes = bytes;
      this.length = length;
      this.marker = marker;
    }

    byte[] takeBytes() {
      byte[] taken = bytes;
      bytes = TAKEN;
      return taken;
    }
  }
}
