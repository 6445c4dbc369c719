package dev.fastjava.sample;

import java.util.List;

/**
 * An order.
 *
 * @param id its number
 * @param customer who ordered
 * @param status how far it has come
 * @param totalCents what all of it costs, in cents
 * @param lines what was ordered
 */
record Order(long id, String customer, OrderStatus status, long totalCents, List<OrderLine> lines) {

  static Order of(long id, String customer, OrderStatus status, List<OrderLine> lines) {
    long total = lines.stream().mapToLong(line -> line.quantity() * line.priceCents()).sum();
    return new Order(id, customer, status, total, lines);
  }
}
