package dev.fastjava.internal.inject;

import dev.fastjava.inject.InjectRequest.Simulation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Delivers a payload at the pace of its reader. A payload that is a stream may block, so it is read
 * on a thread of its own, started when there is demand.
 */
final class InjectedBodySubscription implements Flow.Subscription {
  private static final int PART_SIZE = 16 * 1024;

  private final InjectedRequest request;
  private final Flow.Subscriber<? super ByteBuffer> subscriber;
  private final Runnable closeConnection;
  private final InputStream source;
  private final boolean inMemory;
  private final Executor executor;

  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger wakeUps = new AtomicInteger();
  private volatile @Nullable Throwable failure;
  private volatile boolean done;
  // Of the one who delivers.
  private boolean firstPart = true;
  private boolean sourceEnded;

  InjectedBodySubscription(
      InjectedRequest request,
      Flow.Subscriber<? super ByteBuffer> subscriber,
      Runnable closeConnection) {
    this.request = request;
    this.subscriber = subscriber;
    this.closeConnection = closeConnection;
    if (request.payload() instanceof InputStream stream) {
      source = stream;
      inMemory = false;
      executor = InjectedBodySubscription::onThreadOfItsOwn;
    } else {
      source = new ByteArrayInputStream((byte[]) request.payload());
      inMemory = true;
      executor = Runnable::run;
    }
  }

  private static void onThreadOfItsOwn(Runnable task) {
    Thread thread = new Thread(task, "fastjava-inject-payload");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void request(long count) {
    if (count <= 0) {
      fail(new IllegalArgumentException("request of " + count));
      return;
    }
    demand.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
    wakeUp();
  }

  /** Looks for an end that needs no demand. */
  void start() {
    if (inMemory) {
      wakeUp();
    }
  }

  void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
    closeSource();
    wakeUp();
  }

  @Override
  public void cancel() {
    done = true;
    closeSource();
  }

  private void closeSource() {
    try {
      source.close();
    } catch (IOException e) {
      // Nobody reads it any more.
    }
  }

  private void wakeUp() {
    if (wakeUps.getAndIncrement() == 0) {
      executor.execute(this::deliver);
    }
  }

  /** Runs on one thread at a time; calls that come meanwhile are counted and served at the end. */
  private void deliver() {
    int served = wakeUps.get();
    do {
      while (!done && deliverOne()) {
        // The next one.
      }
      served = wakeUps.addAndGet(-served);
    } while (served != 0);
  }

  /** Delivers a part or the end; false when there is nothing to do for now. */
  private boolean deliverOne() {
    Throwable cause = failure;
    if (cause != null) {
      done = true;
      subscriber.onError(cause);
      return false;
    }
    if (sourceEnded) {
      return end();
    }
    try {
      boolean knownToEnd = inMemory && source.available() == 0;
      if (demand.get() == 0 && !knownToEnd) {
        return false;
      }
      boolean split = firstPart && request.simulations().contains(Simulation.SPLIT);
      byte[] part = new byte[split ? 1 : PART_SIZE];
      int count = source.read(part);
      if (count < 0) {
        sourceEnded = true;
      } else if (!done) {
        firstPart = false;
        demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
        subscriber.onNext(ByteBuffer.wrap(part, 0, count));
      }
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
    return true;
  }

  private boolean end() {
    if (request.simulations().contains(Simulation.ERROR)) {
      failure = new IOException("Simulated");
      return true;
    }
    if (request.simulations().contains(Simulation.CLOSE)) {
      closeConnection.run();
      return false;
    }
    if (request.simulations().contains(Simulation.NO_END)) {
      return false;
    }
    done = true;
    closeSource();
    subscriber.onComplete();
    return false;
  }
}
