package dev.fastjava.schema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A schema with the place in a route that it is compiled for. Immutable. */
abstract class PlacedSchema {
  private final Object schema;
  private final String method;
  private final String url;

  PlacedSchema(Object schema, String method, String url) {
    this.schema = Objects.requireNonNull(schema);
    this.method = Objects.requireNonNull(method);
    this.url = Objects.requireNonNull(url);
  }

  /** The route, and the part of it. */
  abstract List<@Nullable Object> place();

  /**
   * Returns the JSON Schema.
   *
   * @return plain Java values: a {@code Map} or a {@code Boolean}
   */
  public Object schema() {
    return schema;
  }

  /**
   * Returns the route's HTTP method.
   *
   * @return in upper case; empty for no route
   */
  public String method() {
    return method;
  }

  /**
   * Returns the route's path pattern.
   *
   * @return the pattern; empty for no route
   */
  public String url() {
    return url;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof PlacedSchema placed
        && getClass() == placed.getClass()
        && schema.equals(placed.schema)
        && place().equals(placed.place());
  }

  @Override
  public final int hashCode() {
    return Objects.hash(schema, place());
  }

  @Override
  public final String toString() {
    String place =
        place().stream()
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    return place.strip() + " " + schema;
  }
}
