package dev.fastjava.spring.boot.context;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;

/** Knows how long closing waits for requests, when all others have set their options. */
public final class CloseTimeout implements FastjavaOptionsCustomizer, Ordered {
  private volatile @Nullable Duration value;

  /** Makes one that knows nothing yet. */
  public CloseTimeout() {}

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void customize(FastjavaOptions.Builder options) {
    value = options.snapshot().closeTimeout();
  }

  /** Whether so much time has passed that what was under way then was cut off. */
  boolean isOver(Duration passed) {
    Duration known = value;
    return known != null && passed.compareTo(known) >= 0;
  }
}
