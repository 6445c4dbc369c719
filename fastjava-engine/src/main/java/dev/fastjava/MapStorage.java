package dev.fastjava;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Matches values by equality. */
final class MapStorage implements ConstraintStrategy.Storage {
  private final Map<Object, Object> routes = new HashMap<>();

  @Override
  public @Nullable Object get(Object value) {
    return routes.get(value);
  }

  @Override
  public void set(Object value, Object route) {
    routes.put(value, route);
  }
}
