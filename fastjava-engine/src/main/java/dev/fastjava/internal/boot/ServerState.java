package dev.fastjava.internal.boot;

import dev.fastjava.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * How far one server has come, and the one place where that changes. Boot, listening and closing
 * may be asked for in any order, by any thread, within each other's hooks; what each then does is:
 *
 * <table>
 *   <caption>What comes, where the server is, what follows</caption>
 *   <tr><th>comes<th>boot<th>listen<th>close<th>follows
 *   <tr><td>ready<td>declared<td>any<td>open<td>boots, with onReady hooks
 *   <tr><td>ready<td>declared<td>any<td>asked<td>ends with the load that closing waits for, without
 *       onReady hooks
 *   <tr><td>ready<td>booting, started<td>any<td>any<td>the stage there is
 *   <tr><td>listen<td>any<td>any<td>asked<td>{@code FST_ERR_REOPENED_CLOSE_SERVER}
 *   <tr><td>listen<td>any<td>asked, binding, bound<td>open<td>{@code FST_ERR_REOPENED_SERVER}
 *   <tr><td>listen<td>any<td>none<td>open<td>asked: boots, then binds
 *   <tr><td>boot fails<td>booting<td>asked<td>any<td>none: the error of the boot
 *   <tr><td>bind begins<td>started<td>asked<td>open<td>binding
 *   <tr><td>bind begins<td>started<td>asked<td>asked<td>none: {@code FST_ERR_REOPENED_CLOSE_SERVER}
 *   <tr><td>bind ends<td>started<td>binding<td>open<td>bound: the origin, after onListen hooks
 *   <tr><td>bind ends<td>started<td>binding<td>asked<td>sockets closed, none: {@code
 *       FST_ERR_REOPENED_CLOSE_SERVER}
 *   <tr><td>bind fails<td>started<td>binding<td>any<td>threads ended, none: the error
 *   <tr><td>close<td>declared<td>none<td>open<td>asked: loads plugins, then stops
 *   <tr><td>close<td>booting<td>none, asked<td>open<td>asked: the boot ends first, then stops
 *   <tr><td>close<td>started<td>any<td>open<td>asked: stops
 *   <tr><td>close<td>any<td>any<td>asked<td>the stage there is
 *   <tr><td>stop<td>started<td>none, asked<td>asked<td>preClose hooks; no socket to close
 *   <tr><td>stop<td>started<td>binding<td>asked<td>preClose hooks; waits for the end of the bind
 *   <tr><td>stop<td>started<td>bound<td>asked<td>preClose hooks; closes the sockets
 * </table>
 *
 * <p>A bind always ends, so nothing here waits for ever; plugins and hooks have the plugin timeout.
 */
final class ServerState {
  private enum Listen {
    NONE,
    ASKED,
    BINDING,
    BOUND
  }

  private boolean booting;
  private boolean readyHooks;
  private Listen listen = Listen.NONE;
  private boolean closeAsked;

  // These two are read by requests.
  private volatile boolean started;
  private volatile boolean stopping;

  /**
   * Ready has been asked for.
   *
   * @return whether the caller has to boot
   */
  synchronized boolean askReady() {
    boolean first = !booting;
    if (first) {
      booting = true;
      readyHooks = !closeAsked;
    }
    return first;
  }

  /** Whether the boot runs onReady hooks: not when closing was asked for before it. */
  synchronized boolean runsReadyHooks() {
    return readyHooks;
  }

  /** Whether ready was asked for, now or earlier. */
  synchronized boolean isBooting() {
    return booting;
  }

  /** Everything is loaded and frozen. */
  void start() {
    started = true;
  }

  boolean isStarted() {
    return started;
  }

  /**
   * Listening has been asked for.
   *
   * @return why it is refused; null when the caller has to listen
   */
  synchronized @Nullable ErrorCode askListen() {
    if (closeAsked) {
      return ErrorCode.FST_ERR_REOPENED_CLOSE_SERVER;
    }
    if (listen != Listen.NONE) {
      return ErrorCode.FST_ERR_REOPENED_SERVER;
    }
    listen = Listen.ASKED;
    return null;
  }

  /** The server has booted; returns whether a socket may be opened. */
  synchronized boolean beginBind() {
    if (closeAsked) {
      return false;
    }
    listen = Listen.BINDING;
    return true;
  }

  /** The sockets are open; returns whether they may stay so. */
  synchronized boolean bound() {
    if (closeAsked) {
      return false;
    }
    listen = Listen.BOUND;
    return true;
  }

  /** Listening has failed and left nothing open: it may be tried again. */
  synchronized void notListening() {
    listen = Listen.NONE;
  }

  /**
   * Closing has been asked for.
   *
   * @return whether the caller has to close
   */
  synchronized boolean askClose() {
    boolean first = !closeAsked;
    closeAsked = true;
    return first;
  }

  /** From now on requests are told that the server closes. */
  void stop() {
    stopping = true;
  }

  /** Whether requests are refused. */
  boolean isStopping() {
    return started && stopping;
  }
}
