package dev.fastjava;

import dev.fastjava.option.ForceClose;
import java.time.Duration;

/**
 * What options say of how long things may take, and of closing. A part of {@link FastjavaOptions};
 * {@link LifetimeSettings} sets it.
 */
abstract class LifetimeChoices extends LoggingChoices {
  LifetimeChoices(FastjavaOptions.Builder values) {
    super(values);
  }

  /**
   * Returns whether requests get 503 while the server closes.
   *
   * @return true by default
   */
  public boolean return503OnClosing() {
    return values.return503OnClosing;
  }

  /**
   * Returns what closing does to connections at once.
   *
   * @return idle ones are closed by default
   */
  public ForceClose forceCloseConnections() {
    return values.forceCloseConnections;
  }

  /**
   * Returns how long closing waits for requests under way.
   *
   * @return the time; zero for no limit
   */
  public Duration closeTimeout() {
    return values.closeTimeout;
  }

  /**
   * Returns the time a plugin may take to load.
   *
   * @return the time; zero for no limit
   */
  public Duration pluginTimeout() {
    return values.pluginTimeout;
  }

  /**
   * Returns the time a reply may take.
   *
   * @return the time; zero for no limit
   */
  public Duration handlerTimeout() {
    return values.handlerTimeout;
  }

  /**
   * Returns the option.
   *
   * @return the time; zero for no limit
   */
  public Duration unansweredWarning() {
    return values.unansweredWarning;
  }
}
