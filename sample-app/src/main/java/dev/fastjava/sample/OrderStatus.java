package dev.fastjava.sample;

/** How far an order has come. */
enum OrderStatus {
  /** Placed; may still be cancelled. */
  OPEN,
  /** On its way; too late to cancel. */
  SHIPPED,
  /** Given up; its products are back in stock. */
  CANCELLED
}
