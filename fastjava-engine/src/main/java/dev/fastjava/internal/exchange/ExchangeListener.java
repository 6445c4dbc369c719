package dev.fastjava.internal.exchange;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Is told what happens to an exchange; called on the event loop, must not block. */
public interface ExchangeListener {
  /**
   * The response is over: completely handed to the operating system, or broken. Called exactly once
   * for each response that was started.
   *
   * @param failure null when all was written
   */
  void responseFinished(@Nullable Throwable failure);

  /**
   * A response that was started cannot be sent to its end, and not because of the client: its body
   * is not as long as announced, or cannot be read. {@link #responseFinished} follows.
   */
  default void responseFailed(Throwable cause) {}

  /** The client closed the connection before the response was complete. Called at most once. */
  void clientAborted();

  /**
   * Where the transport makes calls that may block, such as reading a file; never the event loop.
   *
   * @return the executor; may refuse tasks once the server has been closed
   */
  default Executor blockingExecutor() {
    return Runnable::run;
  }

  /** The connection was silent longer than {@code connectionTimeout}; it is closed afterwards. */
  void connectionTimedOut();
}
