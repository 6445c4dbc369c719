package dev.fastjava;

import dev.fastjava.option.ForceClose;
import java.time.Duration;
import java.util.Objects;

/**
 * What a server allows for booting, answering and closing. A part of {@link
 * FastjavaOptions.Builder}.
 *
 * @param <B> the builder
 */
abstract class LifetimeSettings<B extends LifetimeSettings<B>> extends LoggingSettings<B> {
  boolean return503OnClosing = true;
  ForceClose forceCloseConnections = ForceClose.IDLE;
  Duration closeTimeout = Duration.ofSeconds(30);
  Duration pluginTimeout = Duration.ofSeconds(10);
  Duration handlerTimeout = Duration.ZERO;
  Duration unansweredWarning = Duration.ofSeconds(10);

  /** Takes over what another builder has. */
  final void copyLifetime(LifetimeSettings<?> from) {
    return503OnClosing = from.return503OnClosing;
    forceCloseConnections = from.forceCloseConnections;
    closeTimeout = from.closeTimeout;
    pluginTimeout = from.pluginTimeout;
    handlerTimeout = from.handlerTimeout;
    unansweredWarning = from.unansweredWarning;
  }

  /**
   * Sets whether requests get 503 while the server closes.
   *
   * @param return503OnClosing true by default; otherwise they are served
   * @return this
   */
  public B return503OnClosing(boolean return503OnClosing) {
    this.return503OnClosing = return503OnClosing;
    return self();
  }

  /**
   * Sets what closing does to connections at once.
   *
   * @param forceCloseConnections idle ones are closed by default
   * @return this
   */
  public B forceCloseConnections(ForceClose forceCloseConnections) {
    this.forceCloseConnections =
        Objects.requireNonNull(forceCloseConnections, "forceCloseConnections");
    return self();
  }

  /**
   * Sets how long closing waits for requests under way.
   *
   * @param closeTimeout 30 seconds by default; then their connections are cut
   * @return this
   */
  public B closeTimeout(Duration closeTimeout) {
    this.closeTimeout = Objects.requireNonNull(closeTimeout, "closeTimeout");
    return self();
  }

  /**
   * Sets the time a plugin may take to load, and each step of boot and close too: onReady, preClose
   * and onClose hooks. Closing goes on when a hook has taken longer, and fails with {@code
   * FST_ERR_HOOK_TIMEOUT}.
   *
   * @param pluginTimeout 10 seconds by default; zero for no limit
   * @return this
   */
  public B pluginTimeout(Duration pluginTimeout) {
    this.pluginTimeout = Objects.requireNonNull(pluginTimeout, "pluginTimeout");
    return self();
  }

  /**
   * Sets the time a reply may take.
   *
   * @param handlerTimeout zero, no limit, by default; then 503, and a response that has begun is
   *     broken off and logged
   * @return this
   */
  public B handlerTimeout(Duration handlerTimeout) {
    this.handlerTimeout = Objects.requireNonNull(handlerTimeout, "handlerTimeout");
    return self();
  }

  /**
   * After how long a request that waits for the application is reported, once: its handler returned
   * the reply and nothing was sent, a hook did not call {@code done}, a stage did not complete. The
   * warning names the route and what it waits for. Routes with a {@code handlerTimeout} get their
   * timeout instead.
   *
   * @param unansweredWarning 10 seconds by default; zero for no warning
   * @return this
   */
  public B unansweredWarning(Duration unansweredWarning) {
    this.unansweredWarning = Objects.requireNonNull(unansweredWarning, "unansweredWarning");
    return self();
  }
}
