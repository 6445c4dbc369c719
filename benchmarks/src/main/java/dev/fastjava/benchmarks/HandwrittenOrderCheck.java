package dev.fastjava.benchmarks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checks of the order schema as one would write them by hand: the floor for any validator. They
 * only tell whether an order is valid; they name no error and convert nothing.
 */
final class HandwrittenOrderCheck {
  private HandwrittenOrderCheck() {}

  static boolean isValid(Object body) {
    if (!(body instanceof Map<?, ?> order)) {
      return false;
    }
    Object priority = order.get("priority");
    Object note = order.get("note");
    Object gift = order.get("gift");
    return isInteger(order.get("customerId"), 1)
        && isText(order.get("email"), 3, 254)
        && isCurrency(order.get("currency"))
        && (priority != null ? isPriority(priority) : !order.containsKey("priority"))
        && isShipping(order.get("shipping"))
        && areItems(order.get("items"))
        && (note != null ? isText(note, 0, 500) : !order.containsKey("note"))
        && (gift != null ? gift instanceof Boolean : !order.containsKey("gift"));
  }

  private static boolean isInteger(@Nullable Object value, int minimum) {
    return value instanceof Integer number && number >= minimum;
  }

  private static boolean isText(@Nullable Object value, int minimum, int maximum) {
    if (!(value instanceof String text)) {
      return false;
    }
    int length = text.codePointCount(0, text.length());
    return length >= minimum && length <= maximum;
  }

  private static boolean isCurrency(@Nullable Object value) {
    return "EUR".equals(value) || "USD".equals(value) || "GBP".equals(value);
  }

  private static boolean isPriority(Object value) {
    return "low".equals(value) || "normal".equals(value) || "high".equals(value);
  }

  private static boolean isShipping(@Nullable Object value) {
    return value instanceof Map<?, ?> shipping
        && isText(shipping.get("street"), 1, Integer.MAX_VALUE)
        && isText(shipping.get("city"), 1, Integer.MAX_VALUE)
        && isText(shipping.get("zip"), 1, Integer.MAX_VALUE)
        && isText(shipping.get("country"), 2, 2);
  }

  private static boolean areItems(@Nullable Object value) {
    if (!(value instanceof List<?> items) || items.isEmpty() || items.size() > 100) {
      return false;
    }
    for (Object item : items) {
      if (!isItem(item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isItem(@Nullable Object value) {
    return value instanceof Map<?, ?> item
        && isText(item.get("sku"), 1, Integer.MAX_VALUE)
        && isInteger(item.get("qty"), 1)
        && isPrice(item.get("price"));
  }

  private static boolean isPrice(@Nullable Object value) {
    if (value instanceof Double price) {
      return price >= 0;
    }
    return value instanceof Integer price && price >= 0;
  }
}
