package dev.fastjava.internal.boot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP methods routes may have, and which of them carry bodies.
 *
 * <p>Reference: Server, addHttpMethod.
 */
final class MethodTable {
  private final Set<String> bodyless = new LinkedHashSet<>(List.of("GET", "HEAD", "TRACE"));
  private final Set<String> bodywith =
      new LinkedHashSet<>(List.of("DELETE", "OPTIONS", "PATCH", "PUT", "POST", "QUERY"));

  /** One set for the contexts of all routes. */
  private @Nullable Set<String> withBody;

  void add(String method, boolean hasBody) {
    withBody = null;
    (hasBody ? bodyless : bodywith).remove(method);
    (hasBody ? bodywith : bodyless).add(method);
  }

  boolean has(String method) {
    return bodyless.contains(method) || bodywith.contains(method);
  }

  boolean isBodyless(String method) {
    return bodyless.contains(method);
  }

  /** The methods whose bodies are parsed; does not follow later changes. */
  Set<String> withBody() {
    Set<String> known = withBody;
    if (known == null) {
      known = Set.copyOf(bodywith);
      withBody = known;
    }
    return known;
  }

  List<String> all() {
    List<String> all = new ArrayList<>(bodyless);
    all.addAll(bodywith);
    return all;
  }
}
