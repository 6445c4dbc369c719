package dev.fastjava.internal.netty;

import io.netty.channel.EventLoop;

/** Where the bytes of a request body come from, as the body sees it. */
interface BodySource {
  EventLoop eventLoop();

  /** How long a thread may wait for the body. */
  BodyPatience bodyPatience();

  /**
   * Somebody wants the body now: a client that waits for permission to send it gets it. On the
   * event loop.
   */
  void bodyWanted();

  /** {@link RequestBody#wantsBytes()} may have changed. On the event loop. */
  void demandChanged();
}
