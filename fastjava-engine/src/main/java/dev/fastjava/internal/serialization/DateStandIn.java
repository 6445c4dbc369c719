package dev.fastjava.internal.serialization;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** What a validator sees of a point in time: an object without properties, known by its class. */
final class DateStandIn extends AbstractMap<String, Object> {
  static final DateStandIn INSTANCE = new DateStandIn();

  private DateStandIn() {}

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return Set.of();
  }
}
