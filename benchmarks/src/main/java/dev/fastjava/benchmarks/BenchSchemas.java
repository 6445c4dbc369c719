package dev.fastjava.benchmarks;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.bool;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.number;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.schema.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schemas of the benchmark endpoints. */
final class BenchSchemas {
  static final JsonSchema HELLO = object().prop("hello", string());
  static final JsonSchema USER_PARAMS = object().prop("id", integer()).required("id");
  static final JsonSchema USER_QUERY = object().prop("verbose", bool().defaultValue(false));

  private static final JsonSchema LINE =
      object().prop("sku", string()).prop("qty", integer()).prop("price", number());

  static final JsonSchema USER =
      object()
          .prop("id", integer())
          .prop("name", string())
          .prop("email", string())
          .prop("tags", array(string()))
          .prop(
              "address",
              object()
                  .prop("street", string())
                  .prop("city", string())
                  .prop("zip", string())
                  .prop("country", string()))
          .prop(
              "orders",
              array(
                  object()
                      .prop("id", integer())
                      .prop("total", number())
                      .prop("lines", array(LINE))));

  private static final JsonSchema PLACED =
      object()
          .prop("id", integer())
          .prop("customerId", integer())
          .prop("email", string())
          .prop("currency", string())
          .prop("priority", string())
          .prop(
              "shipping",
              object()
                  .prop("street", string())
                  .prop("city", string())
                  .prop("zip", string())
                  .prop("country", string())
                  .additionalProperties(true))
          .prop(
              "items",
              array(
                  object()
                      .prop("sku", string())
                      .prop("qty", integer())
                      .prop("price", number())
                      .additionalProperties(true)))
          .prop("note", string())
          .prop("gift", bool())
          .additionalProperties(true);

  private BenchSchemas() {}

  static JsonSchema placedOrder() {
    return PLACED;
  }

  /** The schema of an order, as JSON text. */
  static String order() {
    try (InputStream in = BenchSchemas.class.getResourceAsStream("order.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("order.schema.json is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
