package dev.fastjava.option;

import dev.fastjava.FastjavaOptions;

/**
 * What closing a server does to connections at once. Those that are left are cut after {@link
 * FastjavaOptions#closeTimeout()}.
 *
 * <p>Reference: Server, forceCloseConnections.
 */
public enum ForceClose {
  /** Closes those without a request under way; the others end with their response. The default. */
  IDLE,
  /** Cuts all, also in the middle of a response. */
  ALL,
  /** Closes none: clients and time limits end them. */
  NONE
}
