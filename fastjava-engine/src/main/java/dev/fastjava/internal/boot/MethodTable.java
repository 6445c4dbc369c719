package dev.fastjava.internal.boot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The HTTP methods routes may have, and which of them carry bodies.
 *
 * <p>Reference: Server, addHttpMethod.
 */
final class MethodTable {
  private final Set<String> bodyless = new LinkedHashSet<>(List.of("GET", "HEAD", "TRACE"));
  private final Set<String> bodywith =
      new LinkedHashSet<>(List.of("DELETE", "OPTIONS", "PATCH", "PUT", "POST", "QUERY"));

  void add(String method, boolean hasBody) {
    (hasBody ? bodyless : bodywith).remove(method);
    (hasBody ? bodywith : bodyless).add(method);
  }

  boolean has(String method) {
    return bodyless.contains(method) || bodywith.contains(method);
  }

  boolean isBodyless(String method) {
    return bodyless.contains(method);
  }

  boolean hasBody(String method) {
    return bodywith.contains(method);
  }

  List<String> all() {
    List<String> all = new ArrayList<>(bodyless);
    all.addAll(bodywith);
    return all;
  }
}
