package dev.fastjava.benchmarks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checks of the order schema as one would write them by hand. */
final class HandwrittenOrderCheck {
  private HandwrittenOrderCheck() {}

  static boolean isValid(Object body) {
    if (!(body instanceof Map<?, ?> order)) {
      return false;
    }
    return isInteger(order.get("customerId"), 1)
        && isText(order.get("email"), 3, 254)
        && isOneOf(order.get("currency"), "EUR", "USD", "GBP")
        && (!order.containsKey("priority")
            || isOneOf(order.get("priority"), "low", "normal", "high"))
        && isShipping(order.get("shipping"))
        && areItems(order.get("items"))
        && (!order.containsKey("note") || isText(order.get("note"), 0, 500))
        && (!order.containsKey("gift") || order.get("gift") instanceof Boolean);
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

  private static boolean isOneOf(@Nullable Object value, String... texts) {
    for (String text : texts) {
      if (text.equals(value)) {
        return true;
      }
    }
    return false;
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
        && item.get("price") instanceof Double price
        && price >= 0;
  }
}
