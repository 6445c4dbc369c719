package dev.fastjava.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the benchmark endpoints answer with, built anew for each request. */
final class BenchData {
  private static final double[] TOTALS = {129.95, 130.95, 131.95};
  private static final AtomicLong ORDERS = new AtomicLong();

  /** The reply of the smallest endpoint. */
  record Hello(String hello) {}

  /** A user of about 600 bytes. */
  record User(
      long id,
      String name,
      String email,
      List<String> tags,
      Address address,
      List<PastOrder> orders) {}

  /** Where a user lives. */
  record Address(String street, String city, String zip, String country) {}

  /** An order of a user. */
  record PastOrder(long id, double total, List<Line> lines) {}

  /** A line of an order. */
  record Line(String sku, int qty, double price) {}

  private BenchData() {}

  static Hello hello() {
    return new Hello("world");
  }

  static User user(long id, boolean verbose) {
    List<PastOrder> orders = new ArrayList<>(TOTALS.length);
    if (verbose) {
      for (int i = 0; i < TOTALS.length; i++) {
        orders.add(
            new PastOrder(
                id * 100 + i + 1,
                TOTALS[i],
                List.of(new Line("SKU-1001", 2, 49.5), new Line("SKU-1002", 1, 30.95))));
      }
    }
    return new User(
        id,
        "Ada Lovelace " + id,
        "user" + id + "@example.com",
        List.of("alpha", "beta", "gamma", "delta", "epsilon"),
        new Address("12 Analytical Engine Way", "London", "EC1A 1BB", "GB"),
        orders);
  }

  /** The order with its new id first. */
  static Map<String, @Nullable Object> place(@Nullable Object order) {
    Map<String, @Nullable Object> placed = new LinkedHashMap<>();
    placed.put("id", ORDERS.incrementAndGet());
    if (order instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> placed.put(String.valueOf(name), value));
    }
    return placed;
  }
}
