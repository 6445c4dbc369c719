package dev.fastjava.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** Does in one phase of the context what is done for each server beside the application's own. */
final class EachServer implements SmartLifecycle {
  private final int phase;
  private final Supplier<List<SmartLifecycle>> ofServers;
  private final List<SmartLifecycle> started = new ArrayList<>();

  /**
   * Makes a lifecycle.
   *
   * @param ofServers makes a lifecycle for each server, when all beans are there
   */
  EachServer(int phase, Supplier<List<SmartLifecycle>> ofServers) {
    this.phase = phase;
    this.ofServers = ofServers;
  }

  @Override
  public void start() {
    for (SmartLifecycle each : ofServers.get()) {
      each.start();
      started.add(each);
    }
  }

  @Override
  public void stop() {
    started.forEach(SmartLifecycle::stop);
  }

  /** All at the same time. */
  @Override
  public void stop(Runnable callback) {
    AtomicInteger left = new AtomicInteger(started.size());
    if (started.isEmpty()) {
      callback.run();
    }
    started.forEach(
        each ->
            each.stop(
                () -> {
                  if (left.decrementAndGet() == 0) {
                    callback.run();
                  }
                }));
  }

  @Override
  public boolean isRunning() {
    return started.stream().anyMatch(SmartLifecycle::isRunning);
  }

  @Override
  public int getPhase() {
    return phase;
  }

  @Override
  public boolean isPauseable() {
    return false;
  }
}
