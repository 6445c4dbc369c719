package dev.fastjava.docs;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** When and how {@link Maintenance} refuses requests. Immutable. */
public final class MaintenanceOptions {
  private final Duration retryAfter;
  private final List<String> open;

  private MaintenanceOptions(Builder builder) {
    retryAfter = builder.retryAfter;
    open = List.copyOf(builder.open);
    if (retryAfter == null || retryAfter.isNegative()) {
      throw new IllegalArgumentException("maintenance: retryAfter is no time: " + retryAfter);
    }
  }

  static MaintenanceOptions of(Consumer<Builder> options) {
    Builder builder = new Builder();
    options.accept(builder);
    return new MaintenanceOptions(builder);
  }

  Duration retryAfter() {
    return retryAfter;
  }

  List<String> open() {
    return open;
  }

  /** Collects the options. */
  public static final class Builder {
    private Duration retryAfter = Duration.ofMinutes(1);
    private List<String> open = List.of();

    private Builder() {}

    /** When clients may try again: after a minute by default. */
    public Builder retryAfter(Duration retryAfter) {
      this.retryAfter = retryAfter;
      return this;
    }

    /** Paths that stay open: none by default. */
    public Builder open(String... paths) {
      this.open = List.of(paths);
      return this;
    }
  }
}
