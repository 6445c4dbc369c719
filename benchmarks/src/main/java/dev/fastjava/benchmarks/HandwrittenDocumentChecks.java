package dev.fastjava.benchmarks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checks of the long array and of the nested alternatives as one would write them by hand. */
final class HandwrittenDocumentChecks {
  private HandwrittenDocumentChecks() {}

  static boolean isBatch(Object value) {
    if (!(value instanceof List<?> lines)) {
      return false;
    }
    for (Object line : lines) {
      if (!isLine(line)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLine(@Nullable Object value) {
    return value instanceof Map<?, ?> line
        && line.get("sku") instanceof String sku
        && !sku.isEmpty()
        && line.get("qty") instanceof Integer qty
        && qty >= 1
        && isPrice(line.get("price"));
  }

  private static boolean isPrice(@Nullable Object value) {
    if (value instanceof Double price) {
      return price >= 0;
    }
    return value instanceof Integer price && price >= 0;
  }

  static boolean isShape(Object value) {
    return isShape(value, ValidationDocuments.LEVELS);
  }

  private static boolean isShape(@Nullable Object value, int levels) {
    if (!(value instanceof Map<?, ?> shape)
        || !(shape.get("kind") instanceof String kind)
        || !(shape.get("size") instanceof Integer size)
        || size < 0) {
      return false;
    }
    boolean known =
        switch (kind) {
          case "kind0", "kind1", "kind2", "kind3", "kind4", "kind5", "kind6", "kind7" -> true;
          default -> false;
        };
    return known && (levels == 1 || isShape(shape.get("inner"), levels - 1));
  }
}
