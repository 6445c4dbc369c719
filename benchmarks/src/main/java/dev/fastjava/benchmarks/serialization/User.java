package dev.fastjava.benchmarks.serialization;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/** The reply of the user endpoint, about 620 bytes with its orders. */
@Json
@CompiledJson
public record User(
    long id, String name, String email, List<String> tags, Address address, List<Order> orders) {

  /** Where a user lives. */
  @Json
  @CompiledJson
  public record Address(String street, String city, String zip, String country) {}

  /** An order of a user. */
  @Json
  @CompiledJson
  public record Order(long id, double total, List<Line> lines) {}

  /** A line of an order. */
  @Json
  @CompiledJson
  public record Line(String sku, int qty, double price) {}
}
