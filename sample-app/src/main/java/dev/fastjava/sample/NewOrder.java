package dev.fastjava.sample;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;

import dev.fastjava.schema.ObjectSchema;
import java.util.List;

/**
 * An order as it is placed.
 *
 * @param customer who orders
 * @param lines what is ordered
 */
record NewOrder(String customer, List<Line> lines) {
  /** What a record cannot say: how long, how many. */
  static final ObjectSchema SCHEMA =
      object()
          .prop("customer", string().minLength(2).maxLength(100).required())
          .prop(
              "lines",
              array(
                      object()
                          .prop("sku", string().required())
                          .prop("quantity", integer().minimum(1).maximum(1000).required()))
                  .minItems(1)
                  .maxItems(50)
                  .required());

  /**
   * A line of the order.
   *
   * @param sku the product
   * @param quantity how many of it
   */
  record Line(String sku, int quantity) {}
}
