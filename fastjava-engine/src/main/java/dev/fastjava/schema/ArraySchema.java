package dev.fastjava.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema of arrays. */
public final class ArraySchema extends FluentSchema<ArraySchema> {
  ArraySchema(Map<String, @Nullable Object> keywords, boolean required) {
    super(keywords, required);
  }

  @Override
  ArraySchema with(Map<String, @Nullable Object> keywords, boolean required) {
    return new ArraySchema(keywords, required);
  }

  /**
   * Sets {@code items}: the schema of all items.
   *
   * @param schema the schema
   * @return a new schema
   */
  public ArraySchema items(JsonSchema schema) {
    return set("items", schema);
  }

  /**
   * Sets {@code items} to a list: the schemas of the first items, one by one.
   *
   * @param schemas the schemas
   * @return a new schema
   */
  public ArraySchema tuple(JsonSchema... schemas) {
    return set("items", List.of(schemas));
  }

  /**
   * Sets {@code additionalItems}: the schema of the items after those of the tuple.
   *
   * @param schema the schema
   * @return a new schema
   */
  public ArraySchema additionalItems(JsonSchema schema) {
    return set("additionalItems", schema);
  }

  /**
   * Sets {@code additionalItems}.
   *
   * @param allowed whether there may be items after those of the tuple
   * @return a new schema
   */
  public ArraySchema additionalItems(boolean allowed) {
    return set("additionalItems", allowed);
  }

  /**
   * Sets {@code contains}: at least one item is valid.
   *
   * @param schema the schema
   * @return a new schema
   */
  public ArraySchema contains(JsonSchema schema) {
    return set("contains", schema);
  }

  /**
   * Sets {@code uniqueItems}.
   *
   * @param unique true when no two items may be equal
   * @return a new schema
   */
  public ArraySchema uniqueItems(boolean unique) {
    return set("uniqueItems", unique);
  }

  /**
   * Sets {@code minItems}.
   *
   * @param count the least number of items
   * @return a new schema
   */
  public ArraySchema minItems(int count) {
    return set("minItems", count);
  }

  /**
   * Sets {@code maxItems}.
   *
   * @param count the greatest number of items
   * @return a new schema
   */
  public ArraySchema maxItems(int count) {
    return set("maxItems", count);
  }
}
