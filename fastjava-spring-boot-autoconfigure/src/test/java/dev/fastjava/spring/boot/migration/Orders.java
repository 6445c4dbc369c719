package dev.fastjava.spring.boot.migration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service that all examples have in common. */
class Orders {
  record NewOrder(@NotBlank String customer, @Min(1) int quantity) {}

  record Order(long id, String customer, int quantity) {}

  record Page(@Min(0) @Nullable Integer from, @Max(100) @Nullable Integer size) {
    int start() {
      return from == null ? 0 : from;
    }

    int count() {
      return size == null ? 20 : size;
    }
  }

  static final class UnknownOrder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownOrder(long id) {
      super("there is no order " + id);
    }
  }

  private final List<Order> all = new ArrayList<>();

  synchronized Order place(NewOrder order) {
    Order placed = new Order(all.size() + 1L, order.customer(), order.quantity());
    all.add(placed);
    return placed;
  }

  synchronized Order find(long id) {
    if (id < 1 || id > all.size()) {
      throw new UnknownOrder(id);
    }
    return all.get((int) id - 1);
  }

  synchronized List<Order> list(Page page) {
    return all.stream().skip(page.start()).limit(page.count()).toList();
  }
}
