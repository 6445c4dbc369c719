package dev.fastjava.sample;

/** The orders taken. */
interface Orders {
  /** Lists orders, the latest first. */
  OrderPage find(OrderFilter filter);

  /** Returns an order, or fails with {@code ORDER_NOT_FOUND}. */
  Order get(long id);

  /** Takes an order and its products from stock, or fails with {@code OUT_OF_STOCK}. */
  Order place(NewOrder order);

  /** Cancels an order and puts its products back, or fails with {@code ORDER_NOT_OPEN}. */
  Order cancel(long id);
}
