package dev.fastjava;

import dev.fastjava.option.HttpOptions;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The options of a server. Immutable: {@link Fastjava#create(Consumer)} is given a builder of it.
 *
 * <p>A time of zero switches a limit off; times are counted in milliseconds, what is finer is
 * rounded up.
 *
 * <p>Reference: Server, Factory.
 */
public final class FastjavaOptions extends RequestChoices {
  private static final FastjavaOptions DEFAULTS = new FastjavaOptions(new Builder());

  private FastjavaOptions(Builder values) {
    super(values);
  }

  /**
   * Returns the defaults.
   *
   * @return the options of a server that sets none
   */
  public static FastjavaOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Makes options.
   *
   * @param options sets them; the others have their defaults
   * @return the options
   */
  public static FastjavaOptions of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public FastjavaOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return builder.snapshot();
  }

  /**
   * Returns where hooks and handlers run.
   *
   * @return {@code BLOCKING} by default
   */
  public Execution execution() {
    return values.execution;
  }

  /**
   * Returns the size of the worker pool.
   *
   * @return threads
   */
  public int workerThreads() {
    return values.workerThreads;
  }

  /**
   * Returns how many requests may wait for a worker.
   *
   * @return the count
   */
  public int workerQueue() {
    return values.workerQueue;
  }

  /**
   * Returns how urls are matched.
   *
   * @return the options
   */
  public RouterOptions routerOptions() {
    return values.routerOptions;
  }

  /**
   * Returns what the transport does.
   *
   * @return the options
   */
  public HttpOptions http() {
    return values.http;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder extends RequestSettings<Builder> {
    private Execution execution = Execution.BLOCKING;
    private int workerThreads = 0;
    private int workerQueue = 10_000;
    private RouterOptions routerOptions = RouterOptions.defaults();
    private HttpOptions http = HttpOptions.defaults();

    private Builder() {}

    private Builder(Builder from) {
      copySchema(from);
      copyLogging(from);
      copyLifetime(from);
      copyRequest(from);
      execution = from.execution;
      workerThreads = from.workerThreads;
      workerQueue = from.workerQueue;
      routerOptions = from.routerOptions;
      http = from.http;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Returns the options as they are so far, for those who change them by what they are.
     *
     * @return options that later changes do not reach
     */
    public FastjavaOptions snapshot() {
      return new FastjavaOptions(new Builder(this));
    }

    /**
     * Sets where hooks and handlers run.
     *
     * @param execution {@code BLOCKING} by default
     * @return this
     */
    public Builder execution(Execution execution) {
      this.execution = Objects.requireNonNull(execution, "execution");
      return this;
    }

    /**
     * Sets the size of the worker pool.
     *
     * @param workerThreads threads; 0, eight for each core but at least 32, by default
     * @return this
     */
    public Builder workerThreads(int workerThreads) {
      this.workerThreads = workerThreads;
      return this;
    }

    /**
     * Sets how many requests may wait for a worker.
     *
     * @param workerQueue the count; 10,000 by default; more get 503
     * @return this
     */
    public Builder workerQueue(int workerQueue) {
      this.workerQueue = workerQueue;
      return this;
    }

    /**
     * Sets how urls are matched.
     *
     * @param options sets the options
     * @return this
     */
    public Builder routerOptions(Consumer<RouterOptions.Builder> options) {
      routerOptions = routerOptions.with(options);
      return this;
    }

    /**
     * Sets what the transport does.
     *
     * @param options sets the options
     * @return this
     */
    public Builder http(Consumer<HttpOptions.Builder> options) {
      http = http.with(options);
      return this;
    }
  }
}
