package dev.fastjava.internal.exchange;

/** Takes a collected request body. Exactly one method is called, once. */
public interface BodyReceiver {
  /**
   * The body is complete.
   *
   * @param bytes the body; the receiver's own
   */
  void received(byte[] bytes);

  /** The body is longer than the limit. What follows is dropped. */
  void tooLarge();

  /** The body cannot be read to its end. */
  void failed(Throwable cause);
}
