package dev.fastjava.internal.boot;

import org.jspecify.annotations.Nullable;

/** How prefixes of nested plugins join. Reference: Routes, Route Prefixing. */
final class Prefixes {
  private Prefixes() {}

  static String join(String outer, @Nullable String inner) {
    if (inner == null || inner.isEmpty()) {
      return outer;
    }
    if (outer.endsWith("/") && inner.startsWith("/")) {
      return outer + inner.substring(1);
    }
    return inner.startsWith("/") || outer.endsWith("/") ? outer + inner : outer + '/' + inner;
  }
}
